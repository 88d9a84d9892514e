import { pathToFileURL } from 'node:url';
import { markdownTable } from 'markdown-table';
import { examine } from '../../../src/prover/check-proofs.ts';
import type { Checker } from '../../../src/prover/checker.ts';
import { coqc } from '../../../src/prover/coqc.ts';
import { embedded } from '../../../src/prover/embedded.ts';
import { scan } from '../../../src/prover/scan.ts';
import type { Evil } from './evil.ts';
import { EVIL } from './index.ts';
import { planted } from './plant.ts';

/** What a part of the gate says: null where it was not asked. */
interface Verdicts {
  readonly scan: string;
  readonly coqc: string | null;
  readonly coqchk: string | null;
  readonly embedded: string | null;
}

const ACCEPTED = '**accepted**';

/** The first thing that Coq's answers give away, the scan left aside. */
async function termsOf(evil: Evil, checker: Checker, again: boolean): Promise<string> {
  const { project, manifest } = await planted(evil);
  const { verdict, faults, theorems } = await examine(project, manifest, { checker, again });
  const reasons = [...faults, ...theorems.flatMap(({ name, reason }) => (reason === null ? [] : `${name}: ${reason}`))];
  return verdict === 'proved' ? ACCEPTED : (reasons[0] ?? verdict);
}

async function verdictsOf(evil: Evil, again: boolean, withEmbedded: boolean): Promise<Verdicts> {
  const { project, manifest } = await planted(evil);
  const found = scan(project, manifest.libraries)[0] ?? ACCEPTED;
  if (evil.endless === true) return { scan: found, coqc: null, coqchk: null, embedded: null };
  const both = await termsOf(evil, coqc(), again);
  const byChk = both.startsWith('coqchk');
  return {
    scan: found,
    coqc: byChk ? await termsOf(evil, coqc(), false) : both,
    coqchk: !again ? null : byChk ? both : /^\w+\.v\b|^the query/.test(both) ? null : ACCEPTED,
    embedded: withEmbedded ? await termsOf(evil, embedded(), false) : null,
  };
}

function cell(verdict: string | null): string {
  if (verdict === null) return '–';
  const short = verdict.length > 90 ? `${verdict.slice(0, 89)}…` : verdict;
  return verdict === ACCEPTED ? ACCEPTED : `refused: ${short.replace(/([|<>*_`\\])/g, '\\$1')}`;
}

/** Runs `work` on all, `lanes` at a time, results in order. */
async function inLanes<T, U>(lanes: number, items: readonly T[], work: (item: T) => Promise<U>): Promise<U[]> {
  const results: U[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) {
      const item = items[at];
      if (item !== undefined) results[at] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

/**
 * The verdicts of the gate as it is, as a table. `--coqchk` and `--embedded` ask these too (the latter of samples; `--embedded=all`: of
 * every one), `--only=WORDS` takes those of that kind and name, `--lanes=N` runs so many at a time.
 */
async function main(args: readonly string[]): Promise<void> {
  const only = args.find((arg) => arg.startsWith('--only='))?.slice('--only='.length) ?? '';
  const asked = args.find((arg) => arg.startsWith('--embedded'));
  const lanes = Number(args.find((arg) => arg.startsWith('--lanes='))?.slice('--lanes='.length) ?? 2);
  const again = args.includes('--coqchk');
  const chosen = EVIL.filter(({ name, kind }) => new RegExp(only).test(`${kind}: ${name}`));
  const rows = await inLanes(lanes, chosen, async (evil) => {
    const verdicts = await verdictsOf(
      evil,
      again,
      asked === '--embedded=all' || (asked !== undefined && evil.sample === true),
    );
    process.stderr.write(`${JSON.stringify({ kind: evil.kind, name: evil.name, ...verdicts })}\n`);
    return { evil, verdicts };
  });
  const head = ['kind', 'name', 'must refuse', 'scan', 'coqc', 'coqchk', ...(asked === undefined ? [] : ['embedded'])];
  const lines = rows.map(({ evil, verdicts: { scan, coqc, coqchk, embedded } }) => [
    evil.kind,
    evil.name.replace(/([|<>*_`\\])/g, '\\$1'),
    evil.by,
    ...[scan, coqc, coqchk, ...(asked === undefined ? [] : [embedded])].map(cell),
  ]);
  const through = (pick: (verdicts: Verdicts) => string | null): number =>
    rows.filter(({ verdicts }) => pick(verdicts) === ACCEPTED).length;
  const whole = rows.filter(({ verdicts: { scan, coqc } }) => scan === ACCEPTED && coqc === ACCEPTED);
  process.stdout.write(`${markdownTable([head, ...lines])}\n
${rows.length} developments. Accepted by the scan: ${through(({ scan }) => scan)}; by coqc with the scan left aside: ${through(({ coqc }) => coqc)}; by coqchk after coqc: ${rows.filter(({ verdicts: v }) => v.coqc === ACCEPTED && v.coqchk === ACCEPTED).length}; by the whole gate: ${whole.length}.\n`);
  for (const { evil } of whole) process.stdout.write(`- ${evil.kind}: ${evil.name}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv.slice(2));
