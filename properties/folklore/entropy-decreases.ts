import { Rational } from '../../src/arithmetic/rational.ts';
import { difference } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import { shannonEntropy } from '../../src/quantities/entropy.ts';
import { defineQuantity, type Evaluated } from '../../src/quantities/quantity.ts';
import { sumOver } from '../../src/selection/law.ts';
import { inDecimals } from '../shared/cross-checks.ts';

export const claim = defineClaim({
  id: 'entropy-decreases',
  title: 'Best-of-n lowers the entropy',
  statement: 'H(π) ≤ H(p), with H(q) = −Σ q_i log q_i over the atoms',
  source: 'a natural guess, because best-of-n concentrates on high rewards; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy with K ≥ 2, integer n ≥ 2',
  expected: 'fails',
  domain: { atoms: 2, draws: 2 },
  shares: COMMON_SHARES,
  cost: 'high',
  extensions: {
    'continuous-parts': { notApplicable: 'a continuous part has no mass of its own outcomes, and so no entropy' },
    'one-draw': 'holds',
    'one-atom': 'holds',
  },
  relations: (q) => [atMost('H(π)', q.of(ENTROPY), 'H(p)', q.isOneDraw ? q.of(ENTROPY) : q.of(REFERENCE))],
  *crossChecks(q) {
    const other = difference(q.of(CROSS), q.kl);
    yield { name: 'H(π) and −Σ π log p − KL(π‖p)', one: q.of(ENTROPY), other };
    yield* inDecimals('H(p)', q, q.of(REFERENCE), (law) => shannonEntropy(law, 'reference'));
  },
});

const isZero = ({ policy }: Evaluated): boolean => policy.atoms.length === 1;

/** H(π), in nats. */
const ENTROPY = defineQuantity({ symbol: 'H(π)', formula: (law) => shannonEntropy(law, 'selection'), isZero });
/** H(p), in nats. */
const REFERENCE = defineQuantity({ symbol: 'H(p)', formula: (law) => shannonEntropy(law, 'reference'), isZero });

/** −Σ π_i log p_i, in nats. */
const CROSS = defineQuantity({
  symbol: '−Σ π log p',
  formula: (law) => {
    const { field } = law;
    const zero = field.lift(field.rational(Rational.ZERO));
    return field.minus(
      zero,
      sumOver(law, ({ probability, mass }) => field.scale(probability, field.log(mass))),
    );
  },
  isZero,
});
