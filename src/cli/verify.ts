import type { Shard } from '../campaign/shard.ts';
import type { Claim } from '../claims/claim.ts';
import type { ProofReport } from '../coq/gate/report.ts';
import { checkFolder } from '../io/check-folder.ts';
import { judgeClaim } from '../judge/claim.ts';
import { evidenceInWords } from '../judge/evidence.ts';
import { InputError } from '../policy/errors.ts';
import { oneLine } from '../report/escape.ts';
import { catalogueAt } from '../run/catalogue.ts';
import type { OwnClaims } from '../run/load-claims.ts';
import { STALL_SECONDS } from '../run/pool.ts';
import { CANONICAL } from './canonical.ts';
import { conclude, replaySaved } from './conclude.ts';
import type { Context } from './context.ts';
import { keptIn } from './do-pieces.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { inThread } from './in-thread.ts';
import { doShard, verifyKept } from './kept-run.ts';
import { load } from './load.ts';
import { firstGiven, type LogChoices, logOptionsOf } from './log-options.ts';
import { type Printed, selectClaims } from './options.ts';
import { type Progress, progress } from './progress.ts';
import { COUNTEREXAMPLES, codeOf } from './replay.ts';
import { extentFor, type Settings } from './settings.ts';
import { type Listener, type Surveyed, surveyClaims } from './survey.ts';
import { verifyProofs } from './verify-proofs.ts';
import { verifySamples } from './verify-samples.ts';

export interface VerifyOptions extends LogChoices {
  /** Modules with the user's own claims. */
  readonly claim?: readonly string[];
  readonly quick?: boolean;
  readonly full?: boolean;
  readonly runs?: number;
  readonly time?: number;
  readonly claimTimeout?: number;
  readonly seed?: number;
  readonly workers: number;
  /** The files, patterns or standard input of a log. */
  readonly samples?: readonly string[];
  readonly n?: readonly number[];
  readonly shard?: Shard;
  /** The folder in which results are kept, and found again. */
  readonly resume?: string;
  readonly counterexamples?: string;
  readonly out?: string;
  readonly proofs?: boolean;
  readonly reporter?: Printed;
  readonly json?: boolean;
}

/**
 * `bonafide verify [CLAIM…]`: replays saved counterexamples, searches, saves what it finds if a folder is given, and reports. The exit
 * code says whether all is as expected.
 */
export async function verify(ids: readonly string[], options: VerifyOptions, context: Context): Promise<ExitCode> {
  const { console, signal } = context;
  if (options.quick && (options.full ?? options.runs ?? options.time) !== undefined) {
    throw new InputError('--quick cannot be combined with --full, --runs or --time');
  }
  if (options.full && (options.runs ?? options.time) !== undefined) {
    throw new InputError('--full cannot be combined with --runs or --time');
  }
  if (options.json && options.reporter)
    throw new InputError('--json cannot be combined with --reporter; give one of them');
  const own = await load(options.claim ?? [], options.claimTimeout ?? STALL_SECONDS, context);
  const catalogue = await catalogueAt(context.catalogue);
  const settings = { ...settle(ids, options, own, catalogue.claims), signal, catalogue: context.catalogue };
  const { samples: sources, n } = options;
  if ((sources === undefined) !== (n === undefined)) {
    throw new InputError('--samples DATA and --n LIST must be given together');
  }
  const alone = sources === undefined ? firstGiven(options) : undefined;
  if (alone !== undefined) throw new InputError(`${alone} needs --samples DATA`);
  const claim = sources?.find((source) => [...catalogue.claims, ...own.claims].some(({ id }) => id === source));
  if (claim !== undefined) throw new InputError(`${claim} is a claim; name claims before --samples DATA`);
  const kept = folderOf(options);
  for (const folder of [settings.out, settings.store, kept]) if (folder !== null) await checkFolder(folder);
  const keeping = kept === null ? null : await keptIn(settings, kept);
  if (options.shard && keeping) return doShard(settings, keeping, options.shard, context);
  const replays = await replaySaved(settings, context);
  if (codeOf(replays) === EXIT.badInput) return EXIT.badInput;
  const samples = sources && n ? await verifySamples(sources, n, logOptionsOf(options), settings, console.err) : null;
  const totals = new Map<string, number | null>();
  if (settings.seconds === null) {
    for (const claim of settings.claims) totals.set(claim.id, extentFor(claim, settings.runs).runs);
  }
  const started = performance.now();
  if (keeping) return verifyKept(settings, keeping, { ...options, replays, started }, context);
  const parts = settings.claims.length + (settings.withProofs ? 1 : 0);
  const bars = progress(console, { totals, parts, hasClock: true });
  const { surveyed, proofs } = await surveyAndProve(settings, context, bars, totals).finally(() => bars.stop());
  const { claims, regions } = surveyed;
  const isInterrupted = signal.aborted || claims.length < settings.claims.length;
  // Sharpness, like the region certificates, is checked in complete runs only.
  const sharpness = regions.length > 0 && !isInterrupted ? await inThread('sharpness', null, context) : [];
  const found = { claims, regions, sharpness, proofs, samples };
  return conclude(found, settings, { ...options, replays, started }, context);
}

