import type { Catalogue } from '../claims/catalogue.ts';
import { instanceFromJson } from '../claims/instance.ts';
import type { InstanceJson } from '../claims/instance-schema.ts';
import { type CaseOptions, type Cases, casesOf } from '../conform/cases.ts';
import { type Judged, judged, type ToJudge } from '../conform/judged.ts';
import type { Typed } from '../conjectures/typed.ts';
import { workOut } from '../evidence/counterexample.ts';
import { type Replay, replay, replayIfKnown } from '../evidence/replay.ts';
import type { Counterexample } from '../evidence/schema.ts';
import { judgeSharpness } from '../judge/parts.ts';
import type { Known } from '../known/known.ts';
import { FinitePolicy } from '../policy/finite-policy.ts';
import type { Report } from '../report/schema.ts';
import { deadline } from '../run/deadline.ts';
import { counted, type Heartbeat } from '../run/heartbeat.ts';
import { loadClaim, loadClaims } from '../run/load-claims.ts';
import { type SampleRow, sampleRow } from '../samples/table.ts';
import type { Found } from '../search/constant/find.ts';
import { type Analyzed, type AnalyzeInput, analyzed } from './analyzed.ts';
import { isCertifiableOn, type Prepared, prepare } from './certificates.ts';
import { type ChooseInput, type Chosen, chosen } from './chosen.ts';
import { type ComputeOptions, computed } from './computed.ts';
import { type SharpenInput, sharpened } from './sharpened.ts';

/** A file to replay, with the modules of claims from outside the catalogue. */
export interface ReplayInput {
  readonly file: string;
  readonly modules: readonly string[];
  /** The accepted claims; a file of another claim gives null. If this is left out, a file of an unknown claim is an error. */
  readonly only?: readonly string[];
}

/** An instance that refutes a claim; `module` is the address of the claim's module if it is not in the catalogue. */
export interface RefutedInput {
  readonly claim: string;
  readonly module: string | undefined;
  /** The conjecture, where it was typed. */
  readonly typed?: Typed | undefined;
  readonly instance: InstanceJson;
  readonly found: Counterexample['found'];
}

/** A conjecture and its counterexample. */
export interface RefutedTyped {
  readonly typed: Typed;
  readonly refuting: InstanceJson;
}

/** A conjecture, with its counterexample if it has one. */
export interface SearchedTyped {
  readonly typed: Typed;
  readonly refuting: InstanceJson | null;
  /** Null where the time is not limited. */
  readonly seconds: number | null;
}

/** What a job works with. */
export interface Means {
  /** Loads the catalogue, once. Jobs that need no claims do not wait for it. */
  readonly catalogue: () => Promise<Catalogue>;
  readonly beat: Heartbeat;
}

/** Policies, each with its number of prompts, in a form that crosses threads. */
export interface RowInput {
  readonly groups: readonly {
    readonly weights: readonly bigint[];
    readonly ranks: readonly number[];
    readonly prompts: number;
  }[];
  readonly n: number;
}

/** All work of commands, apart from the search, whose time depends on the input. Inputs and outputs cross threads. */
export const JOBS = {
  analyze: (input: AnalyzeInput): Promise<Analyzed> => analyzed(input),

  choose: (input: ChooseInput): Promise<Chosen> => chosen(input),

  conformCases: async (options: CaseOptions): Promise<Cases> => casesOf(options),

  conformJudge: async (input: ToJudge): Promise<readonly Judged[]> => judged(input),

  compute: (options: ComputeOptions): Promise<string> => computed(options),

  /** Checks that modules of claims can be loaded and that their claims are well-formed. */
  load: async (files: readonly string[], { catalogue }: Means): Promise<null> => {
    await loadClaims(files, (await catalogue()).claims);
    return null;
  },

  counterexample: async (
    { claim: id, module, typed, instance, found }: RefutedInput,
    { catalogue, beat }: Means,
  ): Promise<Counterexample | null> => {
    const claim = typed
      ? (await import('../conjectures/conjecture.ts')).conjectureOf(typed).claim
      : module
        ? await loadClaim(module, id)
        : (await catalogue()).claims.find((one) => one.id === id);
    if (!claim) throw new Error(`there is no claim ${id}`);
    return workOut(counted(claim, beat), instanceFromJson(instance), found, typed);
  },

  replay: async ({ file, modules, only }: ReplayInput, { catalogue, beat }: Means): Promise<Replay | null> => {
    const { claims: known } = await catalogue();
    const own = (await loadClaims(modules, known)).claims;
    const claims = [...known, ...own].map((claim) => counted(claim, beat));
    if (!only) return replay(file, claims);
    return replayIfKnown(
      file,
      claims.filter(({ id }) => only.includes(id)),
    );
  },

  certifiable: async ({ typed, refuting }: RefutedTyped): Promise<boolean> => {
    const { conjectureOf } = await import('../conjectures/conjecture.ts');
    return isCertifiableOn(conjectureOf(typed).claim, refuting);
  },

  /** What the catalogue knows of a conjecture. A thread evaluates the catalogue once. */
  known: async ({ typed, refuting, seconds }: SearchedTyped, { catalogue }: Means): Promise<Known[]> => {
    const isLate = deadline(seconds);
    const [{ conjectureOf }, { knownIn }, loaded] = await Promise.all([
      import('../conjectures/conjecture.ts'),
      import('../known/known-in.ts'),
      catalogue(),
    ]);
    return knownIn(loaded, conjectureOf(typed), refuting && instanceFromJson(refuting), isLate);
  },

  sampleRow: async ({ groups, n }: RowInput): Promise<SampleRow> =>
    sampleRow(
      groups.map(({ weights, ranks, prompts }) => ({ policy: FinitePolicy.fromRanked(weights, ranks), prompts })),
      n,
    ),

  sharpness: async (_: null, { catalogue }: Means): Promise<Report['sharpness']> =>
    (await catalogue()).sharpness().map(judgeSharpness),

  sharpen: (input: SharpenInput, { beat }: Means): Promise<Found> => sharpened(input, beat),

  certificate: async (file: string, { catalogue }: Means): Promise<Prepared> =>
    prepare(file, (await catalogue()).claims),
};

export type Job = keyof typeof JOBS;
export type Input<J extends Job> = Parameters<(typeof JOBS)[J]>[0];
export type Output<J extends Job> = Awaited<ReturnType<(typeof JOBS)[J]>>;
