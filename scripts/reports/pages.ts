/** The Markdown of reports/, as the canonical run writes it, the pages with tables of claims or names of Coq, and the JSON Schemas of docs/. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sectionOf } from '../../properties/index.ts';
import { REPORTERS } from '../../src/cli/reporters.ts';
import { linksOf } from '../../src/cli/save-reports.ts';
import { PACKAGE } from '../../src/coq/gate/place.ts';
import { modelOf } from '../../src/judge/judge.ts';
import { type Report, reportSchema } from '../../src/report/schema.ts';
import { withLinkedNames } from './coq-names.ts';
import { jsonSchemas } from './schemas.ts';
import { pagesWithTables } from './tables.ts';

const FOLDERS = { out: join(PACKAGE, 'reports'), store: join(PACKAGE, 'counterexamples') };

/** The committed report. */
export function committed(): Report {
  return reportSchema.parse(JSON.parse(readFileSync(join(FOLDERS.out, 'verification.json'), 'utf8')));
}

/** Pairs of path in the checkout and text. */
export function pages(): [string, string][] {
  const report = committed();
  const model = modelOf(report, [], linksOf(report, FOLDERS, sectionOf));
  const reports = [REPORTERS.markdown, REPORTERS.theorems].map(({ of, file }): [string, string] => [
    join('reports', file),
    of(model) ?? '',
  ]);
  return [...reports, ...withLinkedNames(pagesWithTables()), ...jsonSchemas()];
}
