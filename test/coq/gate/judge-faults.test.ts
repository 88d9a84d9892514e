import { describe, expect, test } from 'vitest';
import { examine } from '../../../src/coq/gate/check-proofs.ts';
import type { Job } from '../../../src/coq/gate/checker.ts';
import type { Manifest } from '../../../src/coq/gate/manifest.ts';
import { SEE_FAULTS } from '../../../src/coq/gate/report.ts';
import type { Script } from '../../../src/coq/gate/script.ts';
import { type Fault, honest, saying, spoken, tiny } from './tiny.ts';

interface Case {
  readonly lines?: (job: Job) => string[];
  readonly failure?: string;
  readonly plant?: Fault;
  readonly manifest?: (manifest: Manifest) => Manifest;
}

/** What a run amounts to: the verdict, the faults, each theorem's reason, and the names of the axioms. */
async function judged({ lines = honest, failure, plant, manifest: change = (same) => same }: Case) {
  const { project, manifest } = await tiny(plant);
  const checker = saying(lines, failure ?? null);
  const { verdict, faults, theorems, axioms } = await examine(project, change(manifest), { checker });
  return { verdict, faults, reasons: theorems.map(({ reason }) => reason), axioms: axioms.map(({ name }) => name) };
}

const NOT_TO_THE_END = 'the checker did not finish the query';
const [CHOICE, EXTENSIONALITY] = [
  'ClassicalDedekindReals.sig_forall_dec',
  'FunctionalExtensionality.functional_extensionality_dep',
];
const seeFaults = [SEE_FAULTS, SEE_FAULTS, SEE_FAULTS];

/** An honest run but for the answer behind one mark. */
const answering =
  (of: (job: Job) => Script, key: string, answer: (honest: string) => string) =>
  (job: Job): string[] => {
    const lines = honest(job);
    const from = lines.indexOf(`${of(job).nonce} ${key}`) + 1;
    if (from === 0) throw new Error(`nothing is asked about ${key}`);
    const length = lines.slice(from).findIndex((line) => /^[0-9a-f]{24} /.test(line));
    return lines.toSpliced(from, length, ...answer(lines.slice(from, from + length).join('\n')).split('\n'));
  };
const recorded = ({ query }: Job): Script => query.record.script;
const checked = ({ query }: Job): Script => query.check;

/** An honest run without the mark of one key. */
const without =
  (of: (job: Job) => Script, key: string) =>
  (job: Job): string[] => {
    const mark = `${of(job).nonce} ${key}`;
    return honest(job).filter((line) => line !== mark);
  };

/** An honest run that ends behind one mark. */
const endingAt =
  (of: (job: Job) => Script, key: string) =>
  (job: Job): string[] => {
    const lines = honest(job);
    return lines.slice(0, lines.indexOf(`${of(job).nonce} ${key}`) + 1);
  };

describe('a run that is silent on a part is rejected', () => {
  test.each([
    ['the end of the record', without(recorded, 'end')],
    ['the end of the check', without(checked, 'end')],
    ['a theorem', without(checked, 'theorem square_Rabs')],
    ['a definition', without(checked, 'definition total')],
  ])('%s', async (_, lines) => {
    expect(await judged({ lines })).toMatchObject({
      verdict: 'rejected',
      faults: [NOT_TO_THE_END],
      reasons: seeFaults,
    });
  });
});

describe('a run that fails is blamed on what was being done, and on nothing else', () => {
  const failure = 'Check.v:7: Error: no';

  test.each<[string, (job: Job) => string[], string]>([
    ['nothing yet', () => [], failure],
    ['the record', endingAt(recorded, 'theorem square_nonneg'), `the manifest's theorem square_nonneg: ${failure}`],
    ['the sources', endingAt(recorded, 'end'), failure],
    [
      'a definition',
      endingAt(checked, 'definition total'),
      'Definitions.v: total is not what the manifest records: Error: no',
    ],
    [
      'a theorem',
      endingAt(checked, 'theorem square_Rabs'),
      'Theorems.v: square_Rabs is not what the manifest records: Error: no',
    ],
    ['the list of axioms', endingAt(checked, 'axioms'), failure],
    ['what comes after the end', honest, failure],
  ])('%s', async (_, lines, fault) => {
    expect(await judged({ lines, failure })).toMatchObject({
      verdict: 'rejected',
      faults: [fault],
      reasons: seeFaults,
    });
  });

  test('without the names that the query made up', async () => {
    const hex = '0123456789abcdef01234567';
    const { faults } = await judged({
      lines: endingAt(checked, 'theorem square_Rabs'),
      failure: `Check.v:7: Error: "Tiny.Recorded_${hex}.statement_2_${hex}" is not "Recorded_${hex}.square"`,
    });
    expect(faults).toEqual([
      'Theorems.v: square_Rabs is not what the manifest records: Error: "Recorded.statement_2" is not "Recorded.square"',
    ]);
  });
});

