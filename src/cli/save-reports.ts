import { join, relative, resolve, sep } from 'node:path';
import type { Catalogue } from '../claims/catalogue.ts';
import { PROOFS } from '../coq/gate/place.ts';
import { PACKAGE } from '../io/place.ts';
import { makeFolder, writeWhole } from '../io/write-whole.ts';
import type { Links, Model } from '../report/model.ts';
import type { Report } from '../report/schema.ts';
import { type Format, REPORTERS } from './reporters.ts';
import type { Settings } from './settings.ts';
import { theoremPlaces } from './theorem-places.ts';

type Folders = Pick<Settings, 'out' | 'store'>;

const FORMATS: readonly Format[] = Object.values(REPORTERS);

/** Writes all formats that have a file, or some of them, if a folder for them is given. */
export async function saveReports(
  model: Model,
  { out }: Pick<Folders, 'out'>,
  formats: readonly Format[] = FORMATS,
): Promise<void> {
  if (out === null) return;
  await makeFolder(out);
  for (const { of, file } of formats) {
    const text = file === null ? null : of(model);
    if (file !== null && text !== null) await writeWhole(join(out, file), text);
  }
}

/**
 * The link targets of the reports, relative to the reports' folder. Only reports inside the checkout link to its documentation: from
 * elsewhere, a path would reveal where the checkout is.
 */
export function linksOf(
  { claims, proofs }: Pick<Report, 'claims' | 'proofs'>,
  { out, store }: Folders,
  sectionOf: Catalogue['sectionOf'],
): Links {
  const from = resolve(out ?? '.');
  const pathTo = (place: string): string => relative(from, resolve(place)).replaceAll(sep, '/') || '.';
  const isInside = `${from}${sep}`.startsWith(`${PACKAGE}${sep}`);
  const inPackage = (place: string): string | null => (isInside ? pathTo(join(PACKAGE, place)) : null);
  const sections = claims.flatMap(({ id }) => {
    const [page = '', anchor] = sectionOf(id)?.split('#') ?? [];
    return isInside && anchor !== undefined ? [[id, `${pathTo(join(PACKAGE, page))}#${anchor}`]] : [];
  });
  return {
    sections: Object.fromEntries(sections),
    counterexamples: store && pathTo(store),
    figures: inPackage(join('reports', 'figures.md')),
    glossary: inPackage(join('docs', 'glossary.md')),
    proofs: isInside ? pathTo(PROOFS) : null,
    lines: isInside ? new Map([...theoremPlaces()].map(([name, { line }]) => [name, line])) : new Map(),
    theorems: proofs && REPORTERS.theorems.file,
  };
}
