import { expect, test } from 'vitest';
import { examine } from '../../../src/coq/gate/check-proofs.ts';
import type { Job } from '../../../src/coq/gate/checker.ts';
import { honest, saying, spoken, tiny } from './tiny.ts';

async function examined(
  lines: (job: Job) => string[],
  failure: string | null = null,
): Promise<{ verdict: string; said: string; ok: string[] }> {
  const { project, manifest } = await tiny();
  const { verdict, faults, theorems } = await examine(project, manifest, { checker: saying(lines, failure) });
  const said = [...faults, ...theorems.map(({ name, reason }) => `${name}: ${reason}`)].join('\n');
  return { verdict, said, ok: theorems.filter(({ ok }) => ok).map(({ name }) => name) };
}

const edited =
  (from: string | RegExp, to: string) =>
  (job: Job): string[] =>
    honest(job).join('\n').replaceAll(from, to).split('\n');

/** An honest run up to one theorem or definition, which the kernel does not accept. */
const upTo =
  (key: string, shown: Record<string, string> = {}) =>
  (job: Job): string[] => {
    const lines = honest(job);
    const end = lines.indexOf(`${job.query.check.nonce} ${key}`);
    if (end < 0) throw new Error(`nothing is asked about ${key}`);
    return [...lines.slice(0, end + 1), ...spoken(job.query.display, new Map(Object.entries(shown)))];
  };

test('as the manifest says', async () => {
  expect(await examined(honest)).toMatchObject({
    verdict: 'proved',
    ok: ['square_nonneg', 'total_square_nonneg', 'square_Rabs'],
  });
});

test('the order of axioms is the printer’s own', async () => {
  const { project, manifest } = await tiny();
  const other = (job: Job): string[] => {
    const turned = { ...job, manifest: { ...manifest, axioms: manifest.axioms.toReversed() } };
    return honest(turned);
  };
  const [first, second] = [honest, other].map((lines) => examine(project, manifest, { checker: saying(lines) }));
  expect((await second)?.verdict).toBe('proved');
  expect(await second).toEqual(await first);
});

test('a theorem that the kernel refuses, and why as far as the printer shows it', async () => {
  const refusal = 'Check.v:9: Error: The term "@Tiny.Theorems.square_nonneg" has type "A"';
  const run = await examined(upTo('theorem square_nonneg'), refusal);
  expect(run).toMatchObject({ verdict: 'rejected', ok: [] });
  expect(run.said).toContain('Theorems.v: square_nonneg is not what the manifest records: Error: The term');
  const shown = { 'statement square_nonneg': 'square_nonneg\n     : forall x : R, 0 <= x' };
  expect((await examined(upTo('theorem square_nonneg', shown), refusal)).said).toContain(
    'square_nonneg: its statement differs from the manifest: forall x : R, 0 <= x',
  );
});

test('a definition that the kernel refuses taints the statements above it', async () => {
  const shown = { 'definition total': 'total = fun _ => 0 : nat -> R\n\nArguments total x' };
  const { said, ok } = await examined(upTo('definition total', shown), 'Error: it has type "nat"');
  expect(ok).toEqual([]);
  expect(said).toContain('Definitions.v: total is not what the manifest records');
  expect(said).toContain('total_square_nonneg: a definition differs from the manifest: total = fun _ => 0');
  expect(said).toContain('square_nonneg: see the faults of the run');
});

test('what is printed of a statement decides nothing', async () => {
  const shown = { 'statement square_nonneg': 'square_nonneg\n     : False' };
  const both = (job: Job): string[] => [...spoken(job.query.display, new Map(Object.entries(shown))), ...honest(job)];
  expect(await examined(both)).toMatchObject({ verdict: 'proved' });
});

test.each([
  [
    'a name of the library',
    'Coq.Reals.Rbasic_fun.Rabs',
    'Coq.Elsewhere.Rabs',
    'Rabs resolves to Constant Coq.Elsewhere',
  ],
  ['an axiom', 'Axioms:', 'Axioms:\nwish : False', 'depend on wish, which is not allowed'],
  ['an axiom from elsewhere', 'Coq.Logic.Fun', 'Tiny.Fun', 'depend on FunctionalExtensionality'],
  ['a lookalike', 'Axioms:', 'Axioms:\nClassicalDedekindReals.sig_forall_dec\u00a0 : False', 'which is not allowed'],
  [
    'an unchecked recursion',
    'Axioms:',
    'Axioms:\nloop is assumed to be guarded.',
    'depend on loop is assumed to be guarded',
  ],
  ['no list of axioms', 'Axioms:', 'Nothing at all', 'not allowed'],
  ['no axiom at all', /Axioms:[\s\S]*?(?=\n[0-9a-f]{24} )/g, 'Closed under the global context', 'lists no axioms'],
  ['no axiom that is used', /Axioms:[\s\S]*?(?=\n[0-9a-f]{24} )/, '', 'does not list the axiom'],
  ['no computation', /= Decimal/, '= Decimal.D0 Decimal', 'does not compute'],
])('%s that is not as the manifest says', async (_what, from, to, reason) => {
  const { verdict, said, ok } = await examined(
    typeof from === 'string' || from.global
      ? edited(from, to)
      : (job) => honest(job).join('\n').replace(from, to).split('\n'),
  );
  expect({ verdict, ok }).toEqual({ verdict: 'rejected', ok: [] });
  expect(said).toContain(reason);
});

test('an answer that does not come is no answer', async () => {
  expect(await examined(() => [])).toMatchObject({
    verdict: 'rejected',
    said: expect.stringContaining('did not finish the query'),
  });
  expect(await examined((job) => honest(job).slice(0, -2))).toMatchObject({ verdict: 'rejected' });
  const ends = ({ query: { record, check } }: Job): string[] =>
    [record.script, check].map(({ nonce }) => `${nonce} end`);
  expect(await examined(ends)).toMatchObject({ verdict: 'rejected', ok: [] });
  const without = (job: Job): string[] => honest(job).filter((line) => !line.endsWith(' theorem square_nonneg'));
  expect(await examined(without)).toMatchObject({ verdict: 'rejected', ok: [] });
  expect(await examined(honest, 'it was stopped')).toMatchObject({ verdict: 'rejected', ok: [] });
});
