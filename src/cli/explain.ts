import { join } from 'node:path';
import { PACKAGE, PROOFS } from '../coq/gate/place.ts';
import { readAs, readText } from '../io/read-text.ts';
import { explanationOf } from '../judge/explanation.ts';
import { explanationText } from '../report/explanation-text.ts';
import { type Report, reportSchema } from '../report/schema.ts';
import { catalogueAt } from '../run/catalogue.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { selectClaims } from './options.ts';

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
  const theorem = await placesIn(report);
  const explanations = wanted.map((claim) => explanationOf(claim, report, { section: sectionOf(claim.id), theorem }));
  if (json) console.out(JSON.stringify(explanations, null, 2));
  else console.out(explanations.map(explanationText).join('\n\n'));
  return EXIT.ok;
}

/** Where the theorems of a report stand: their file, and the line, from 1, on which they are stated. */
async function placesIn({ proofs }: Report): Promise<(name: string, file: string) => string> {
  const files = [...new Set(proofs?.theorems.map(({ file }) => file))];
  const lines = new Map(
    await Promise.all(files.map(async (file) => [file, (await readText(join(PROOFS, file))).split('\n')] as const)),
  );
  return (name, file) => {
    const opening = new RegExp(`^(Theorem|Lemma|Corollary|Proposition) ${name}\\b`);
    return `proofs/${file}:${1 + (lines.get(file)?.findIndex((line) => opening.test(line)) ?? 0)}`;
  };
}
