import { Rational } from '../arithmetic/rational.ts';

type ExactNumber = Rational | bigint | number;

/** What a quantity may depend on besides the policy and n: exact numbers and lists of them. */
export type KeptParameter = ExactNumber | readonly ExactNumber[];

/**
 * Results, kept under what defines them: an object, such as a quantity, and its exact parameters. A text never decides what
 * is found: two quantities are two keys, whatever they are called.
 */
export class Kept<V> {
  readonly #values = new Map<object, Map<string, V>>();

  /** What is kept for an object and its parameters; made when first asked for. */
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

/** One text for each number of each type, as a formula may tell a bigint from a rational, and for each list. */
function numeral(x: KeptParameter): string {
  if (isList(x)) return `[${x.map(numeral).join(' ')}]`;
  if (typeof x === 'bigint') return `${x}n`;
  if (!(x instanceof Rational)) return `${x}`;
  const { num, den } = x.reduced();
  return `${num.toString(36)}/${den.toString(36)}`;
}

/** The parameters with copies for lists, which nobody can change afterwards. */
export function copied<P extends readonly KeptParameter[]>(parameters: P): P {
  return parameters.map((x) => (isList(x) ? Object.freeze(x.slice()) : x)) as unknown as P;
}

/** The parameters as messages show them: `(1/2, 3)`; nothing where there are none. */
export function shown(parameters: readonly KeptParameter[]): string {
  return parameters.length === 0 ? '' : `(${parameters.join(', ')})`;
}

function isList(x: KeptParameter): x is readonly ExactNumber[] {
  return Array.isArray(x);
}
