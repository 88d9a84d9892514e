import { z } from 'zod';
import type { Rational } from '../arithmetic/rational.ts';
import { entry, InputError, naming } from './errors.ts';
import { FinitePolicy } from './finite-policy.ts';
import { readJson } from './json.ts';
import { isWritten, readNumber, type Written } from './number.ts';
import type { ReadOptions } from './parse.ts';

const noNumber = { error: 'must be a number, or a string such as "1/3"' };
/** A number, kept exactly as it is written. */
const exactNumber = z.custom<Written>(isWritten, noNumber);

const policyFile = z.union([
  z.strictObject({ weights: z.array(exactNumber) }),
  z.strictObject({ probabilities: z.array(exactNumber) }),
  z.strictObject({ outcomes: z.array(z.strictObject({ reward: exactNumber, weight: exactNumber })) }),
]);

const FIELDS = ['weights', 'probabilities', 'outcomes'] as const;

/**
 * Reads the text of a policy file: `{"weights": […]}`, `{"probabilities": […]}` or `{"outcomes": [{"reward", "weight"}]}`. Numbers are
 * exactly as written, not rounded to doubles.
 *
 * @example
 * parsePolicyFile('{"weights": [1, "2"]}', 'policy.json').mass(1).toString(); // '2/3'
 *
 * @throws InputError naming the file, the field and the reason.
 */
export function parsePolicyFile(text: string, file: string, options: ReadOptions = {}): FinitePolicy {
  const json = readJson(text, file);
  if (!json) throw new InputError(`${file} is not JSON; is it cut off?`);
  const parsed = policyFile.safeParse(json.value);
  if (!parsed.success) throw new InputError(`${file}: ${explain(json.value)}`);
  const data = parsed.data;
  return naming(file, () => {
    if ('outcomes' in data) {
      const outcomes = data.outcomes.map(({ reward, weight }, index) => ({
        reward: readNumber(reward, `the reward of ${entry(index)}`),
        weight: readNumber(weight, `the weight of ${entry(index)}`),
      }));
      return FinitePolicy.fromOutcomes(outcomes, options);
    }
    if ('weights' in data) return FinitePolicy.fromWeights(numbersIn(data.weights), options);
    return FinitePolicy.fromProbabilities(numbersIn(data.probabilities), options);
  });
}

function numbersIn(values: readonly Written[]): Rational[] {
  return values.map((value, index) => readNumber(value, entry(index)));
}

/** One sentence for the first error. The message of the union itself would list every alternative. */
function explain(json: unknown): string {
  const fields = json !== null && typeof json === 'object' && !Array.isArray(json) ? Object.keys(json) : [];
  const [field] = fields;
  const index = (FIELDS as readonly (string | undefined)[]).indexOf(field);
  const schema = policyFile.options[index];
  if (fields.length !== 1 || !schema) {
    const given = fields.length === 0 ? 'none' : fields.map((name) => JSON.stringify(name)).join(', ');
    return `a policy has exactly one field, "weights", "probabilities" or "outcomes", not ${given}`;
  }
  const issue = schema.safeParse(json).error?.issues[0];
  const path = issue?.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('') ?? '';
  return `${path.replace(/^\./, '')}: ${issue?.message ?? 'is not of the documented form'}`;
}
