import { packageVersion } from '../io/place.ts';
import { bibtexOf, softwareBibtex } from '../report/bibtex.ts';
import { catalogueAt } from '../run/catalogue.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { selectClaims } from './options.ts';

/** `bonafide cite kl-bound`: BibTeX of the papers that claims are taken from, and of this program. */
export async function cite(ids: readonly string[], { console, catalogue: address }: Context): Promise<ExitCode> {
  const { claims, papers } = await catalogueAt(address);
  const sources = selectClaims(ids, claims).map(({ source }) => source);
  const cited = papers.filter(({ arxiv }) => sources.some((source) => source.includes(arxiv)));
  console.out([...cited.map(bibtexOf), softwareBibtex(packageVersion())].join('\n\n'));
  return EXIT.ok;
}
