import { readFileSync } from 'node:fs';
import { figure as benchmarks } from '../../../bench/figure.ts';
import { newDocument } from '../../../src/pictures/in-node.ts';
import { draw, type Picture } from '../../../src/pictures/picture.ts';
import { type Figure, figureSchema } from '../../../src/report/figure-schema.ts';
import { figuresPage } from '../../../src/report/figures.ts';
import { formulaAndKl } from './formula-and-kl.ts';
import { lowEntropyPicture } from './low-entropy.ts';
import { rareBestPicture } from './rare-best.ts';
import { tradeOffPicture } from './trade-off.ts';
import { uniformPicture } from './uniform.ts';

/** The pictures of the data in reports/figures. */
const PICTURES: Readonly<Record<string, (figure: Figure) => Picture>> = {
  uniform: uniformPicture,
  'rare-best': rareBestPicture,
  'trade-off': tradeOffPicture,
  'low-entropy': lowEntropyPicture,
};

/** What is drawn from data that are saved, as pairs of path in the project and text. */
export function pictures(): [path: string, text: string][] {
  const page = textOf('reports/benchmarks.md');
  return [
    ['docs/formula-and-kl.svg', fileOf(formulaAndKl())],
    ['reports/benchmarks.svg', benchmarks(page)],
    ...shown(Object.keys(PICTURES).map(saved)),
  ];
}

/** The page of the figures and their pictures. */
export function shown(figures: readonly Figure[]): [path: string, text: string][] {
  const all = figures.map((figure) => {
    const picture = (PICTURES[figure.figure] as (typeof PICTURES)[string])(figure);
    return { figure, path: `docs/${figure.figure}.svg`, picture };
  });
  const page = all.map(({ figure, path, picture }) => ({
    figure,
    picture: { path: `../${path}`, seen: picture.description },
  }));
  return [
    ['reports/figures.md', figuresPage(page)],
    ...all.map(({ path, picture }): [string, string] => [path, fileOf(picture)]),
  ];
}

function fileOf(picture: Picture): string {
  return draw(newDocument(), picture).file();
}

function saved(name: string): Figure {
  return figureSchema.parse(JSON.parse(textOf(`reports/figures/${name}.json`)));
}

function textOf(path: string): string {
  return readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
}
