import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { markdownTable } from 'markdown-table';
import { examine } from '../../../../src/coq/gate/check-proofs.ts';
import type { Checker } from '../../../../src/coq/gate/checker.ts';
import { coqc } from '../../../../src/coq/gate/coqc.ts';
import { embedded } from '../../../../src/coq/gate/embedded.ts';
import { scan } from '../../../../src/coq/gate/scan.ts';
import { ENDLESS_SECONDS, type Evil } from './evil.ts';
import { EVIL } from './index.ts';
import { nativeSession } from './native-session.ts';
import { planted } from './plant.ts';

/** What a part of the gate says: null where it was not asked. */
interface Verdicts {
  readonly scan: string;
  readonly session: string | null;
  readonly coqc: string | null;
  readonly coqchk: string | null;
  readonly embedded: string | null;
}

const COLUMNS = ['scan', 'session', 'coqc', 'coqchk', 'embedded'] as const;
const ACCEPTED = '**accepted**';

/** The first thing that Coq's answers give away, the scan left aside. */
async function termsOf(evil: Evil, checker: Checker, again: boolean): Promise<string> {
  const { project, manifest } = await planted(evil);
  const { verdict, faults, theorems } = await examine(project, manifest, {
    checker,
    again,
    ...(evil.endless && { seconds: ENDLESS_SECONDS }),
  });
  const reasons = [...faults, ...theorems.flatMap(({ name, reason }) => (reason === null ? [] : `${name}: ${reason}`))];
  return verdict === 'proved' ? ACCEPTED : (reasons[0] ?? verdict);
}

async function verdictsOf(evil: Evil, asked: ReadonlySet<string>): Promise<Verdicts> {
  const { project, manifest } = await planted(evil);
  const found = scan(project, manifest.libraries)[0] ?? ACCEPTED;
  const none = { scan: found, session: null, coqc: null, coqchk: null, embedded: null };
  if (evil.by === 'scan' && !asked.has('scanned')) return none;
  const isAsked = (part: string): boolean => asked.has(part) || (asked.has(`${part}=samples`) && isSample(evil));
  const session = await termsOf(evil, await nativeSession(tmpdir()), false);
  const both = isAsked('coqc') ? await termsOf(evil, coqc(), asked.has('coqchk')) : null;
  const byChk = both?.startsWith('coqchk') === true;
  return {
    scan: found,
    session,
    coqc: byChk ? await termsOf(evil, coqc(), false) : both,
    coqchk: both !== null && asked.has('coqchk') && (byChk || both === ACCEPTED) ? both : null,
    embedded: isAsked('embedded') ? await termsOf(evil, embedded(), false) : null,
  };
}

/** Those that stand for others where a run is dear, and those that nothing but Coq can refuse. */
function isSample({ by, sample }: Evil): boolean {
  return by === 'terms' || sample === true;
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
 * The verdicts of the gate as it is, as a table: the scan, and the session of the embedded Coq by the kernel that is installed. `--coqc`,
 * `--coqchk` and `--embedded` ask these too (`--coqc=samples` and `--embedded=samples` about some), `--scanned` asks about those too that
 * only the scan can refuse, `--only=WORDS` takes those of that kind and name, `--lanes=N` runs so many at a time.
 */
async function main(args: readonly string[]): Promise<void> {
  const given = (name: string): string | undefined =>
    args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const asked = new Set(args.map((arg) => arg.slice(2)));
  const only = new RegExp(given('only') ?? '');
  const chosen = EVIL.filter(({ name, kind }) => only.test(`${kind}: ${name}`));
  const rows = await inLanes(Number(given('lanes') ?? 2), chosen, async (evil) => {
    const verdicts = await verdictsOf(evil, asked);
    process.stderr.write(`${JSON.stringify({ kind: evil.kind, name: evil.name, by: evil.by, ...verdicts })}\n`);
    return { evil, verdicts };
  });
  const lines = rows.map(({ evil, verdicts }) => [
    evil.kind,
    evil.name.replace(/([|<>*_`\\])/g, '\\$1'),
    evil.by,
    ...COLUMNS.map((column) => cell(verdicts[column])),
  ]);
  const through = rows.filter(({ verdicts: { scan, session } }) => scan === ACCEPTED && session === ACCEPTED);
  process.stdout.write(`${markdownTable([['kind', 'name', 'must refuse', ...COLUMNS], ...lines])}\n\n`);
  process.stdout.write(`${rows.length} developments, ${through.length} of them accepted by the whole gate.\n`);
  for (const { evil } of through) process.stdout.write(`- ${evil.kind}: ${evil.name}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv.slice(2));
