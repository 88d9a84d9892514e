import type { InstanceJson } from './instance-schema.ts';

/** An instance, or its form as JSON, whose weights are strings. */
export interface AnyInstance {
  readonly weights: readonly (bigint | string)[];
  readonly ranks?: readonly number[] | undefined;
  readonly n: number;
  readonly ties?: 'order' | undefined;
  readonly continuousParts?: readonly number[] | undefined;
  readonly auxiliary?: readonly (bigint | string)[] | undefined;
  readonly selection?: string | undefined;
}

type Field = keyof Required<InstanceJson>;

/** The values of one field, one for most; empty where the field is at its default. */
export type Values = readonly (bigint | number | string)[];

/**
 * The values of every field, from which keys, file names and words are made. The type has every field of an instance, so that a new one
 * cannot be left out of them.
 */
const VALUES: { readonly [F in Field]: (instance: AnyInstance) => Values } = {
  weights: ({ weights }) => weights,
  ranks: ({ ranks = [] }) => (ranks.at(-1) !== ranks.length - 1 ? ranks : []),
  n: ({ n }) => [n],
  ties: ({ ties }) => (ties ? [ties] : []),
  continuousParts: ({ continuousParts }) => continuousParts ?? [],
  auxiliary: ({ auxiliary }) => auxiliary ?? [],
  selection: ({ selection }) => (selection ? [selection] : []),
};

export function valuesOf(instance: AnyInstance): { readonly [F in Field]: Values } {
  const entries = (Object.keys(VALUES) as Field[]).map((field) => [field, VALUES[field](instance)] as const);
  return Object.fromEntries(entries) as { [F in Field]: Values };
}

/** What each field adds to a text, in an order that the caller chooses by the order of its record; nothing where it is at its default. */
export function textsOf(
  instance: AnyInstance,
  write: { readonly [F in Field]: (values: Values) => string },
): readonly string[] {
  const values = valuesOf(instance);
  return (Object.keys(write) as Field[]).flatMap((field) =>
    values[field].length > 0 ? [write[field](values[field])] : [],
  );
}
