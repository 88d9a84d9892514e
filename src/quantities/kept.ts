import { Rational } from '../arithmetic/rational.ts';

type ExactNumber = Rational | bigint | number;

/** A parameter of a quantity besides the policy and n: an exact number or a list of them. */
export type KeptParameter = ExactNumber | readonly ExactNumber[];

/**
 * A cache of results. The key is an object, such as a quantity, and its exact parameters. Objects are compared by identity, so that two
 * quantities of the same name are two keys.
 */
export class Kept<V> {
  readonly #values = new Map<object, Map<string, V>>();

  /** The cached value for an object and its parameters; `make` computes it on first use. */
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

/** A string that is unique to the number, or list, and its type. A formula may distinguish a bigint from an equal rational. */
function numeral(x: KeptParameter): string {
  if (isList(x)) return `[${x.map(numeral).join(' ')}]`;
  if (typeof x === 'bigint') return `${x}n`;
  if (!(x instanceof Rational)) return `${x}`;
  const { num, den } = x.reduced();
  return `${num.toString(36)}/${den.toString(36)}`;
}

/** The parameters, with lists replaced by frozen copies. */
export function copied<P extends readonly KeptParameter[]>(parameters: P): P {
  return parameters.map((x) => (isList(x) ? Object.freeze(x.slice()) : x)) as unknown as P;
}

/** The parameters as messages show them, such as `(1/2, 3)`; empty where there are none. */
export function shown(parameters: readonly KeptParameter[]): string {
  return parameters.length === 0 ? '' : `(${parameters.join(', ')})`;
}

function isList(x: KeptParameter): x is readonly ExactNumber[] {
  return Array.isArray(x);
}
