import { join } from 'node:path';
import { digest, gateVersion, keep, recall, type Shelf } from './cache.ts';
import type { Checker, Job } from './checker.ts';
import { inFolder } from './folder.ts';
import { refuseFullDisk } from './hindered.ts';
import { judge } from './judge.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { type Project, readProject } from './project.ts';
import { query } from './query.ts';
import { type ProofReport, SEE_FAULTS } from './report.ts';
import { scan } from './scan.ts';
import { cacheSecret } from './secret.ts';
import { DEFAULT_SECONDS } from './time-limit.ts';

export interface ProofOptions {
  readonly checker: Checker;
  /** The folder with _CoqProject and manifest.json. */
  readonly proofs: string;
  /** Let coqchk check the compiled files too. */
  readonly again?: boolean;
  /** The folder of cached results; without one, nothing is cached. */
  readonly cache?: string | null;
  /** The file of the key that signs cached results. */
  readonly secret?: string;
  /** After this many seconds the checker is stopped and the proofs are rejected. */
  readonly seconds?: number;
  readonly signal?: AbortSignal;
  readonly progress?: Job['progress'];
}

/**
 * Checks every theorem of the manifest.
 * @throws InputError where the manifest or a source cannot be read; Hindered where the machine prevented the check.
 */
export async function checkProofs(options: ProofOptions): Promise<ProofReport> {
  const { checker, proofs, cache = null, signal = new AbortController().signal } = options;
  const again = options.again === true && checker.canCheckAgain;
  const manifest = await readManifest(join(proofs, 'manifest.json'));
  const project = await readProject(proofs);
  const version = await checker.version(signal);
  const report = { checker: checker.name, version, checkedAgain: again, cached: false };
  if (version === null) return { ...report, ...unjudged(manifest, signal.aborted ? 'interrupted' : 'unavailable', []) };
  const shelf =
    cache === null ? null : await shelfOf(cache, { ...options, signal }, { again, manifest, project, version });
  const known = shelf && (await recall(shelf));
  if (known) return known;
  const faults = [...scan(project, manifest.libraries), ...unrecorded(project, manifest)];
  if (faults.length > 0) return { ...report, ...unjudged(manifest, 'rejected', faults) };
  const outcome = await unlessAborted(signal, examine(project, manifest, { ...options, signal, again }));
  if (outcome === null) return { ...report, ...unjudged(manifest, 'interrupted', []) };
  const complete: ProofReport = { ...report, ...outcome };
  if (shelf && complete.verdict === 'proved') await keep(shelf, complete);
  return complete;
}

/** The place of a cached result: a hash of everything it depends on. Null without a key or a fingerprint of the checker. */
async function shelfOf(
  folder: string,
  { checker, secret: file, signal }: ProofOptions & { signal: AbortSignal },
  { again, manifest, project, version }: { again: boolean; manifest: Manifest; project: Project; version: string },
): Promise<Shelf | null> {
  const secret = await cacheSecret(file);
  const fingerprint = secret && (await checker.fingerprint(signal));
  if (secret === null || fingerprint === null) return null;
  const sources = project.sources.flatMap(({ file, text }) => [file, text]);
  const rests = [await gateVersion(), checker.name, version, fingerprint, String(again)];
  return { folder, secret, key: digest(...rests, JSON.stringify(manifest), project.name, ...sources) };
}

type Outcome = Pick<ProofReport, 'verdict' | 'theorems' | 'axioms' | 'faults'>;

/** The part of the check that Coq decides. It looks only at Coq's answers, not at the text of the sources. @throws Hindered */
export async function examine(
  project: Project,
  manifest: Manifest,
  {
    checker,
    again = false,
    seconds = DEFAULT_SECONDS,
    signal = new AbortController().signal,
    progress = () => undefined,
  }: Omit<ProofOptions, 'proofs'>,
): Promise<Outcome> {
  const asked = query(manifest, ({ name, file }) => {
    const source = project.sources.find((candidate) => candidate.file === file);
    return source?.declares.includes(name) ? checker.location(project, name) : null;
  });
  const outcome = await inFolder((folder) =>
    checker.run({ project, manifest, query: asked, folder, again, seconds, signal, progress }),
  );
  if (outcome.failure !== null) refuseFullDisk([outcome.failure, ...outcome.lines]);
  const judgement = judge(project, manifest, asked, outcome);
  return { verdict: judgement.theorems.every(({ ok }) => ok) ? 'proved' : 'rejected', ...judgement };
}

/** The result of `work`; null if the signal has come, whatever the result. */
export async function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T | null> {
  const result = await work.catch((error: unknown) => {
    if (!signal.aborted) throw error;
    return null;
  });
  return signal.aborted ? null : result;
}

/** Faults for theorems of the sources that the manifest does not record. Otherwise the removal of one from it would go unnoticed. */
function unrecorded({ sources }: Project, { theorems }: Manifest): string[] {
  const isRecorded = (file: string, name: string): boolean =>
    theorems.some((theorem) => theorem.file === file && theorem.name === name);
  return sources.flatMap(({ file, theorems: named }) =>
    named
      .filter((name) => !isRecorded(file, name))
      .map((name) => `${file}: the manifest records no theorem ${name}; add it there, or make it a Lemma`),
  );
}

function unjudged(manifest: Manifest, verdict: ProofReport['verdict'], faults: string[]): Outcome {
  const reason = verdict === 'rejected' ? SEE_FAULTS : 'not checked';
  const theorems = manifest.theorems.map((theorem) => ({ ...theorem, definitions: [], ok: false, reason }));
  return { verdict, theorems, axioms: [], faults };
}
