import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { catalogue } from '../../properties/index.ts';
import { explanationSchema } from '../../src/report/explanation.ts';
import { bonafide, refusal } from './bonafide.ts';

const place = (path: string): URL => new URL(`../../${path}`, import.meta.url);

async function explained(...ids: string[]) {
  const { out, err, code } = await bonafide('explain', ...ids, '--json');
  expect([code, err]).toEqual([0, '']);
  return z.array(explanationSchema).parse(JSON.parse(out));
}

describe('explain', () => {
  it('says of every claim what the report found, and where its theorems and sections stand', async () => {
    const all = await explained('*');
    expect(all.map(({ id }) => id)).toEqual(catalogue.map(({ id }) => id));
    for (const { id, found, theorems, proved, section, counterexample, expected } of all) {
      expect(found, id).not.toBeNull();
      const [page = '', anchor] = (section as string).split('#');
      expect(await readFile(place(page), 'utf8')).toContain(`<a id="${anchor}"></a>`);
      if (expected === 'fails') expect(counterexample?.violated, id).toBeTruthy();
      expect(proved, id).toBe(catalogue.find((claim) => claim.id === id)?.proof !== undefined);
      for (const { name, place: where } of theorems) {
        const [file = '', line] = where.split(':');
        const lines = (await readFile(place(file), 'utf8')).split('\n');
        expect(lines[Number(line) - 1]).toMatch(new RegExp(`^(Theorem|Lemma|Corollary) ${name}\\b`));
      }
    }
  });

  it('has the theorems in the order of the claim, its steps and what becomes of it without an assumption', async () => {
    const [cubic] = await explained('sharp-cubic');
    const claim = catalogue.find(({ id }) => id === 'sharp-cubic');
    expect(cubic?.theorems.map(({ name }) => name)).toEqual(claim?.proof?.theorems);
    expect(cubic?.steps).toContain('gap = Σ F_i^n γ(p_i/F_i)');
    expect(cubic?.without).toContainEqual({
      assumption: 'real n ≥ 1',
      outcome: 'fails',
      why: null,
      counterexample: { weights: ['1'], n: 1.5 },
    });
  });

  it('is text that says how to go on', async () => {
    const { out } = await bonafide('explain', 'equality');
    expect(out).toContain('  KL(π‖p) = log n − (n−1)/n\n  LaTeX: \\mathrm{KL}');
    expect(out).toContain('  counterexample: weights 1, 1, n = 2\n');
    expect(out).toContain('replay: bonafide replay counterexamples/equality/weights-1-1.n-2.json');
    expect(out).toMatch(/proved in Coq to be false:\n {4}kl_ne_formula, proofs\/KL\.v:\d+\n/);
    expect(out).toContain('  again: bonafide verify equality\n');
  });

  it('takes patterns, and refuses what no claim matches', async () => {
    const ids = async (...given: string[]): Promise<string[]> => (await explained(...given)).map(({ id }) => id);
    expect(await ids('kl-b*d')).toEqual(['kl-bound']);
    expect(await ids('*win*gap*')).toEqual(['win-rate-gap', 'win-rate-gap-real']);
    expect(await ids('kl-bound', 'kl-*bound')).toEqual(['kl-bound']);
    expect(await refusal('explain', 'klbound')).toBe('there is no claim "klbound"; did you mean kl-bound?');
    expect(await refusal('explain', 'kl-bound*kl-bound')).toMatch(/^there is no claim "kl-bound\*kl-bound"/);
  });
});

describe('claims', () => {
  const listed = async (...options: string[]): Promise<string[]> =>
    JSON.parse((await bonafide('claims', '--json', ...options)).out).map(({ id }: { id: string }) => id);

  it('can be chosen by what is expected, by source, and by whether all of them is proved', async () => {
    const idsOf = (wanted: (claim: (typeof catalogue)[number]) => boolean): string[] =>
      catalogue.filter(wanted).map(({ id }) => id);
    expect(await listed('--expected', 'fails')).toEqual(idsOf(({ expected }) => expected === 'fails'));
    expect(await listed('--paper', 'MROUEH')).toEqual(idsOf(({ source }) => source.includes('Mroueh')));
    expect(await listed('--proved', '--expected', 'holds')).toEqual(
      idsOf(({ proof, expected }) => proof !== undefined && proof.beyond === undefined && expected === 'holds'),
    );
    expect(await refusal('claims', '--paper', 'nobody')).toMatch(/^there is no such claim/);
    expect(await refusal('claims', '--expected', 'maybe')).toBe('--expected must be holds, fails or open, not "maybe"');
  });
});
