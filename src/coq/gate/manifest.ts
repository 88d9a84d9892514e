import { z } from 'zod';
import { readAs } from '../../io/read-text.ts';
import { InputError } from '../../policy/errors.ts';
import { bodyAndType, NAME, notOneTerm } from './term.ts';

const name = z.string().regex(NAME, 'is not a Coq name');
const term = z.string().superRefine((text, issue) => {
  const fault = notOneTerm(text);
  if (fault !== null) issue.addIssue({ code: 'custom', message: `is not a Coq term: ${fault}` });
});

const theorem = z.strictObject({
  name,
  file: z.string(),
  /** As Coq prints it, on one line. */
  statement: term,
  words: z.string(),
});

const definition = z
  .strictObject({ name, file: z.string(), text: z.string() })
  .refine((given) => stated(given) !== null, { path: ['text'], message: 'is not "NAME = BODY : TYPE"' });

/** What the proofs are compared with. People write it; no command does. */
const manifestSchema = z.strictObject({
  format: z.literal('bonafide-proofs/1'),
  /** The libraries that `Require Import` may name, in the order in which the checker loads them. */
  libraries: z.array(name),
  /** The axioms that theorems may rest on, with full name and statement. */
  axioms: z.array(z.strictObject({ name, location: z.string(), statement: term })),
  /** The names from the library that statements and definitions use, with what they stand for. */
  library: z.record(z.string(), z.string()),
  /** As Coq prints them: "NAME = BODY : TYPE". Each comes after the definitions that it mentions. */
  definitions: z.array(definition),
  theorems: z.array(theorem).min(1),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type Theorem = z.infer<typeof theorem>;

/** The body and type of a recorded definition; null where its text has another form. */
export function stated({ name, text }: { name: string; text: string }): { body: string; type: string } | null {
  return text.startsWith(`${name} = `) ? bodyAndType(text.slice(name.length + 3)) : null;
}

/** @throws InputError naming file, field and reason. */
export async function readManifest(file: string): Promise<Manifest> {
  const manifest = await readAs(manifestSchema, file);
  const names = [...manifest.theorems, ...manifest.definitions].map((entry) => entry.name);
  const twice = names.find((entry, at) => names.indexOf(entry) !== at);
  if (twice !== undefined) throw new InputError(`${file}: ${twice} is listed twice`);
  return manifest;
}
