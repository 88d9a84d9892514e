import { relative, sep } from 'node:path';
import type { Replay } from '../evidence/replay.ts';
import { judge, modelOf, type Results } from '../judge/judge.ts';
import { oneLine } from '../report/escape.ts';
import type { Model } from '../report/model.ts';
import { catalogueAt } from '../run/catalogue.ts';
import { minutes } from './clock.ts';
import type { Context } from './context.ts';
import { EXIT_OF, type ExitCode } from './exit-code.ts';
import { knownOf } from './known.ts';
import type { Printed } from './options.ts';
import { replayOf } from './replay.ts';
import { REPORTERS } from './reporters.ts';
import { linksOf, saveReports } from './save-reports.ts';
import type { Settings } from './settings.ts';

/** Replays the saved counterexamples, and tells what came of it. */
export async function replaySaved(settings: Settings, { console }: Context): Promise<readonly Replay[]> {
  const { replays, others } = await replayOf(settings.saved, settings);
  const stale = replays.filter(({ outcome }) => outcome !== 'refuted');
  for (const { file, outcome, detail } of stale) console.err(oneLine(`${file}: ${outcome}: ${detail}`));
  if (replays.length > 0 && stale.length === 0) console.err(`${replays.length} saved counterexamples replayed`);
  if (others > 0) console.err(`${others} saved counterexamples of other claims were not replayed`);
  return replays;
}

/** What a run found, in all of its parts. */
export type Found = Pick<Results, 'claims' | 'regions' | 'sharpness' | 'proofs' | 'samples' | 'partial'>;

/** How the report is printed, and what was known before the search. */
export interface Told {
  readonly quick?: boolean;
  readonly reporter?: Printed;
  readonly json?: boolean;
  readonly replays: readonly Replay[];
  /** When the run began, in milliseconds. */
  readonly started: number;
}

/** Judges a run, saves the reports where a folder is given, and prints one. An interrupted run has no report. */
export async function conclude(found: Found, settings: Settings, told: Told, context: Context): Promise<ExitCode> {
  const { console, signal } = context;
  const { seed, runs, demand, store, saved, out: folder } = settings;
  const { claims, regions } = found;
  const isInterrupted = signal.aborted || claims.length < settings.claims.length;
  const replays = told.replays.map((replay) => ({
    ...replay,
    file: relative(saved, replay.file).replaceAll(sep, '/'),
  }));
  const report = judge({ ...found, seed, runs, demand, replays, isInterrupted });
  const certificates = regions.flatMap((region) => region.certificates);
  const catalogue = await catalogueAt(context.catalogue);
  const known = await knownOf(catalogue);
  const linked = (out: string | null): Model =>
    modelOf(report, { certificates, links: linksOf(report, { out, store }, catalogue.sectionOf), store, known });
  const code = EXIT_OF[report.status];
  if (isInterrupted) {
    console.err(`interrupted after ${claims.length} of ${settings.claims.length} claims; saved files are complete`);
    return code;
  }
  await saveReports(linked(folder), settings);
  const printed = linked(null);
  console.out(REPORTERS[told.reporter ?? (told.json ? 'json' : 'text')].of(printed).trimEnd());
  if (console.isTerminal) console.err(`it took ${minutes(performance.now() - told.started)}`);
  if (folder !== null) console.err(`the report is in ${folder}: ${REPORTERS.html.file} is the page to look at`);
  if (folder === null && store === null) console.err(told.quick ? NOT_SAVED_QUICKLY : NOT_SAVED);
  return code;
}

const NOT_SAVED = 'nothing was saved: --out DIR saves the report, --counterexamples DIR the counterexamples';
const NOT_SAVED_QUICKLY =
  'nothing was saved: a quick run leaves the reports and counterexamples of complete runs as they are';