describe('what is printed of statements and definitions', () => {
  const shown = (answers: Record<string, string>) => (job: Job) =>
    spoken(job.query.display, new Map(Object.entries(answers)));
  const other = {
    'statement square_nonneg': 'square_nonneg\n     : False',
    'definition total': 'total = fun _ => 0 : nat -> R',
  };
  const same = {
    'statement square_nonneg': 'square_nonneg\n     : forall x:R,\n  0<=square x',
    'definition square': 'square =\nfun x : R=>x*x\n     : R -> R\n\nArguments square x',
  };

  test('decides nothing where the kernel accepts them', async () => {
    const lines = (job: Job): string[] => [...shown(other)(job), ...honest(job)];
    expect(await judged({ lines })).toMatchObject({ verdict: 'proved', faults: [], reasons: [null, null, null] });
  });

  test.each([
    [
      'is a reason where it is something else',
      other,
      [
        'its statement differs from the manifest: False',
        'a definition differs from the manifest: total = fun _ => 0 : nat -> R',
        SEE_FAULTS,
      ],
    ],
    ['is none where it is the same in other lines', same, seeFaults],
  ])('and after a failure %s', async (_, answers, reasons) => {
    expect((await judged({ lines: shown(answers), failure: 'no' })).reasons).toEqual(reasons);
  });
});

describe('what the manifest records and no source declares', () => {
  test('is a reason for that theorem alone', async () => {
    const plant: Fault = (_, text) => text.replace('Theorem square_Rabs', 'Theorem another_name');
    expect(await judged({ plant })).toMatchObject({
      verdict: 'rejected',
      faults: [],
      reasons: [null, null, 'Theorems.v declares no square_Rabs'],
    });
  });

  test('is a reason for the theorems whose statements unfold to that definition', async () => {
    const plant: Fault = (_, text) => text.replace('Fixpoint total ', 'Fixpoint another ');
    expect(await judged({ plant })).toMatchObject({
      verdict: 'rejected',
      faults: [],
      reasons: [null, 'Definitions.v declares no total', null],
    });
  });

  test('or that is in a file of its own that is not there', async () => {
    const manifest = (all: Manifest): Manifest => ({
      ...all,
      theorems: all.theorems.map((theorem, at) => (at === 0 ? { ...theorem, file: 'Absent.v' } : theorem)),
    });
    expect((await judged({ manifest })).reasons).toEqual(['Absent.v declares no square_nonneg', null, null]);
  });

  test('and what it defines and no statement uses is a fault', async () => {
    const manifest = (all: Manifest): Manifest => ({
      ...all,
      definitions: [...all.definitions, { name: 'square_between', file: 'Theorems.v', text: 'square_between = 1 : R' }],
    });
    expect(await judged({ manifest })).toMatchObject({
      verdict: 'rejected',
      faults: ['the manifest defines square_between, which no statement uses'],
    });
  });
});

describe('a name must stand for what the manifest says', () => {
  test.each([
    [
      'a name of the library for nothing',
      'Rabs',
      'No term of basename Rabs',
      'Rabs resolves to nothing instead of Constant Coq.Reals.Rbasic_fun.Rabs',
    ],
    [
      'a bound variable for something',
      'x',
      'Constant Tiny.Theorems.x',
      'x resolves to Constant Tiny.Theorems.x instead of nothing',
    ],
    [
      'an axiom for another',
      EXTENSIONALITY,
      'Constant Tiny.f',
      `${EXTENSIONALITY} resolves to Constant Tiny.f instead of Constant Coq.Logic.${EXTENSIONALITY}`,
    ],
  ])('%s', async (_, name, place, fault) => {
    expect(await judged({ lines: answering(recorded, `location ${name}`, () => place) })).toMatchObject({
      verdict: 'rejected',
      faults: [fault],
    });
  });

  test('one that every object of JavaScript has is a bound variable like others', async () => {
    const manifest = (all: Manifest): Manifest => ({
      ...all,
      theorems: all.theorems.map((theorem) => ({
        ...theorem,
        statement: theorem.statement.replaceAll(/\bx\b/g, 'constructor'),
      })),
    });
    expect(await judged({ manifest })).toMatchObject({ verdict: 'proved', faults: [] });
  });
});

describe('the axioms', () => {
  const only = (text: string): string => text.slice(0, text.indexOf(`\n${EXTENSIONALITY}`));

  test('are those of the manifest that the theorems rest on', async () => {
    expect(await judged({})).toMatchObject({ verdict: 'proved', axioms: [CHOICE, EXTENSIONALITY] });
    expect(await judged({ lines: answering(checked, 'axioms', only) })).toMatchObject({
      verdict: 'proved',
      axioms: [CHOICE],
    });
  });

  test('are none where the manifest allows none and there are none', async () => {
    const manifest = (all: Manifest): Manifest => ({ ...all, axioms: [] });
    const lines = (job: Job): string[] =>
      honest(job).map((line) => (line === 'Axioms:' ? 'Closed under the global context' : line));
    expect(await judged({ manifest, lines })).toMatchObject({ verdict: 'proved', faults: [], axioms: [] });
  });

  test('must stand after the sources for what they stood for before', async () => {
    const lines = answering(checked, `axiom ${CHOICE}`, () => 'Constant Tiny.Theorems.choice');
    expect(await judged({ lines })).toMatchObject({
      verdict: 'rejected',
      faults: [`the proofs depend on ${CHOICE}, which is not allowed`],
    });
  });

  test.each([
    ['Whole.wish', 'wish'],
    ['Wholesale.wish', 'Wholesale.wish'],
  ])('that are not allowed are listed, and called as in their source: %s', async (name, called) => {
    const lines = answering(checked, 'axioms', (text) => `${text}\n${name}\n  : False`);
    expect(await judged({ lines })).toEqual({
      verdict: 'rejected',
      faults: [`the proofs depend on ${called}, which is not allowed`],
      reasons: seeFaults,
      axioms: [CHOICE, EXTENSIONALITY, name],
    });
  });
});
