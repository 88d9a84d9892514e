import { productOf } from '../../src/arithmetic/operations.ts';
import { integerPower, squareRoot } from '../../src/arithmetic/powers.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { difference, multiple, type Real, rationalReal, sum } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { noRepeat } from '../../src/quantities/no-repeat.ts';
import { powerSum } from '../../src/quantities/renyi.ts';
import { rationals } from '../shared/cross-checks.ts';

/** The most lists of samples that are enumerated for an instance. */
const ENUMERATED = 256;

export const claim = defineClaim({
  id: 'no-repeat',
  title: 'How likely it is that no answer comes twice',
  statement: 'no repeat among n samples has probability at most (1−x)^n + n x (1−x)^(n−1), where x² is Σ p²',
  source: 'this project, docs/theory-selections.md',
  hypotheses: 'finite policy, integer n from 1 to 64',
  expected: 'holds',
  domain: { atoms: 2, draws: 1, maxDraws: 64 },
  shares: { 'best-critical': 0.1, 'collisions-critical': 0.1, 'collisions-common': 0.1 },
  cost: 'high',
  reach: { atoms: 1000 },
  extensions: {
    'real-draws': { notApplicable: 'only an integer number of samples can be drawn' },
    'one-atom': 'holds',
  },
  relations: (q) => [atMost('P(no repeat)', chance(q), '(1−x)^n + n x (1−x)^(n−1)', bound(q))],
  *crossChecks(q) {
    const { policy, n } = q;
    const count = policy.atoms.length;
    if (!policy.isDiscrete || count ** n > ENUMERATED) return;
    let all = Rational.ZERO;
    for (let code = 0; code < count ** n; code += 1) {
      const list = Array.from({ length: n }, (_, place) => Math.floor(code / count ** place) % count);
      if (new Set(list).size < n) continue;
      all = all.add(list.reduce((product, atom) => product.mul(policy.mass(atom)), Rational.ONE));
    }
    yield rationals('P(no repeat) by enumeration', noRepeat(policy, n), all);
  },
});

/** Whether the bound is the probability: at most two samples, or at most one atom, beside continuous parts. */
function isEqual({ policy: { atoms, continuousParts }, n }: BestOfN): boolean {
  return n <= 2 || atoms.length - continuousParts.size <= 1;
}

function chance(q: BestOfN): Real {
  return rationalReal(noRepeat(q.policy, q.n));
}

function bound(q: BestOfN): Real {
  if (isEqual(q)) return chance(q);
  const x = squareRoot(rationalReal(powerSum(q.policy, 2)));
  const away = difference(rationalReal(Rational.ONE), x);
  const power = integerPower(away, Number(q.draws.num - 1n));
  return sum(productOf(power, away), multiple(q.draws, productOf(power, x)));
}
