import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

const workflow = parse(readFileSync(new URL('../../.github/workflows/release.yml', import.meta.url), 'utf8'));
const { steps, permissions }: { steps: Step[]; permissions: unknown } = workflow.jobs.publish;

it('a release starts from a tag and may do no more than it needs', () => {
  expect(workflow.on).toEqual({ push: { tags: ['v*.*.*'] } });
  expect(workflow.permissions).toEqual({});
  expect(permissions).toEqual({ contents: 'write', 'id-token': 'write' });
});

it('its actions are pinned to commits', () => {
  const actions = steps.flatMap(({ uses }) => uses ?? []);
  expect(actions.length).toBeGreaterThan(0);
  expect(actions.filter((action) => !/@[0-9a-f]{40}$/.test(action))).toEqual([]);
});

it('it checks before it publishes, with provenance, and no command has foreign text in it', () => {
  const runs = steps.flatMap(({ run }) => run ?? []);
  const at = (command: string): number => runs.findIndex((run) => run.startsWith(command));
  const order = [
    'npm ci --ignore-scripts',
    'npm run check',
    'npm test',
    'bash .ci/supply',
    'npm publish --provenance',
  ].map(at);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order).not.toContain(-1);
  expect(runs.filter((run) => run.includes('${{'))).toEqual([]);
});
