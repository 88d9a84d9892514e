import type { Rational } from '../../arithmetic/rational.ts';
import { rationalReal } from '../../arithmetic/real.ts';
import type { FinitePolicy } from '../../policy/finite-policy.ts';
import type { BestOfN } from '../../quantities/best-of-n.ts';
import { binaryLog } from '../../quantities/binary-log.ts';
import { BETTER_ESTIMATOR_MEAN } from '../../quantities/estimator-quantities.ts';
import type { Evaluation } from '../../quantities/evaluation.ts';
import { powerSum } from '../../quantities/renyi.ts';
import { winsAndTies } from '../../quantities/wins-and-ties.ts';
import type { CoqNames } from './coq-names.ts';
import { log, minus, type NamedQuantity, n, named, over } from './expression.ts';

const bestOf = ({ outcomes, draws }: CoqNames): string => `(best_of ${outcomes} p ${draws})`;
const mean =
  (estimator: string) =>
  (names: CoqNames): string =>
    `expect ${names.outcomes} ${bestOf(names)} (fun y : nat => ${estimator} ${names.draws} (p y))`;

/** KL(π‖p), in nats. */
export const KL = named<Evaluation>({
  text: 'KL(π‖p)',
  short: 'KL',
  latex: '\\mathrm{KL}(\\pi\\|p)',
  value: ({ kl }) => kl,
  coq: (names) => `kl ${names.outcomes} ${bestOf(names)} p`,
});

/** D̃_n: the analytical formula of best-of-n, the KL without atoms. It is shown by its definition. */
export const ATOMLESS_KL = named<BestOfN>({
  text: 'D̃_n',
  short: 'log n − (n−1)/n',
  latex: '\\tilde D_n',
  latexAt: (draws) => `\\tilde D_{${draws}}`,
  definition: minus(log(n), over(minus(n, 1), n)),
  value: ({ atomlessKl }) => atomlessKl,
  coq: ({ draws }) => `formula (INR ${draws})`,
});

/** The gap D̃_n − KL, shown by its definition. As a side of a relation it is called gap. */
export const GAP = named<BestOfN>({
  text: 'gap',
  latex: '\\mathrm{gap}',
  definition: minus(ATOMLESS_KL, KL),
  value: ({ gap }) => gap,
});

/** W, the win rate against one draw. */
export const WIN_RATE = named<Evaluation>({
  text: 'W',
  latex: 'W',
  value: ({ winRate }) => winRate,
  coq: (names) => `win_rate ${names.outcomes} ${bestOf(names)} p`,
});

/** The mean of the paper's estimator over y ∼ π. */
export const ESTIMATOR_MEAN = named<BestOfN>({
  text: 'E_{y∼π} D̂_n(p(y))',
  short: 'E D̂',
  latex: '\\mathbb{E}_{y\\sim\\pi}[\\hat D_n(p(y))]',
  latexAt: (draws) => `\\mathbb{E}[\\hat D_{${draws}}]`,
  value: ({ estimatorMean }) => estimatorMean,
  coq: mean('estimator'),
});

/** The mean of the better estimator over y ∼ π. */
export const BETTER_MEAN = named<BestOfN>({
  text: 'E_{y∼π} D̂*_n(p(y))',
  short: 'E D̂*',
  latex: '\\mathbb{E}_{y\\sim\\pi}[\\hat D^*_n(p(y))]',
  latexAt: (draws) => `\\mathbb{E}[\\hat D^*_{${draws}}]`,
  value: (q) => (q.policy.isAtomless ? q.atomlessKl : q.isOneDraw ? q.kl : q.of(BETTER_ESTIMATOR_MEAN)),
  coq: mean('better_estimator'),
});

/** Σ p_i^k over the atoms of a policy, continuous parts left out. */
function powersOf(k: 2 | 3, policyOf: (q: Evaluation) => FinitePolicy): NamedQuantity<Evaluation> {
  const rational = (q: Evaluation): Rational => powerSum(policyOf(q), k);
  return named<Evaluation>({
    text: `Σ p_i${SUPERSCRIPT[k]}`,
    short: `Σ p${SUPERSCRIPT[k]}`,
    latex: `\\sum_i p_i^${k}`,
    value: (q) => rationalReal(rational(q)),
    rational,
    coq: ({ outcomes }) => `sum ${outcomes} (fun i : nat => p i ^ ${k})`,
  });
}

const SUPERSCRIPT = { 2: '²', 3: '³' } as const;

/** Σ p_i² over the atoms. */
export const SQUARES = powersOf(2, ({ policy }) => policy);
/** Σ p_i² over the reward levels, however ties are broken. */
export const LEVEL_SQUARES = powersOf(2, ({ levels }) => levels);
/** Σ p_i³ over the reward levels, however ties are broken. */
export const LEVEL_CUBES = powersOf(3, ({ levels }) => levels);

/** Σ π_i F_i over the reward levels: the probability to win or tie. */
export const WINS_AND_TIES = named<BestOfN>({
  text: 'Σ π_i F_i',
  short: 'Σ π F',
  latex: '\\sum_i \\pi_i F_i',
  value: winsAndTies,
  coq: ({ outcomes, draws }) => `sum ${outcomes} (fun i : nat => best_of ${outcomes} p ${draws} i * cdf p (S i))`,
});

/** log₂ n. */
export const BINARY_LOG = named<Evaluation>({
  text: 'log₂ n',
  latex: '\\log_2 n',
  value: ({ draws }) => binaryLog(draws),
  coq: over(log(n), log(2)),
});
