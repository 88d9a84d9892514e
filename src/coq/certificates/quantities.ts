import { bitLength } from '../../arithmetic/bigint.ts';
import { exactField } from '../../arithmetic/exact-field.ts';
import { intervals } from '../../arithmetic/interval-field.ts';
import { LogForm } from '../../arithmetic/log-form.ts';
import { Rational } from '../../arithmetic/rational.ts';
import { exactReal, type Real, rationalReal, real } from '../../arithmetic/real.ts';
import { renyiBound } from '../../bounds/divergence-bounds.ts';
import { BestOfN } from '../../quantities/best-of-n.ts';
import {
  CHI_SQUARE_DIVERGENCE,
  LOG_RATIO,
  RENYI_DIVERGENCE,
  TOTAL_VARIATION,
} from '../../quantities/divergence-quantities.ts';
import { BETTER_ESTIMATOR_MEAN } from '../../quantities/estimator-quantities.ts';
import { itemsOf } from '../../quantities/items.ts';
import { BETTER_ESTIMATOR } from '../../quantities/local-quantities.ts';
import { defineQuantity } from '../../quantities/quantity.ts';
import { powerSum } from '../../quantities/renyi.ts';
import { sumOver } from '../../selection/law.ts';
import type { Atom } from './atoms.ts';
import type { Subject } from './subject.ts';

/** The supported order of the Rényi divergence. */
const ORDER = Rational.of(2);

/** Σ π_i F_i: the probability that best-of-n wins or ties. */
const WINS_AND_TIES = defineQuantity({
  symbol: 'Σ π F',
  formula: (law) => sumOver(law, ({ probability, upTo }) => law.field.lift(law.field.mul(probability, upTo))),
});

