import { z } from 'zod';
import { claimSchema, idSchema } from './claim-schema.ts';

const named = z.looseObject({ id: idSchema }, 'must be an object');

/** Checks that a value has the form of a claim. @throws TypeError naming the claim, the field and what is wrong with it. */
export function checkForm(claim: unknown): void {
  const name = named.safeParse(claim);
  if (name.error) throw new TypeError(`the claim ${first(name.error)}`);
  const { error } = claimSchema.safeParse(claim);
  if (error) throw new TypeError(`claim ${name.data.id}: ${first(error)}`);
}

/** One sentence that says what is wrong. A misspelt field is also a missing field; the misspelling is reported first. */
function first({ issues }: z.core.$ZodError): string {
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? (issues[0] as z.core.$ZodIssue);
  if (issue.code === 'unrecognized_keys')
    return `there is no field ${[...issue.path, issue.keys[0]].join('.')}; ${issue.message}`;
  return `${issue.path.join('.')} ${issue.message}`.trim();
}
