import fc from 'fast-check';
import type { Finding, Findings } from '../../../src/report/findings/finding.ts';

export const finding = (rest: Partial<Finding> = {}): Finding => ({
  id: 'kl-bound',
  name: 'KL ≤ log n − (n−1)/n',
  outcome: 'failed',
  message: 'it was refuted',
  details: 'weights 1, 1\nn = 2',
  place: { file: 'docs/claims, 100 %.txt', line: 3, column: 5 },
  ...rest,
});

export const findings = (...list: readonly Finding[]): Findings => ({
  suite: 'bonafide test',
  subject: 'claims.txt',
  findings: list,
});

/** One of each outcome. */
export const ALL = findings(
  finding(),
  finding({ id: 'win-rate', name: 'a < b & "c"', outcome: 'undecided', place: null, details: '' }),
  finding({ outcome: 'passed' }),
);

/** Texts that formats have stumbled over. */
export const HOSTILE = [
  '',
  '"quotes" and \'quotes\'',
  ']]>',
  '<![CDATA[ <a b="c">&amp; & </testsuite>',
  'two\nlines\r\nand\rmore\ttabs',
  '\u0000\u0007\u001b[31mred\u007f\u0085',
  '👩‍👩‍👧 𝔘',
  '\ud800 alone \udc00',
  '\ufffe\uffff\u2028\u2029\u202e',
  '::error file=a::b',
  '%0A%25,:',
  '../a:b/c d#e?f.txt',
  'x'.repeat(100_000),
];

const anyText = fc.oneof(
  fc.constantFrom(...HOSTILE.slice(0, -1)),
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);

const anyFinding: fc.Arbitrary<Finding> = fc.record({
  id: anyText,
  name: anyText,
  outcome: fc.constantFrom('passed', 'failed', 'undecided'),
  message: anyText,
  details: anyText,
  place: fc.option(fc.record({ file: anyText, line: fc.integer({ min: 1 }) }, { requiredKeys: ['file'] })),
});

export const anyFindings: fc.Arbitrary<Findings> = fc.record({
  suite: fc.constant('bonafide test'),
  subject: anyText,
  findings: fc.array(anyFinding, { maxLength: 4 }),
});

/** Every hostile text in every place of a finding. */
export const hostile = (outcome: Finding['outcome'] = 'failed'): Findings =>
  findings(
    ...HOSTILE.map((text) =>
      finding({ id: text, name: text, message: text, details: text, outcome, place: { file: text, line: 1 } }),
    ),
  );