/** The quantities that proofs/Certificates.v knows, for one subject. A certificate calls the list `probabilities` and the policy `p`. */
export function quantitiesIn({ q, outcomes: K, draws, masses }: Subject) {
  const best = (n: number): string => `(best_of ${K} p ${n})`;
  const policy = `probabilities`;
  const some = `(ltac:(lia))`;
  const exactly = (value: Rational): Real => rationalReal(value.reduced());
  const known = (name: string): string => `${name} ${policy} ${draws} valid ${some}`;
  const mass = (i: number): string => `(nth ${i} probabilities 0%Q)`;
  const law = q.policy;
  return {
    kl: (n = draws): Atom => ({
      coq: `kl ${K} ${best(n)} p`,
      value: q.at(n).kl,
      known: { form: `kl_form_value ${policy} ${n} valid ${some}` },
    }),
    formula: (): Atom => ({
      coq: `formula (INR ${draws})`,
      value: q.atomlessKl,
      known: { form: `formula_form_value ${draws} ${some}` },
    }),
    logDraws: (): Atom => logOf(draws),
    /** log₂ n */
    binaryLog: (): Atom => ({
      coq: `ln (INR ${draws}) / ln 2`,
      value: binaryLogOf(draws),
      known: { quotient: [logOf(draws), LOG_2] },
    }),
    estimatorAt: (i: number): Atom => ({
      coq: `estimator ${draws} (p ${i})`,
      value: q.estimatorAt(masses[i] as Rational),
      known: { form: `estimator_form_value ${draws} ${mass(i)} ${some} eq_refl` },
    }),
    logRatio: (i: number): Atom => ({
      coq: `ln (best_of ${K} p ${draws} i / p i)`.replaceAll(/\bi\b/g, String(i)),
      value: q.of(LOG_RATIO, i),
      known: { form: `log_ratio_value ${policy} ${draws} ${i} valid ${some} (ltac:(simpl; lia))` },
    }),
    estimatorMean: (): Atom => ({
      coq: `expect ${K} ${best(draws)} (fun y : nat => estimator ${draws} (p y))`,
      value: q.estimatorMean,
      known: { form: known('estimator_mean_value') },
    }),
    betterEstimatorMean: (): Atom => ({
      coq: `expect ${K} ${best(draws)} (fun y : nat => better_estimator ${draws} (p y))`,
      value: q.of(BETTER_ESTIMATOR_MEAN),
      known: { form: `${known('better_estimator_mean_value')} eq_refl` },
    }),
    renyi: (): Atom => ({
      coq: `renyi ${K} 2 ${best(draws)} p`,
      value: q.of(RENYI_DIVERGENCE, ORDER),
      known: { form: known('renyi_two_value') },
    }),
    renyiBound: (): Atom => ({
      coq: `ln (Rpower (INR ${draws}) 2 / (2 * (INR ${draws} - 1) + 1)) / (2 - 1)`,
      value: exactReal(renyiBound(exactField, draws, ORDER)),
      known: { form: `renyi_two_bound_value ${draws} ${some}` },
    }),
    winRate: (): Atom => ({
      coq: `win_rate ${K} ${best(draws)} p`,
      value: q.winRate,
      known: { rational: known('win_rate_value') },
    }),
    winsAndTies: (): Atom => ({
      coq: `sum ${K} (fun i : nat => best_of ${K} p ${draws} i * cdf p (S i))`,
      value: q.of(WINS_AND_TIES),
      known: { rational: `wins_and_ties_value ${policy} ${draws} ${some}` },
    }),
    powerSum: (k: number): Atom => ({
      coq: `sum ${K} (fun i : nat => p i ^ ${k})`,
      value: exactly(powerSum(law, k)),
      known: { rational: `power_sum_value ${policy} ${k}` },
    }),
    chiSquare: (): Atom => ({
      coq: `chi_square ${K} ${best(draws)} p`,
      value: q.of(CHI_SQUARE_DIVERGENCE),
      known: { rational: known('chi_square_value') },
    }),
    totalVariation: (): Atom => ({
      coq: `total_variation ${K} ${best(draws)} p`,
      value: q.of(TOTAL_VARIATION),
      known: { rational: `total_variation_value ${policy} ${draws} ${some}` },
    }),
    betterEstimatorAt: (i: number): Atom => ({
      coq: `better_estimator ${draws} (p ${i})`,
      value: q.of(BETTER_ESTIMATOR, masses[i] as Rational),
      known: { form: `better_estimator_form_value ${draws} ${mass(i)} eq_refl eq_refl` },
    }),
    /** n as a number. */
    count: (): Atom => ({
      coq: `INR ${draws}`,
      value: exactly(Rational.of(draws)),
      known: { rational: `eq_sym (Q2R_of_nat ${draws})` },
    }),
    /** p_i, π_i and F_i. Coq counts outcomes from 0. */
    mass: (i: number): Atom => ({
      coq: `p ${i}`,
      value: exactly(law.mass(i)),
      known: { rational: `eq_refl (Q2R ${mass(i)})` },
    }),
    selected: (i: number): Atom => ({
      coq: `best_of ${K} p ${draws} ${i}`,
      value: itemsOf(q).selected(i + 1),
      known: { rational: `Q2R_pmf_q ${policy} ${draws} ${i} ${some} (ltac:(simpl; lia))` },
    }),
    quantile: (i: number): Atom => ({
      coq: `cdf p ${i}`,
      value: itemsOf(q).quantile(i),
      known: { rational: `eq_sym (Q2R_cdf_q ${policy} ${i})` },
    }),
    /** The KL of another policy; `list` and `name` are the names of the certificate's second policy. */
    klOf: (other: BestOfN['policy'], list: string, name: string): Atom => ({
      coq: `kl ${other.weights.length} (best_of ${other.weights.length} ${name} ${draws}) ${name}`,
      value: new BestOfN(other, draws).kl,
      known: { form: `kl_form_value ${list} ${draws} eq_refl ${some}` },
    }),
  };
}

export type Quantities = ReturnType<typeof quantitiesIn>;

const LOG_2: Atom = {
  coq: 'ln 2',
  value: exactReal(LogForm.log(Rational.of(2))),
  known: { form: 'ln_2_value' },
};

function logOf(n: number): Atom {
  return {
    coq: `ln (INR ${n})`,
    value: exactReal(LogForm.log(Rational.of(n))),
    known: { form: `log_form_value ${n}` },
  };
}

/** log₂ n; exact for powers of two, because no enclosure decides an equality with an integer. */
function binaryLogOf(n: number): Real {
  const power = bitLength(BigInt(n)) - 1;
  if (2 ** power === n) return rationalReal(Rational.of(power));
  return real({
    enclose: (digits) => intervals(digits).div(logOf(n).value.enclose(digits), LOG_2.value.enclose(digits)),
  });
}
