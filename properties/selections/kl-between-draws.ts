import { exactField } from '../../src/arithmetic/exact-field.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { exactReal, type Real } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import { MAX_DRAWS } from '../../src/policy/draws.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { klToFewer } from '../../src/quantities/growth.ts';
import { defineEnclosed } from '../../src/quantities/quantity.ts';
import { composedPmf, inDecimals } from '../shared/cross-checks.ts';

/** The cross-check by definition is made, exactly, where n times the number of outcomes is at most this. */
const CHEAP = 100;

export const claim = defineClaim({
  id: 'kl-between-draws',
  title: 'How far two numbers of draws are apart',
  statement: 'KL(π^(m)‖π^(n)) ≤ log(m/n) + n/m − 1',
  source: 'this project, docs/theory-selections.md',
  hypotheses: 'finite policy, integer n ≥ 1; for m = n + 1 and m = 2n, and with both exchanged',
  expected: 'holds',
  // 2n must be a number of draws, too.
  domain: { atoms: 1, draws: 1, maxDraws: MAX_DRAWS / 2 },
  shares: COMMON_SHARES,
  cost: 'high',
  *relations(q) {
    for (const m of [q.draws.add(Rational.ONE), q.draws.add(q.draws)]) {
      const more = q.at(m);
      yield atMost(`KL of ${m} from ${q.n}`, between(more, q.draws), 'log(m/n) + n/m − 1', bound(m, q.draws));
      yield atMost(`KL of ${q.n} from ${m}`, between(q, m), 'log(n/m) + m/n − 1', bound(q.draws, m));
    }
  },
  *crossChecks(q) {
    const more = q.at(q.draws.add(Rational.ONE));
    yield* inDecimals('KL(π^(n+1)‖π^(n))', more, between(more, q.draws), (law) => klToFewer(law, q.draws));
    if (q.n * q.policy.weights.length > CHEAP || !more.hasExactForms || q.policy.hasTies) return;
    const [one, other] = [composedPmf(more), composedPmf(q)];
    const sum = one.reduce((s, mass, i) => s.add(exactField.relativeEntropy(mass, other[i] as Rational)), LogForm.ZERO);
    yield { name: 'KL(π^(n+1)‖π^(n)) by definition', one: between(more, q.draws), other: exactReal(sum) };
  },
});

const BETWEEN = defineEnclosed<[k: Rational]>({
  symbol: 'KL(π^(n)‖π^(k))',
  formula: klToFewer,
  isZero: ({ policy }) => policy.atoms.length === 1 && policy.isDiscrete,
});

/** KL(π^(n)‖π^(k)). Without atoms it is the bound. */
function between(q: BestOfN, k: Rational): Real {
  return q.policy.isAtomless ? bound(q.draws, k) : q.of(BETWEEN, k);
}

/** log(m/n) + n/m − 1 */
function bound(m: Rational, n: Rational): Real {
  return exactReal(LogForm.log(m.div(n)).add(LogForm.rational(n.div(m).sub(Rational.ONE))));
}
