import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { doubleArithmetic } from './double-arithmetic.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** The kernels carry error bounds of their own, for integers n, and are held against intervals. */
const FILES = [
  'src/selection',
  'src/quantities',
  'src/bounds',
  'src/regions',
  'src/claims',
  'src/coq/certificates',
  'properties',
  'examples',
]
  .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true }).map((name) => join(folder, String(name))))
  .filter((file) => file.endsWith('.ts'))
  .sort();

const GUESS = 'where a search starts; an enclosure decides where it ends';
const PRECISION = 'how many digits to work with; an enclosure is one at any precision';
const COST = 'whether something is worth its cost, and so is looked at';
const INDEX = 'the length of a list, or an index into one, for an integer n';

/** What is computed in doubles and leads to no certified number, with the reason. */
const ALLOWED: Record<string, Record<string, string>> = {
  'src/bounds/ideal-curve.ts': {
    'Math.sqrt(2 * kl) + kl': GUESS,
    'z += (z + Math.expm1(-z) - kl) / Math.expm1(-z)': GUESS,
  },
  'src/bounds/optimal-curve.ts': {
    'Math.sqrt(24 * kl)': GUESS,
    'Math.exp(kl + 1)': GUESS,
    'c *= Math.exp((kl - (Math.log(h) - 1 + h - c)) / (1 - h * (h - c)))': GUESS,
  },
  'src/claims/domain.ts': { '8 * n': 'a power of two times a double is exact' },
  'src/claims/least-instance.ts': { 'Math.ceil(draws)': 'chooses an instance; rounding a double up is exact' },
  'src/bounds/trade-off-curve.ts': { 'Math.max(0, -kl.e)': PRECISION },
  'src/regions/kappa.ts': { 'ROOM + Math.ceil(Math.log2(n ?? 1))': PRECISION },
  'src/regions/win-rate.ts': { 'n + 2': INDEX, 'n + 1': INDEX },
  'src/selection/order-statistic.ts': Object.fromEntries(
    [
      '2 * draws + 2 * bitLength(BigInt(draws))',
      'n - j',
      'm - i',
      'm + 2',
      '2 * i',
      'i -= 1',
      'i + 1',
      'm - i + 1',
      'n + 1 - j',
      'n + 1',
      'order * (j - 1)',
      'order * (n - j)',
      'n - 1',
    ].map((text) => [text, 'integers: there are at most 1,024 draws, and the degree of a power is at most 4,096']),
  ),
  'src/selection/oracles/enumerate.ts': {
    'n * Math.log2(policy.weights.length)': COST,
    'policy.weights.length ** n': INDEX,
    'order + 1': INDEX,
  },
  'src/selection/oracles/running-best.ts': { 'Math.floor(k / 2)': INDEX, 'k % 2': INDEX },
  'src/coq/certificates/statements.ts': { 'part.factor * draws': 'integers: a subject has fewer than 2,000 draws' },
  'src/coq/certificates/subject.ts': {
    'weights.length * q.n * bitLength(total)': COST,
    'weights.length * n * bitLength(total)': COST,
    'factor * draws': 'integers: a subject has fewer than 2,000 draws',
  },
  'src/claims/regimes.ts': {
    '(squares / (sums.cumulative[sums.size] as number) ** 2) * n * n':
      'a regime, which is decided exactly where this is near a border',
  },
  'properties/ours/bregman-form.ts': { 'q.n * Math.log(Number(upTo.num) / Number(below.num))': COST },
  'properties/folklore/estimator-pointwise-ratio.ts': { 'n * upTo ** (n - 1)': COST },
  'properties/shared/steps.ts': { 'den.toString(2).length * q.n': COST },
  'properties/ours/superadditive.ts': { 'q.n * q.policy.weights.length': COST },
  'properties/selections/kl-between-draws.ts': { 'q.n * q.policy.weights.length': COST },
  'properties/selections/no-repeat.ts': { 'count ** n': COST },
  'properties/selections/win-rate-between.ts': {
    'n + 1': 'integers: lists of draws are few where they are enumerated',
  },
  'properties/shared/plug-in.ts': { 'count ** n': COST },
};

describe('arithmetic on n, orders and other parameters', () => {
  const findings = doubleArithmetic(ROOT, FILES);

  it('is never in doubles, where a certified number follows', () => {
    const bad = findings.filter(({ file, text }) => ALLOWED[file]?.[text] === undefined);
    expect(bad.map(({ file, line, text }) => `${file}:${line}: ${text}`)).toEqual([]);
  });

  it('is excused nowhere that it is not', () => {
    const found = new Set(findings.map(({ file, text }) => `${file}: ${text}`));
    const excused = Object.entries(ALLOWED).flatMap(([file, texts]) =>
      Object.keys(texts).map((text) => `${file}: ${text}`),
    );
    expect(excused.filter((one) => !found.has(one))).toEqual([]);
  });
});

describe('the search for arithmetic in doubles', () => {
  const FILE = 'src/quantities/planted.ts';
  const within = (body: string): string[] =>
    doubleArithmetic(ROOT, [FILE], {
      [FILE]: `import type { BestOfN } from './best-of-n.ts';
        import { Rational } from '../arithmetic/rational.ts';
        export function planted(q: BestOfN, alpha: number, n: number, k: bigint): unknown { ${body} }`,
    }).map(({ text }) => text);

  it('finds what is made of n, of an order, and of a variable that is one of them', () => {
    expect(within('return Rational.of(n + 1);')).toEqual(['n + 1']);
    expect(within('return q.at(2 * q.n).kl;')).toEqual(['2 * q.n']);
    expect(within('return alpha * (n - 1) + 1;')).toEqual(['alpha * (n - 1) + 1']);
    expect(within('const times = q.n; return times / 2;')).toEqual(['times / 2']);
    expect(within('const { n: times } = q; return times ** 2;')).toEqual(['times ** 2']);
    expect(within('let x = 1; x *= n; return -n + Math.sqrt(x);')).toEqual(['x *= n', '-n + Math.sqrt(x)']);
    expect(within('return [Math.log(n), Number(q.draws.num) * 2, (n as number) % 2];')).toHaveLength(3);
    expect(within('n += 1; n++; return n;')).toEqual(['n += 1', 'n++']);
  });

  it('leaves exact arithmetic, texts and comparisons alone', () => {
    expect(within('return q.draws.add(Rational.ONE).mul(Rational.of(BigInt(n) + 1n));')).toEqual([]);
    expect(within("return [k * 2n, 'n = ' + n, n > 2, n === 1];")).toEqual([]);
  });
});
