import { Rational } from '../arithmetic/rational.ts';

/** What a definition may depend on besides the policy and n: exact numbers. */
export type KeptParameter = Rational | bigint | number;

/**
 * Results, kept under what defines them: an object, such as a formula's function, and its exact parameters. A text never decides what
 * is found: two formulas are two keys, whatever they are called.
 */
export class Kept<V> {
  readonly #values = new Map<object, Map<string, V>>();

  /** What is kept for a definition and its parameters; made when first asked for. */
  get(definition: object, parameters: readonly KeptParameter[], make: () => V): V {
    let values = this.#values.get(definition);
    if (!values) {
      values = new Map();
      this.#values.set(definition, values);
    }
    const key = parameters.length === 0 ? '' : parameters.map(numeral).join(' ');
    let value = values.get(key);
    if (value === undefined) {
      value = make();
      values.set(key, value);
    }
    return value;
  }
}

/** One text for each number of each type: a formula may tell a bigint from a rational. */
function numeral(x: KeptParameter): string {
  if (typeof x === 'bigint') return `${x}n`;
  if (!(x instanceof Rational)) return `${x}`;
  const { num, den } = x.reduced();
  return `${num.toString(36)}/${den.toString(36)}`;
}
