import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkFolder } from '../io/check-folder.ts';
import { isThere } from '../io/is-there.ts';
import { PACKAGE } from '../io/place.ts';
import { readAs } from '../io/read-text.ts';
import { contradictionIn } from '../judge/consistent.ts';
import { modelOf } from '../judge/judge.ts';
import { InputError } from '../policy/errors.ts';
import type { Certificate } from '../regions/certificate.ts';
import { regionsSchema } from '../report/regions-schema.ts';
import { reportSchema } from '../report/schema.ts';
import { catalogueAt } from '../run/catalogue.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { Interrupted } from './interrupted.ts';
import { knownOf } from './known.ts';
import { REPORTERS } from './reporters.ts';
import { linksOf, saveReports } from './save-reports.ts';

export interface ReportOptions {
  readonly out?: string;
  /** The folder of the saved counterexamples, to which the pages link. */
  readonly counterexamples?: string;
}

/** The folder of the report that comes with this version. */
const OURS = join(PACKAGE, 'reports');

/** What is written: the pages, and the boxes to which one of them links. */
const PAGES = [REPORTERS.html, REPORTERS.markdown, REPORTERS.theorems, REPORTERS.regions];

/** `bonafide report [REPORT] --out DIR`: writes the pages of a saved report again, without a search. */
export async function report(
  saved: string | undefined,
  { out, counterexamples }: ReportOptions,
  { console, catalogue: address, signal }: Context,
): Promise<ExitCode> {
  if (out === undefined) throw new InputError('name the folder of the pages with --out DIR');
  await checkFolder(out);
  const store = counterexamples ?? null;
  const file = await reportFile(saved ?? OURS);
  const found = await readAs(reportSchema, file);
  const contradiction = contradictionIn(found);
  if (contradiction !== null) throw new InputError(`${file}: ${contradiction}`);
  const certificates = found.regions.length > 0 ? await certificatesIn(dirname(file)) : [];
  const catalogue = await catalogueAt(address);
  const links = linksOf(found, { out, store }, catalogue.sectionOf);
  const model = modelOf(found, { certificates, links, store, known: await knownOf(catalogue) });
  if (signal.aborted) throw new Interrupted('interrupted');
  await saveReports(model, { out }, PAGES);
  console.out(`${join(out, REPORTERS.html.file)}: ${found.claims.length} claims`);
  return EXIT.ok;
}

/** The file of a report: what is named, or the one in the folder that is named. */
async function reportFile(saved: string): Promise<string> {
  const isFolder = await stat(saved).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder ? join(saved, REPORTERS.json.file) : saved;
}

/** The boxes of the inequalities beside a report; none where they are not there. */
async function certificatesIn(folder: string): Promise<readonly Certificate[]> {
  const file = join(folder, REPORTERS.regions.file);
  return (await isThere(file)) ? (await readAs(regionsSchema, file)).certificates : [];
}
