import { z } from 'zod';
import { parseJson, readText } from '../evidence/read-text.ts';
import { InputError } from '../policy/errors.ts';

const theorem = z.strictObject({
  name: z.string(),
  file: z.string(),
  /** As Coq prints it, on one line. */
  statement: z.string(),
  words: z.string(),
});

/** What the proofs are held against. People write it; no command does. */
const manifestSchema = z.strictObject({
  format: z.literal('bonafide-proofs/1'),
  /** What `Require Import` may name, in the order in which the checker loads it. */
  libraries: z.array(z.string()),
  /** The axioms that theorems may rest on: full name, and statement as Coq prints it. */
  axioms: z.array(z.strictObject({ name: z.string(), location: z.string(), statement: z.string() })),
  /** The names from the library that statements and definitions use, with what they stand for. */
  library: z.record(z.string(), z.string()),
  definitions: z.array(z.strictObject({ name: z.string(), file: z.string(), text: z.string() })),
  theorems: z.array(theorem).min(1),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type Theorem = z.infer<typeof theorem>;

/** @throws InputError naming file, field and reason. */
export async function readManifest(file: string): Promise<Manifest> {
  const parsed = manifestSchema.safeParse(parseJson(await readText(file), file));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new InputError(`${file}: ${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'is no manifest'}`);
  }
  const names = [...parsed.data.theorems, ...parsed.data.definitions].map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new InputError(`${file}: ${twice} is listed twice`);
  return parsed.data;
}
