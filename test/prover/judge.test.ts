import { expect, test } from 'vitest';
import { examine } from '../../src/prover/check-proofs.ts';
import type { Job } from '../../src/prover/checker.ts';
import { honest, saying, tiny } from './tiny.ts';

async function examined(lines: (job: Job) => string[]): Promise<{ verdict: string; said: string; ok: string[] }> {
  const { project, manifest } = await tiny();
  const { verdict, faults, theorems } = await examine(project, manifest, { checker: saying(lines) });
  const said = [...faults, ...theorems.map(({ name, reason }) => `${name}: ${reason}`)].join('\n');
  return { verdict, said, ok: theorems.filter(({ ok }) => ok).map(({ name }) => name) };
}

const edited =
  (from: string | RegExp, to: string) =>
  (job: Job): string[] =>
    honest(job).map((line) => line.replace(from, to));

test('as the manifest says', async () => {
  expect(await examined(honest)).toMatchObject({
    verdict: 'proved',
    ok: ['square_nonneg', 'total_square_nonneg', 'square_Rabs'],
  });
});

test('white space is the printer’s own', async () => {
  expect(await examined(edited(/ : R, /, ' : R,\t'))).toMatchObject({ verdict: 'proved' });
  expect(await examined(edited('fun x', 'funx'))).toMatchObject({ verdict: 'rejected' });
});

test('what is as recorded is reported as recorded, whatever the printer did with white space and order', async () => {
  const { project, manifest } = await tiny();
  const other = (job: Job): string[] => {
    const text = honest(job)
      .join('\n')
      .replace(/ : R, /g, ' : R,\t');
    const [, head, axioms, tail] = /^([\s\S]*Axioms:\n)([\s\S]*?)(\n\S+ (?:axiom|end)[\s\S]*)$/.exec(text) ?? [];
    const turned = axioms
      ?.split(/\n(?=\S)/)
      .reverse()
      .join('\n');
    return `${head}${turned}${tail}`.split('\n');
  };
  const [first, second] = [honest, other].map((lines) => examine(project, manifest, { checker: saying(lines) }));
  expect((await second)?.verdict).toBe('proved');
  expect(await second).toEqual(await first);
});

test('a definition taints the statements above it, and no other', async () => {
  const { ok, said } = await examined(edited('total k a + a k', 'total k a'));
  expect(ok).toEqual(['square_nonneg', 'square_Rabs']);
  expect(said).toContain('total_square_nonneg: a definition is now: total =');
});

test.each([
  ['a statement', 'forall x : R, 0 <= square x', 'forall x : R, 0 <= x', 'square_nonneg: its statement is now'],
  [
    'a definition without a body',
    'square = fun x : R => x * x : R -> R',
    '*** [ square : R -> R ]',
    'square has no body',
  ],
  [
    'a name of the library',
    'Coq.Reals.Rbasic_fun.Rabs',
    'Coq.Elsewhere.Rabs',
    'Rabs stands for Constant Coq.Elsewhere.Rabs',
  ],
  [
    'a name of the project',
    'Tiny.Theorems.square_Rabs',
    'Coq.square_Rabs',
    'square_Rabs stands for Constant Coq.square_Rabs',
  ],
  ['an axiom', 'Axioms:', 'Axioms:\nwish : False', 'rest on wish, which is not allowed'],
  ['an axiom of a known name', '{n : nat | ~ P n} +', 'False +', 'rest on ClassicalDedekindReals.sig_forall_dec'],
  ['an axiom from elsewhere', 'Coq.Logic.Fun', 'Tiny.Fun', 'rest on FunctionalExtensionality'],
  [
    'an unchecked recursion',
    'Axioms:',
    'Axioms:\nloop is assumed to be guarded.',
    'rest on loop is assumed to be guarded',
  ],
  ['no list of axioms', 'Axioms:', 'Nothing at all', 'not allowed'],
])('%s that is not as the manifest says', async (_what, from, to, reason) => {
  const { verdict, said } = await examined(edited(from, to));
  expect(verdict).toBe('rejected');
  expect(said).toContain(reason);
});

test('an answer that does not come is no answer', async () => {
  expect(await examined(() => [])).toMatchObject({
    verdict: 'rejected',
    said: expect.stringContaining('end of the query'),
  });
  expect(await examined((job) => honest(job).slice(0, -2))).toMatchObject({ verdict: 'rejected' });
  expect(await examined((job) => [`${job.query.nonce} end`])).toMatchObject({ verdict: 'rejected', ok: [] });
  expect(await examined((job) => honest({ ...job, query: { ...job.query, nonce: '' } }))).toMatchObject({
    verdict: 'rejected',
  });
});
