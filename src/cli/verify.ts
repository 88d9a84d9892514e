import { access, constants, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { catalogue, sectionOf } from '../../properties/index.ts';
import type { ProofReport } from '../coq/gate/report.ts';
import { makeFolder, writeWhole } from '../io/write-whole.ts';
import { InputError } from '../policy/errors.ts';
import { buildReport } from '../report/build.ts';
import { oneLine } from '../report/escape.ts';
import { json } from '../report/json.ts';
import { markdown } from '../report/markdown.ts';
import { proofsPage, reportProofs, withProof } from '../report/proofs.ts';
import { regionsFile, reportRegion } from '../report/regions.ts';
import type { Report } from '../report/schema.ts';
import type { OwnClaims } from '../run/load-claims.ts';
import { STALL_SECONDS } from '../run/pool.ts';
import type { RegionRun } from '../run/regions.ts';
import { type Console, type Progress, progress } from './console.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { inThread } from './in-thread.ts';
import { load } from './load.ts';
import { selectClaims } from './options.ts';
import { COUNTEREXAMPLES, codeOf, replayOf } from './replay.ts';
import { extentFor, type Settings } from './settings.ts';
import { summary } from './summary.ts';
import { type Surveyed, surveyClaims } from './survey.ts';
import { verifyProofs } from './verify-proofs.ts';
import { verifySamples } from './verify-samples.ts';

/** The canonical run's seed; its report and counterexamples are committed. */
export const CANONICAL = { seed: 20240119 };
const REPORTS = 'reports';

export interface VerifyOptions {
  /** Modules with claims of one's own. */
  readonly claim?: readonly string[];
  readonly full?: boolean;
  readonly runs?: number;
  readonly time?: number;
  readonly claimTimeout?: number;
  readonly seed?: number;
  readonly workers: number;
  readonly samples?: string;
  readonly n?: readonly number[];
  readonly counterexamples?: string;
  readonly out?: string;
  readonly proofs?: boolean;
  readonly json?: boolean;
}

/** `bonafide verify [CLAIM…]`: replays what is saved, searches, saves what it finds, reports, and says whether all is well. */
export async function verify(
  ids: readonly string[],
  options: VerifyOptions,
  console: Console,
  signal: AbortSignal,
): Promise<ExitCode> {
  if (options.full && (options.runs ?? options.time) !== undefined) {
    throw new InputError('--full and --runs or --time exclude each other');
  }
  const own = await load(options.claim ?? [], signal, options.claimTimeout ?? STALL_SECONDS);
  const settings = { ...settle(ids, options, own), signal };
  if ((options.samples === undefined) !== (options.n === undefined)) {
    throw new InputError('--samples FILE and --n LIST go together');
  }
  await prepare(settings);
  const { replays, others } = await replayOf(settings.store ?? COUNTEREXAMPLES, settings);
  const stale = replays.filter(({ outcome }) => outcome !== 'refutes');
  for (const { file, outcome, detail } of stale) console.err(oneLine(`${file}: ${outcome}: ${detail}`));
  if (codeOf(replays) === EXIT.badInput) return EXIT.badInput;
  if (replays.length > 0 && stale.length === 0) console.err(`${replays.length} saved counterexamples replayed`);
  if (others > 0) console.err(`${others} saved counterexamples of other claims left alone`);

  const samples = options.samples && options.n ? await verifySamples(options.samples, options.n, settings) : null;
  const totals = new Map<string, number | null>();
  if (settings.seconds === null) {
    for (const claim of settings.claims) totals.set(claim.id, extentFor(claim, settings.runs).runs);
  }
  const bars = progress(console, totals);
  const { surveyed, proved } = await surveyAndProve(settings, bars, totals).finally(() => bars.stop());
  const { claims, regions } = surveyed;
  if (signal.aborted) {
    console.err(`interrupted after ${claims.length} of ${settings.claims.length} claims; what was saved is whole`);
    return EXIT.inconclusive;
  }
  const { seed, runs } = settings;
  // As the inequalities in one variable, it belongs to the budgets of everything.
  const sharp = regions.length > 0 ? await inThread('sharpness', null, signal) : [];
  const proofs = proved && reportProofs(proved);
  const report = buildReport({
    seed,
    runs,
    claims: claims.map((claim) =>
      withProof(
        claim,
        settings.claims.find(({ id }) => id === claim.id),
        proofs,
      ),
    ),
    regions: regions.map(reportRegion),
    sharpness: sharp,
    proofs,
    samples,
  });
  await writeReports(report, regions, settings);
  console.out(options.json ? json(report).trimEnd() : summary(report));
  return stale.length > 0 ? EXIT.unexpected : EXIT[report.verdict];
}

/** The search and the proofs side by side; when one of them fails, the other ends. */
async function surveyAndProve(
  settings: Settings,
  bars: Progress,
  totals: Map<string, number | null>,
): Promise<{ surveyed: Surveyed; proved: ProofReport | null }> {
  const failure = new AbortController();
  const signal = AbortSignal.any([settings.signal, failure.signal]);
  const ending = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      failure.abort();
      throw error;
    });
  const [surveyed, proved] = await Promise.all([
    ending(surveyClaims({ ...settings, signal }, bars)),
    ending(verifyProofs({ ...settings, signal }, bars, totals)),
  ]);
  return { surveyed, proved };
}

