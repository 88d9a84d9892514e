/** Slips that give the right quantity of another instance. */
import { hasTies, type Instance, untied } from '../../claims/instance.ts';
import { MAX_DRAWS } from '../../policy/draws.ts';
import { QUANTITY_NAMES, type QuantityName } from '../quantities.ts';
import { giving, quantityAt, type Slip } from './slip.ts';

/** The quantities that depend on n. */
const OF_N = QUANTITY_NAMES.filter((name) => !name.startsWith('renyi'));
const OF_REWARDS: readonly QuantityName[] = ['kl', 'gap', 'winRate', 'estimatorMean', 'estimatorBest'];
const OF_ATOMS: readonly QuantityName[] = ['kl', 'gap', 'estimatorBest', 'renyi2', 'renyi3'];

export const WRONG_INSTANCE: readonly Slip[] = [
  giving('n-minus-one', 'for n − 1 draws', OF_N, ({ instance, quantity }) =>
    instance.n > 1 ? [quantityAt(quantity, { ...instance, n: instance.n - 1 })] : [],
  ),
  giving('n-plus-one', 'for n + 1 draws', OF_N, ({ instance, quantity }) =>
    instance.n < MAX_DRAWS ? [quantityAt(quantity, { ...instance, n: instance.n + 1 })] : [],
  ),
  giving('reversed-rewards', 'for the rewards in the opposite order', OF_REWARDS, ({ instance, quantity }) => [
    quantityAt(quantity, reversed(instance)),
  ]),
  giving('order-for-level', 'for outcomes of equal reward that are ordered by the list', OF_ATOMS, (subject) =>
    hasTies(subject.instance) && subject.instance.ties === undefined
      ? [quantityAt(subject.quantity, refined(subject.instance))]
      : [],
  ),
  giving('level-for-order', 'for reward levels, where the order breaks ties', OF_ATOMS, ({ instance, quantity }) =>
    instance.ties === 'order' ? [quantityAt(quantity, withoutOrder(instance))] : [],
  ),
  giving('outcomes-for-levels', 'by outcomes instead of reward levels', ['winRate'], ({ instance, quantity }) =>
    hasTies(instance) ? [quantityAt(quantity, refined(instance))] : [],
  ),
];

function reversed({ weights, ranks, ...rest }: Instance): Instance {
  const last = ranks.at(-1) as number;
  return { ...rest, weights: weights.toReversed(), ranks: ranks.toReversed().map((rank) => last - rank) };
}

/** The same outcomes without ties, in the order of the list. */
function refined({ weights, n }: Instance): Instance {
  return untied(weights, n);
}

function withoutOrder({ ties: _, ...instance }: Instance): Instance {
  return instance;
}
