/** The tables of docs/ that list claims, made from the catalogue and the saved counterexamples. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { catalogue, sectionOf } from '../../properties/index.ts';
import type { Claim } from '../../src/claims/claim.ts';
import { type Counterexample, counterexampleSchema } from '../../src/evidence/schema.ts';
import { PACKAGE } from '../../src/io/place.ts';
import { inMarkdown, type Markdown } from '../../src/report/escape.ts';
import { joined, md, table } from '../../src/report/md.ts';
import { instanceInMarkdown } from '../../src/report/words.ts';
import { typeset } from './typeset.ts';

/** A table stands between these marks: the first names it. */
const MARKED = /<!-- (claims|counterexamples) of (\S+), by npm run reports -->\n[\s\S]*?<!-- end of table -->/g;

/** The pages with such tables, as pairs of path in the checkout and text. */
export function pagesWithTables(): [string, string][] {
  return ['docs/theory.md', 'docs/theory-falsehoods.md'].map((path) => [
    path,
    readFileSync(join(PACKAGE, path), 'utf8').replace(MARKED, (block, what: string, page: string) => {
      const rows = what === 'claims' ? claimsOf(page, path) : counterexamplesOf(page, path);
      return [block.slice(0, block.indexOf('\n')), '', rows, '', '<!-- end of table -->'].join('\n');
    }),
  ]);
}

/** The claims that a page proves or refutes: what they state, and what is known of it. */
function claimsOf(page: string, from: string): Markdown {
  return table([
    [md`claim`, md`statement`, md`status`],
    ...on(page).map((claim) => [linkTo(claim, from), typeset(claim.statement), statusOf(claim)]),
  ]);
}

/** The least counterexample that is saved to each false claim of a page. */
function counterexamplesOf(page: string, from: string): Markdown {
  const rows = on(page).flatMap((claim) => {
    const saved = savedOf(claim);
    if (!saved) return [];
    const { left, is, right } = saved.violated;
    const relation = md`${sideOf(left)} ${is === '=' ? md`=` : md`≤`} ${sideOf(right)}`;
    return [[linkTo(claim, from), instanceInMarkdown(saved.instance), relation]];
  });
  return table([[md`claim`, md`counterexample`, md`the relation there, which fails`], ...rows]);
}

function on(page: string): Claim[] {
  return catalogue.filter(({ id }) => sectionOf(id)?.startsWith(`docs/${page}#`));
}

function linkTo({ id }: Claim, from: string): Markdown {
  const [page = '', anchor = ''] = (sectionOf(id) ?? '').split('#');
  return `[\`${id}\`](${page === from ? '' : basename(page)}#${anchor})` as Markdown;
}

function statusOf({ expected, proof }: Claim): Markdown {
  const proved = proof && (proof.beyond === undefined ? md`proved in Coq` : md`proved in Coq in part`);
  if (expected === 'holds') return proved ? md`theorem, ${proved}` : md`theorem`;
  if (expected === 'open') return md`**open**`;
  const where = proof?.refutes === undefined ? [] : [md`for ${inMarkdown(proof.refutes)}`];
  return joined([joined([md`**false**`, ...where], '\n'), ...(proved ? [proved] : [])], ', ').replace(
    '\n',
    ' ',
  ) as Markdown;
}

function savedOf({ id }: Claim): Counterexample | null {
  const folder = join(PACKAGE, 'counterexamples', id);
  const [file] = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []));
  return file === undefined ? null : counterexampleSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
}

/** Digits that are shown of a number that is not a short fraction. */
const DIGITS = 6;

/** A side's value: its exact form where that is a short fraction, otherwise its first digits. */
function sideOf({ lo, exact }: Counterexample['violated']['left']): Markdown {
  if (exact !== null && /^-?\d{1,6}(\/\d{1,6})?$/.test(exact)) return inMarkdown(exact.replace('-', '−'));
  const [, sign = '', digits = '', power] = /^(-?)(.*?)(?:e(.*))?$/.exec(lo) ?? [];
  const cut = /^0\.0*/.exec(digits)?.[0].length ?? digits.indexOf('.') + 1;
  const shown = `${sign && '−'}${digits.slice(0, cut + DIGITS)}…`;
  return inMarkdown(power === undefined ? shown : `${shown}·10^${power}`);
}
