import { join } from 'node:path';
import { PACKAGE } from '../io/place.ts';
import { readAs } from '../io/read-text.ts';
import { explanationOf } from '../judge/explanation.ts';
import { explanationText } from '../report/explanation-text.ts';
import { reportSchema } from '../report/schema.ts';
import { catalogueAt } from '../run/catalogue.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { selectClaims } from './options.ts';
import { theoremPlaces } from './theorem-places.ts';

/** The report that comes with this version. */
const REPORT = join(PACKAGE, 'reports', 'verification.json');

/** `bonafide explain kl-bound`: what claims state, how they fare, and where that is proved or refuted. */
export async function explain(
  ids: readonly string[],
  { json }: { readonly json?: boolean },
  { console, catalogue: address }: Context,
): Promise<ExitCode> {
  const { claims, sectionOf } = await catalogueAt(address);
  const wanted = selectClaims(ids, claims);
  const report = await readAs(reportSchema, REPORT);
  const places = theoremPlaces();
  const theorem = (name: string, file: string): string => `proofs/${[file, places.get(name)?.line].join(':')}`;
  const explanations = wanted.map((claim) => explanationOf(claim, report, { section: sectionOf(claim.id), theorem }));
  if (json) console.out(JSON.stringify(explanations, null, 2));
  else console.out(explanations.map(explanationText).join('\n\n'));
  return EXIT.ok;
}