/** The folder of results that are kept; null where none are. @throws InputError where other options do not allow it */
function folderOf({ shard, resume, out, time, samples }: VerifyOptions): string | null {
  const option = shard ? '--shard' : '--resume';
  if (!shard && resume === undefined) return null;
  if (time !== undefined) throw new InputError(`${option} cannot be combined with --time, because a time has no parts`);
  if (samples !== undefined)
    throw new InputError(`${option} cannot be combined with --samples; check samples in a run of their own`);
  const folder = resume ?? out;
  if (folder === undefined) throw new InputError('--shard needs --resume DIR, the folder of its results');
  return folder;
}

/** Runs the search and the proofs at the same time. If one fails, the other is ended. */
async function surveyAndProve(
  settings: Settings,
  { console, chooseCheckers }: Context,
  bars: Progress,
  totals: Map<string, number | null>,
): Promise<{ surveyed: Surveyed; proofs: ProofReport | null }> {
  const failure = new AbortController();
  const signal = AbortSignal.any([settings.signal, failure.signal]);
  const ending = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      failure.abort();
      throw error;
    });
  let isRefutationShown = !console.isTerminal;
  const listener: Listener = {
    onProgress: (claim, instances) => bars.update(claim, instances),
    onStopped: ({ message }) => bars.above(() => console.err(`bonafide: ${oneLine(message)}`)),
    onResult: (result) => {
      // Judged without the proofs, which may not be checked yet.
      const words = evidenceInWords(judgeClaim(result, null, settings.demand));
      bars.finish(result.claim.id, words);
      if (isRefutationShown || !result.run.counterexample) return;
      isRefutationShown = true;
      bars.above(() => console.err(`first refutation: ${result.claim.id}, ${words}`));
    },
  };
  const [surveyed, proofs] = await Promise.all([
    ending(surveyClaims({ ...settings, signal }, listener)),
    ending(verifyProofs({ ...settings, signal }, chooseCheckers, bars, totals)),
  ]);
  return { surveyed, proofs };
}

function settle(
  ids: readonly string[],
  options: VerifyOptions,
  own: OwnClaims,
  catalogue: readonly Claim[],
): Omit<Settings, 'signal' | 'catalogue'> {
  const { quick = false, full, runs, time, seed, counterexamples, out, proofs, samples } = options;
  const isWhole = ids.length === 0 && own.claims.length === 0;
  return {
    claims: selectClaims(ids, catalogue, own.claims),
    isWhole,
    modules: own.modules,
    runs: runs ?? (quick ? 'quick' : full ? 'full' : time === undefined ? 'canonical' : null),
    seconds: time ?? null,
    stallSeconds: options.claimTimeout ?? STALL_SECONDS,
    seed: seed ?? CANONICAL.seed,
    workers: options.workers,
    // A quick run would replace the reports of a complete one by less.
    out: quick ? null : (out ?? null),
    store: quick ? null : (counterexamples ?? null),
    saved: counterexamples ?? COUNTEREXAMPLES,
    // The proofs, like the region certificates, are checked in complete runs only, unless the option says otherwise.
    withProofs: proofs ?? (isWhole && !quick && runs === undefined && time === undefined),
    demand: quick ? 'scaled' : samples !== undefined && (runs ?? time) !== undefined ? 'nothing' : 'all',
  };
}
