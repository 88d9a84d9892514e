import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { modelOf } from '../../src/judge/judge.ts';
import { summary } from '../../src/report/formats/text.ts';
import { reportSchema } from '../../src/report/schema.ts';

const text = (path: string): Promise<string> => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

it('the README shows how the committed run ends', async () => {
  const report = reportSchema.parse(JSON.parse(await text('reports/verification.json')));
  const links = { sections: {}, counterexamples: null, figures: null, glossary: null, proofs: null, theorems: null };
  const end = summary(modelOf(report, { links })).split('\n').slice(-4).join('\n');
  expect(end).toMatch(/^ok {4}24 instances/);
  expect(await text('README.md')).toContain(`\n${end}\n`);
});

it('the README shows the answer to a formula that the page for theorists shows, which is held', async () => {
  const [, answer = ''] = /```\n(REFUTED: KL <= H\n[^`]*)```/.exec(await text('docs/for-theorists.md')) ?? [];
  expect(answer).not.toBe('');
  expect(await text('README.md')).toContain(`\n${answer}`);
});
