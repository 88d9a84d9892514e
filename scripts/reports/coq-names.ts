/** The names of Coq on the pages, as links to the lines of proofs/ on which they are stated. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { theoremPlaces } from '../../src/cli/theorem-places.ts';
import { PACKAGE } from '../../src/io/place.ts';

/** A block, a link to the proofs, another link, a formula or a piece of code. */
const PIECE = /```[\s\S]*?```|\[`([\w']+)`\]\([^)\s]*\.v(?:#L\d+)?\)|\[[^\]]*\]\([^)]*\)|\$`[^`]*`\$|`([^`\n]*)`/g;

/** On these pages such names are those of fields and columns. */
const OTHERS = ['conform.md', 'formats.md', 'vectors.md'];

/** The given pages, and all others with names of Coq, as pairs of path in the checkout and text with links. */
export function withLinkedNames(made: readonly (readonly [string, string])[]): [string, string][] {
  const docs = readdirSync(join(PACKAGE, 'docs')).filter((name) => name.endsWith('.md') && !OTHERS.includes(name));
  const paths = [...docs.map((name) => join('docs', name)), join('proofs', 'README.md')];
  const texts = new Map(made);
  const links = linksFrom();
  return paths.map((path) => [path, linked(texts.get(path) ?? readFileSync(join(PACKAGE, path), 'utf8'), path, links)]);
}

/** The link to a name's line, from a page; null for what is no name of Coq. */
type LinkTo = (name: string, page: string) => string | null;

function linksFrom(): LinkTo {
  const places = theoremPlaces();
  return (name, page) => {
    const place = places.get(name);
    return place ? `[\`${name}\`](${relative(dirname(page), join('proofs', place.file))}#L${place.line})` : null;
  };
}

/** A name of one word is linked where a person has made it a link: it may also be the id of a claim. */
function linked(text: string, page: string, linkTo: LinkTo): string {
  return text.replace(PIECE, (piece, already?: string, code?: string) => {
    const name = already ?? (code?.includes('_') ? code : undefined);
    return (name === undefined ? null : linkTo(name, page)) ?? piece;
  });
}
