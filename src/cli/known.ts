import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue } from '../claims/catalogue.ts';
import { sidesLatex } from '../claims/expression/latex.ts';
import { PACKAGE, packageVersion } from '../io/place.ts';
import { readText } from '../io/read-text.ts';
import type { Known, Picture } from '../report/known.ts';

/** What pages show beside the findings of a run: of the catalogue, and of the documentation that comes with this version. */
export async function knownOf({ claims, papers }: Pick<Catalogue, 'claims' | 'papers'>): Promise<Known> {
  const relations = claims.flatMap(({ id, states }) => (states ? [[id, states.map(sidesLatex)] as const] : []));
  return {
    version: packageVersion(),
    papers,
    relations: Object.fromEntries(relations),
    catalogue: claims.map(({ id }) => id),
    pictures: await picturesIn('docs'),
  };
}

/** The pictures in a folder of the package, in the order of their names; none where there is no such folder. */
async function picturesIn(folder: string): Promise<Picture[]> {
  const names = await readdir(join(PACKAGE, folder)).catch(() => []);
  const files = names.filter((name) => name.endsWith('.svg')).sort();
  return Promise.all(
    files.map(async (name) => pictureOf(`${folder}/${name}`, await readText(join(PACKAGE, folder, name)))),
  );
}

/** A picture with the title and the description that it has itself. */
function pictureOf(path: string, svg: string): Picture {
  const contentOf = (name: string): string | null =>
    new RegExp(`<${name}\\b[^>]*>([^<]+)</${name}>`).exec(svg)?.[1]?.trim() ?? null;
  return { path, title: plain(contentOf('title') ?? path), description: plain(contentOf('desc') ?? '') || null, svg };
}

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

function plain(text: string): string {
  return text.replace(/&(lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}
