import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digest, gateVersion, keep, recall } from './cache.ts';
import type { Checker, Job } from './checker.ts';
import { judge } from './judge.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { type Project, readProject } from './project.ts';
import { answers, query } from './query.ts';
import { type ProofReport, SEE_FAULTS } from './report.ts';
import { scan } from './scan.ts';

export interface ProofOptions {
  readonly checker: Checker;
  /** The folder with _CoqProject and manifest.json. */
  readonly proofs: string;
  /** Let coqchk go over the compiled files too. */
  readonly again?: boolean;
  /** Where results are kept; none are when there is no folder. */
  readonly cache?: string | null;
  readonly signal?: AbortSignal;
  readonly progress?: Job['progress'];
}

/** Checks every theorem of the manifest. @throws InputError when the manifest or a source cannot be read. */
export async function checkProofs(options: ProofOptions): Promise<ProofReport> {
  const { checker, proofs, cache = null, signal = new AbortController().signal } = options;
  const again = options.again === true && checker.canCheckAgain;
  const manifest = await readManifest(join(proofs, 'manifest.json'));
  const project = await readProject(proofs);
  const version = await checker.version();
  const report = { checker: checker.name, version, checkedAgain: again, cached: false };
  if (version === null) return { ...report, ...unjudged(manifest, 'unavailable', []) };
  const sources = project.sources.flatMap(({ file, text }) => [file, text]);
  const key = digest(await gateVersion(), checker.name, version, String(again), JSON.stringify(manifest), ...sources);
  const known = cache === null ? null : await recall(cache, key);
  if (known !== null) return known;
  const faults = scan(project, manifest.libraries);
  if (faults.length > 0) return { ...report, ...unjudged(manifest, 'rejected', faults) };
  const outcome = await examine(project, manifest, { ...options, signal, again }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
    return null;
  });
  if (outcome === null || signal.aborted) return { ...report, ...unjudged(manifest, 'interrupted', []) };
  const complete: ProofReport = { ...report, ...outcome };
  if (cache !== null && complete.verdict === 'proved') await keep(cache, key, complete);
  return complete;
}

type Outcome = Pick<ProofReport, 'verdict' | 'theorems' | 'axioms' | 'faults'>;

/** The part of the check that Coq has a say in: what a source says is not looked at, only what Coq says of it. */
export async function examine(
  project: Project,
  manifest: Manifest,
  {
    checker,
    again = false,
    signal = new AbortController().signal,
    progress = () => undefined,
  }: Omit<ProofOptions, 'proofs'>,
): Promise<Outcome> {
  const declared = new Set(project.sources.flatMap(({ declares }) => declares));
  const asked = query(manifest, randomBytes(12).toString('hex'), (name) => declared.has(name));
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-proofs-'));
  try {
    const outcome = await checker.run({ project, manifest, query: asked, folder, again, signal, progress });
    if ('failure' in outcome) return unjudged(manifest, 'rejected', [outcome.failure]);
    const found = answers(outcome.lines, asked.nonce);
    if (found === null) return unjudged(manifest, 'rejected', ['the checker did not come to the end of the query']);
    const judgement = judge(project, manifest, checker, found);
    return { verdict: judgement.theorems.every(({ ok }) => ok) ? 'proved' : 'rejected', ...judgement };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function unjudged(manifest: Manifest, verdict: ProofReport['verdict'], faults: string[]): Outcome {
  const reason = verdict === 'rejected' ? SEE_FAULTS : 'not checked';
  const theorems = manifest.theorems.map((theorem) => ({ ...theorem, definitions: [], ok: false, reason }));
  return { verdict, theorems, axioms: [], faults };
}
