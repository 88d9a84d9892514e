import type { Paper } from '../claims/paper.ts';

/** Papers in BibTeX. */
export function bibtexOf({ key, authors, title, year, arxiv, note }: Paper): string {
  return entry('misc', key, {
    author: authors.join(' and '),
    title: `{${title}}`,
    year: String(year),
    eprint: arxiv,
    archivePrefix: 'arXiv',
    url: `https://arxiv.org/abs/${arxiv}`,
    ...(note !== undefined && { note }),
  });
}

/** This program in BibTeX, with the version that was used. */
export function softwareBibtex(version: string): string {
  return entry('software', 'bonafide', {
    author: '{The BoNafide authors}',
    title: '{BoNafide}: the theory of best-of-n sampling, verified',
    version,
  });
}

function entry(kind: string, key: string, fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},`);
  return [`@${kind}{${key},`, ...lines, '}'].join('\n');
}
