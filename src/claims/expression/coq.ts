import type { Evaluation } from '../../quantities/evaluation.ts';
import type { CoqNames } from './coq-names.ts';
import type { Expression, NamedQuantity, Statement } from './expression.ts';

/** The names in a theorem about every policy: K and n. */
export const GENERIC: CoqNames = {
  outcomes: 'K',
  draws: 'n',
  times: (factor) => ({ ...GENERIC, draws: `(${factor} * n)` }),
};

/** A statement in the terms of proofs/Definitions.v, as Coq prints it; null where they lack one of its quantities. */
export function statementCoq<E extends Evaluation>(
  { left, is, right }: Statement<E>,
  names: CoqNames = GENERIC,
): string | null {
  const [one, other] = [coqOf(left, names), coqOf(right, names)];
  return one !== null && other !== null ? `${one} ${is === '≤' ? '<=' : '='} ${other}` : null;
}

const SIGN = { sum: '+', difference: '-', product: '*', quotient: '/' } as const;
const BINDS = { sum: 1, difference: 1, product: 2, quotient: 2, power: 3 } as const;

/** An expression of real numbers as Coq prints it; null where a quantity is not in proofs/Definitions.v. */
export function coqOf<E extends Evaluation>(of: Expression<E>, names: CoqNames = GENERIC): string | null {
  /** An operand, in parentheses where it binds less. */
  const operand = (part: Expression<E>, least: number): string | null => {
    const text = coqOf(part, names);
    return text === null || binds(part) >= least ? text : `(${text})`;
  };
  let inner: Expression<E> | null;
  switch (of.kind) {
    case 'quantity':
      if (typeof of.coq === 'function') return of.coq(names);
      inner = inCoq(of);
      return inner && coqOf(inner, names);
    case 'number':
      return of.value.den === 1n ? String(of.value.num) : null;
    case 'draws':
      return `INR ${names.draws}`;
    case 'at':
      return coqOf(of.of, names.times(of.factor));
    case 'log': {
      const text = coqOf(of.of, names);
      return text && (of.of.kind === 'number' && of.of.value.sign() >= 0 ? `ln ${text}` : `ln (${text})`);
    }
    case 'power': {
      const base = operand(of.base, BINDS.power + 1);
      return base && `${base} ^ ${of.exponent}`;
    }
    case 'sum':
    case 'difference':
    case 'product':
    case 'quotient': {
      // Coq's operators associate to the left.
      const [left, right] = [operand(of.left, BINDS[of.kind]), operand(of.right, BINDS[of.kind] + 1)];
      return left !== null && right !== null ? `${left} ${SIGN[of.kind]} ${right}` : null;
    }
    default:
      return null;
  }
}

/** Whether a text has an operator outside its parentheses. */
function hasOperator(text: string): boolean {
  let outside = text;
  for (let before = ''; before !== outside; ) {
    before = outside;
    outside = outside.replace(/\([^()]*\)/g, '');
  }
  return /[-+*/^]/.test(outside);
}

/** The expression that stands for a quantity. */
function inCoq<E extends Evaluation>({ coq, definition }: NamedQuantity<E>): Expression<E> | null {
  return typeof coq === 'function' ? null : (coq ?? definition);
}

function binds<E extends Evaluation>(of: Expression<E>): number {
  const inner = of.kind === 'quantity' ? inCoq(of) : null;
  if (inner) return binds(inner);
  if (of.kind === 'quantity' && typeof of.coq === 'function') return hasOperator(of.coq(GENERIC)) ? 0 : BINDS.power + 1;
  if (of.kind === 'number') return of.value.sign() < 0 ? 0 : BINDS.power + 1;
  return of.kind in BINDS ? BINDS[of.kind as keyof typeof BINDS] : BINDS.power + 1;
}
