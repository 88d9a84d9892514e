// Answers kl and winRate with the mistake that its argument names.
import { forEachRequest, say } from './lines.mjs';

const slip = process.argv[2];

/** BigInts as a quotient with some 60 bits. */
function share(part, whole) {
  if (part === 0n) return 0;
  const shift = BigInt(Math.max(0, 64 - part.toString(2).length + whole.toString(2).length));
  return Number((part << shift) / whole) / 2 ** Number(shift);
}

function logShare(part, whole) {
  return 2n * part < whole ? Math.log(share(part, whole)) : Math.log1p(-share(whole - part, whole));
}

function law(weights, n) {
  const total = weights.reduce((a, b) => a + b);
  const [pi, ends] = [[], [0]];
  let below = 0n;
  for (const weight of weights) {
    const upTo = below + weight;
    pi.push(Math.exp(n * logShare(upTo, total)) * -Math.expm1(n * logShare(below, upTo)));
    ends.push(share(upTo, total));
    below = upTo;
  }
  return { p: weights.map((weight) => share(weight, total)), pi, ends };
}

const sum = (list, term) => list.reduce((all, x, i) => all + term(x, i), 0);
const kl = (a, b) => sum(a, (x, i) => (x === 0 ? 0 : x * Math.log(x / b[i])));
const levelsOf = ({ weights, ranks }) => {
  const levels = Array(ranks.at(-1) + 1).fill(0n);
  ranks.forEach((rank, i) => {
    levels[rank] += weights[i];
  });
  return levels;
};
const atomsOf = (q) => (q.ties === 'order' ? q.weights : levelsOf(q));
const klOf = (q) => {
  const { p, pi } = law(atomsOf(q), q.n);
  return kl(pi, p);
};
const winRateOf = (q, half = 0.5, weights = levelsOf(q)) => {
  const { pi, ends } = law(weights, q.n);
  return sum(pi, (x, i) => x * (ends[i] + half * (ends[i + 1] - ends[i])));
};
const reversed = ({ weights, ranks, ...rest }) => ({
  ...rest,
  weights: weights.toReversed(),
  ranks: ranks.toReversed().map((rank) => ranks.at(-1) - rank),
});
const formula = (n) => Math.log(n) - (n - 1) / n;
const estimator = (e, n) => {
  const q = n === 1 ? 1 - e : Math.exp(n * Math.log1p(-e));
  if (n === 1 || e === 1) return 0;
  return q * (formula(n) + (n - 1) * Math.log1p(-e)) + (1 - q) * Math.log((1 - q) / e);
};
const naive = (weights, n, round = (x) => x) => {
  const total = weights.reduce((a, b) => a + b);
  const p = weights.map((weight) => round(share(weight, total)));
  const ends = [0];
  for (const x of p) ends.push(round(ends.at(-1) + x));
  const pi = p.map((_, i) => round(round(ends[i + 1] ** n) - round(ends[i] ** n)));
  return round(sum(p, (x, i) => round(round(pi[i]) * round(Math.log(round(pi[i] / x))))));
};

const SLIPS = {
  none: (q) => ({ kl: klOf(q), winRate: winRateOf(q) }),
  'formula-for-kl': ({ n }) => ({ kl: formula(n) }),
  'log-base-2': (q) => ({ kl: klOf(q) / Math.LN2 }),
  'log-base-10': (q) => ({ kl: klOf(q) / Math.LN10 }),
  'estimator-for-kl': (q) => ({ kl: estimator(law(atomsOf(q), 1).p.at(-1), q.n) }),
  'log-n': ({ n }) => ({ kl: Math.log(n) }),
  'divided-by-n': (q) => ({ kl: klOf(q) / q.n }),
  'divided-by-outcomes': (q) => ({ kl: klOf(q) / q.weights.length }),
  sign: (q) => ({ kl: -klOf(q) }),
  'bound-for-win-rate': ({ n }) => ({ winRate: n / (n + 1) }),
  'n-minus-one': (q) => ({ kl: q.n === 1 ? 0 : klOf({ ...q, n: q.n - 1 }) }),
  'n-plus-one': (q) => ({ kl: klOf({ ...q, n: q.n + 1 }) }),
  'reversed-rewards': (q) => ({ kl: klOf(reversed(q)), winRate: winRateOf(reversed(q)) }),
  'order-for-level': (q) => ({ kl: klOf({ ...q, ties: 'order' }), winRate: winRateOf(q, 0.5, q.weights) }),
  'level-for-order': (q) => ({ kl: klOf({ ...q, ties: 'level' }) }),
  'outcomes-for-levels': (q) => ({ winRate: winRateOf(q, 0.5, atomsOf(q)) }),
  'swapped-divergence': (q) => {
    const { p, pi } = law(atomsOf(q), q.n);
    return { kl: kl(p, pi) };
  },
  'index-off-by-one': (q) => {
    const { p, pi } = law(atomsOf(q), q.n);
    return { kl: kl(pi.slice(1), p.slice(0, -1)) };
  },
  'uniform-reference': (q) => {
    const { pi } = law(atomsOf(q), q.n);
    return {
      kl: kl(
        pi,
        pi.map(() => 1 / pi.length),
      ),
    };
  },
  'half-of-ties': (q) => ({ winRate: winRateOf(q, 0) }),
  'without-replacement': (q) => {
    const counts = atomsOf(q).map(Number);
    const total = counts.reduce((a, b) => a + b);
    let [below, at] = [0, 0];
    const chance = (count) => {
      let all = 1;
      for (let i = 0; i < q.n; i += 1) all *= Math.max(0, count - i) / (total - i);
      return all;
    };
    const pi = counts.map((count) => {
      at += count;
      const value = chance(at) - chance(below);
      below = at;
      return value;
    });
    return {
      kl: kl(
        pi,
        counts.map((count) => count / total),
      ),
    };
  },
  'rounded-output': (q) => ({ kl: Number(klOf(q).toPrecision(6)) }),
  'single-precision': (q) => ({ kl: naive(atomsOf(q), q.n, Math.fround) }),
  'cancelling-terms': (q) => ({ kl: klOf(q) + 1e-16 }),
  'naive-powers': (q) => ({ kl: naive(atomsOf(q), q.n) }),
};

await forEachRequest(({ id, weights, ...rest }) => {
  say({ id, ...SLIPS[slip]({ weights: weights.map(BigInt), ...rest }) });
});
