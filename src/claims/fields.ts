import { z } from 'zod';

/** A strict object with these fields. Its error messages show an example, or list the known fields. */
export function fields<Shape extends z.ZodRawShape>(
  shape: Shape,
  example: string,
): z.ZodReadonly<z.ZodObject<Shape, z.core.$strict>> {
  const names = Object.keys(shape).join(', ');
  const error: z.core.$ZodErrorMap = ({ code }) =>
    code === 'unrecognized_keys' ? `there are ${names}` : `must be an object such as ${example}`;
  return z.strictObject(shape, { error }).readonly();
}

/** An object with the same form for each name. Any name may be left out. */
export function each<Name extends string, Form extends z.ZodType>(
  names: Readonly<Record<Name, unknown>>,
  form: Form,
  example: string,
): z.ZodReadonly<z.ZodObject<Record<Name, z.ZodExactOptional<Form>>, z.core.$strict>> {
  const shape = Object.fromEntries(Object.keys(names).map((name) => [name, form.exactOptional()]));
  return fields(shape as Record<Name, z.ZodExactOptional<Form>>, example);
}

export function oneOf<const Words extends readonly string[]>(
  words: Words,
): z.ZodEnum<{ [Word in Words[number]]: Word }> {
  return z.enum(words, `must be one of ${words.map((word) => JSON.stringify(word)).join(', ')}`);
}
