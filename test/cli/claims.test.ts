import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import { bonafide } from './bonafide.ts';

describe('claims', () => {
  it('says of each as JSON what it claims, of what, and where it is treated', async () => {
    const { code, out, err } = await bonafide('claims', '--json');
    expect([code, err]).toEqual([0, '']);
    const rows = JSON.parse(out);
    expect(rows).toHaveLength(catalogue.length);
    for (const [i, claim] of catalogue.entries()) {
      const { id, title, statement, source, hypotheses, expected, domain, cost = 'low' } = claim;
      expect(rows[i]).toMatchObject({ id, title, statement, source, hypotheses, expected, domain, cost });
      expect(rows[i].hasDerivation).toBe(claim.derivation !== undefined);
      expect(rows[i].proof).toEqual(claim.proof ?? null);
      const [page, anchor] = rows[i].section.split('#');
      expect(readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8')).toContain(`<a id="${anchor}"></a>`);
    }
  });

  it('says of each under which assumptions it holds', async () => {
    const rows: { id: string; extensions: Record<string, unknown> }[] = JSON.parse(
      (await bonafide('claims', '--json')).out,
    );
    const row = (id: string) => rows.find((one) => one.id === id)?.extensions;
    const yes = {
      'random-ties': 'holds',
      'ordered-ties': 'holds',
      'continuous-parts': 'holds',
      'one-draw': 'holds',
      'one-atom': 'holds',
    };
    expect(row('kl-bound')).toEqual({ ...yes, 'real-draws': 'holds' });
    expect(row('gap-upper')).toEqual({ ...yes, 'real-draws': 'fails' });
    expect(row('pmf')).toEqual({
      ...yes,
      'real-draws': { notApplicable: 'only an integer number of draws can be made' },
    });
    expect(row('equality')).toMatchObject({ 'continuous-parts': 'fails', 'one-draw': 'holds' });
  });

  it('lists them for people', async () => {
    const { code, out } = await bonafide('claims');
    expect(code).toBe(0);
    expect(out).toBe(
      catalogue
        .map(({ id, statement, source, expected }) => {
          const known = { holds: 'holds', fails: 'is false', open: 'open' }[expected];
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
    [
      'verify',
      [
        '--runs',
        '--time',
        '--seed',
        '--workers',
        '--samples',
        '--n',
        '--counterexamples',
        '--out',
        '--json',
        '--claim',
        '--full',
      ],
    ],
    ['compute', ['--weights', '--probabilities', '--policy', '--n', '--digits', '--ties', '--normalize', '--pmf']],
    ['replay', ['--json', '--claim']],
    ['claims', ['--json', '--claim']],
  ])('%s --help lists its options', async (command, options) => {
    const { code, out } = await bonafide(command, '--help');
    expect(code).toBe(0);
    expect([...out.matchAll(/^ {2}(?:-[a-z], )?(--[a-z]+)/gm)].map(([, option]) => option)).toEqual(
      expect.arrayContaining(options),
    );
  });
});
