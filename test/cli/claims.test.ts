import { describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import { bonafide } from './bonafide.ts';

describe('claims', () => {
  it('lists id, statement, source and expectation of each as JSON', async () => {
    const { code, out, err } = await bonafide('claims', '--json');
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual(
      catalogue.map(({ id, statement, source, expected }) => ({ id, statement, source, expected })),
    );
  });

  it('lists them for people', async () => {
    const { code, out } = await bonafide('claims');
    expect(code).toBe(0);
    expect(out).toBe(
      catalogue
        .map(({ id, statement, source, expected }) => {
          const known = expected === 'holds' ? 'holds' : 'is false';
          return `${id} (${known})\n  ${statement}\n  ${source}\n`;
        })
        .join(''),
    );
  });
});

describe('help', () => {
  it.each([[['--help']], [['help']]])('%o lists the commands', async (args) => {
    const { code, out, err } = await bonafide(...args);
    expect([code, err]).toEqual([0, '']);
    for (const command of ['verify', 'compute', 'replay', 'claims'])
      expect(out).toMatch(new RegExp(`^  ${command} `, 'm'));
  });

  it.each([
    ['verify', ['--runs', '--time', '--seed', '--workers', '--samples', '--n', '--counterexamples', '--out', '--json']],
    ['compute', ['--weights', '--probabilities', '--policy', '--n', '--digits', '--ties', '--normalize', '--pmf']],
    ['replay', ['--json']],
    ['claims', ['--json']],
  ])('%s --help lists its options', async (command, options) => {
    const { code, out } = await bonafide(command, '--help');
    expect(code).toBe(0);
    expect([...out.matchAll(/^ {2}(--[a-z]+)/gm)].map(([, option]) => option)).toEqual(expect.arrayContaining(options));
  });
});