function settle(ids: readonly string[], options: VerifyOptions, own: OwnClaims): Omit<Settings, 'signal'> {
  const { claim, full, runs, time, seed, samples, counterexamples, out, proofs } = options;
  const canonical =
    ids.length === 0 &&
    proofs !== false &&
    [claim, full, runs, time, seed, samples, counterexamples, out].every((option) => option === undefined);
  const isWhole = ids.length === 0 && own.claims.length === 0;
  return {
    claims: selectClaims(ids, catalogue, own.claims),
    isWhole,
    modules: own.modules,
    runs: runs ?? (full ? 'full' : time === undefined ? 'canonical' : null),
    seconds: time ?? null,
    stallSeconds: options.claimTimeout ?? STALL_SECONDS,
    seed: seed ?? CANONICAL.seed,
    workers: options.workers,
    out: out ?? (canonical ? REPORTS : null),
    store: counterexamples ?? (canonical ? COUNTEREXAMPLES : null),
    // As the inequalities in one variable, they belong to the budgets of everything.
    withProofs: proofs ?? (isWhole && runs === undefined && time === undefined),
  };
}

/** Makes the folders that will be written to, before any work is done. */
async function prepare({ out, store }: Settings): Promise<void> {
  for (const folder of [out, store]) {
    if (folder === null) continue;
    await makeFolder(folder);
    if (!(await stat(folder)).isDirectory()) throw new InputError(`cannot write to ${folder}: it is a file`);
    try {
      await access(folder, constants.W_OK);
    } catch {
      throw new InputError(`cannot write to the folder ${folder}: permission denied`);
    }
  }
}

/** From the report of the canonical run to what the documentation says of a claim. */
function sectionLink(id: string): string | null {
  const section = sectionOf(id);
  return section && `../${section}`;
}

async function writeReports(
  report: Report,
  regions: readonly RegionRun[],
  { out, store, modules }: Settings,
): Promise<void> {
  if (out === null) return;
  const relativeTo = (path: string): string => relative(resolve(out), resolve(path)).replaceAll('\\', '/');
  const links = {
    section: out === REPORTS && modules.size === 0 ? sectionLink : () => null,
    counterexamples: store === null ? null : relativeTo(store) || '.',
    figures: out === REPORTS && modules.size === 0 ? 'figures.md' : null,
    proofs: out === REPORTS && modules.size === 0 ? '../proofs' : null,
    theorems: report.proofs && 'proofs.md',
  };
  await writeWhole(join(out, 'verification.json'), json(report));
  await writeWhole(join(out, 'verification.md'), markdown(report, links));
  const theorems = proofsPage(report, links.proofs);
  if (theorems !== null) await writeWhole(join(out, 'proofs.md'), theorems);
  if (regions.length > 0) await writeWhole(join(out, 'regions.json'), regionsFile(regions));
}
