/** The parts of Coq's library that statements use, with their meaning there. */

import { absolute, add, divide, exp, ln, minus, realPower, sign, squareRoot, subtract } from './number.ts';
import { type Func, func, toFunc, toList, toNatural, toNumber, type Value } from './value.ts';

type Native = (...args: Value[]) => Value;

const NATIVE: Record<string, readonly [arity: number, Native]> = {
  S: [1, (n) => toNatural(n as Value) + 1],
  INR: [1, (n) => toNumber(toNatural(n as Value))],
  ln: [1, (x) => ln(toNumber(x as Value))],
  exp: [1, (x) => exp(toNumber(x as Value))],
  sinh: [1, (x) => half(subtract, x as Value)],
  cosh: [1, (x) => half(add, x as Value)],
  sqrt: [1, (x) => squareRoot(toNumber(x as Value))],
  Rabs: [1, (x) => absolute(toNumber(x as Value))],
  Rpower: [2, (x, y) => realPower(toNumber(x as Value), toNumber(y as Value))],
  fact: [1, (n) => factorial(toNatural(n as Value))],
  'Nat.max': [2, (a, b) => Math.max(toNatural(a as Value), toNatural(b as Value))],
  'Nat.div2': [1, (n) => Math.floor(toNatural(n as Value) / 2)],
  'Nat.eq_dec': [0, () => false],
  count_occ: [3, (_, list, y) => toList(list as Value).filter((x) => x === y).length],
  list_max: [1, (list) => Math.max(0, ...toList(list as Value))],
  map: [2, (f, list) => toList(list as Value).map((x) => toNatural(toFunc(f as Value)(x)))],
  nil: [0, () => []],
  true: [0, () => true],
  false: [0, () => false],
  // Here, rational numbers are real numbers.
  'Z.of_nat': [1, (n) => n as Value],
  inject_Z: [1, (n) => toNumber(n as Value)],
  Q2R: [1, (x) => toNumber(x as Value)],
  Qred: [1, (x) => toNumber(x as Value)],
  Qle_bool: [2, (x, y) => (sign(subtract(toNumber(x as Value), toNumber(y as Value))) ?? 1) <= 0],
};

/** Half the sum or the difference of e^x and e^−x. */
function half(of: typeof add, x: Value): Value {
  return divide(of(exp(toNumber(x)), exp(minus(toNumber(x)))), toNumber(2));
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}

/** A constant or function of Coq's library; undefined for any other name. */
export function fromLibrary(name: string): Value | undefined {
  if (!Object.hasOwn(NATIVE, name)) return undefined;
  const [arity, native] = NATIVE[name] as readonly [number, Native];
  return arity === 0 ? native() : curried(arity, native);
}

function curried(arity: number, native: Native, given: readonly Value[] = []): Func {
  return func((value) => {
    const args = [...given, value];
    return args.length === arity ? native(...args) : curried(arity, native, args);
  });
}
