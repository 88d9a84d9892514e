/** The pages of reports/, as the canonical run writes it, those of docs/ with tables of claims or names of Coq, and the JSON Schemas of docs/. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import catalogue from '../../properties/catalogue.ts';
import { sectionOf } from '../../properties/index.ts';
import { knownOf } from '../../src/cli/known.ts';
import { REPORTERS } from '../../src/cli/reporters.ts';
import { linksOf } from '../../src/cli/save-reports.ts';
import { PACKAGE } from '../../src/io/place.ts';
import { modelOf } from '../../src/judge/judge.ts';
import type { Certificate } from '../../src/regions/certificate.ts';
import { regionsSchema } from '../../src/report/regions-schema.ts';
import { type Report, reportSchema } from '../../src/report/schema.ts';
import { withLinkedNames } from './coq-names.ts';
import { jsonSchemas } from './schemas.ts';
import { pagesWithTables } from './tables.ts';

const FOLDERS = { out: join(PACKAGE, 'reports'), store: join(PACKAGE, 'counterexamples') };

/** The committed report. */
export function committed(): Report {
  return reportSchema.parse(JSON.parse(readFileSync(join(FOLDERS.out, 'verification.json'), 'utf8')));
}

/** The boxes of the committed certificates. */
function certificates(): readonly Certificate[] {
  return regionsSchema.parse(JSON.parse(readFileSync(join(FOLDERS.out, REPORTERS.regions.file), 'utf8'))).certificates;
}

/** Pairs of path in the checkout and text. */
export async function pages(): Promise<[string, string][]> {
  const report = committed();
  const links = linksOf(report, FOLDERS, sectionOf);
  const known = await knownOf(catalogue);
  const model = modelOf(report, { certificates: certificates(), links, store: 'counterexamples', known });
  const reports = [REPORTERS.html, REPORTERS.markdown, REPORTERS.theorems].map(({ of, file }): [string, string] => [
    join('reports', file),
    of(model) ?? '',
  ]);
  return [...reports, ...withLinkedNames(pagesWithTables()), ...jsonSchemas()];
}
