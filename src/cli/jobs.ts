import type { Catalogue } from '../claims/catalogue.ts';
import type { Claim } from '../claims/claim.ts';
import type { InstanceJson } from '../claims/instance-schema.ts';
import type { CaseOptions, Cases } from '../conform/cases.ts';
import type { Judged, ToJudge } from '../conform/judged.ts';
import type { Typed } from '../conjectures/typed.ts';
import type { Replay } from '../evidence/replay.ts';
import type { Counterexample } from '../evidence/schema.ts';
import type { Known } from '../known/known.ts';
import type { Report } from '../report/schema.ts';
import { deadline } from '../run/deadline.ts';
import { counted, type Heartbeat } from '../run/heartbeat.ts';
import type { SampleRow } from '../samples/table.ts';
import type { Found } from '../search/constant/find.ts';
import type { Analyzed, AnalyzeInput } from './analyzed.ts';
import type { Prepared } from './certificates.ts';
import type { ChooseInput, Chosen } from './chosen.ts';
import type { ComputeOptions } from './computed.ts';
import type { SharpenInput } from './sharpened.ts';

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

/**
 * All work of commands, apart from the search, whose time depends on the input. Inputs and outputs cross threads. A job loads what it
 * needs, so that a short one is not kept waiting by the modules of the others.
 */
export const JOBS = {
  analyze: async (input: AnalyzeInput): Promise<Analyzed> => (await import('./analyzed.ts')).analyzed(input),

  choose: async (input: ChooseInput): Promise<Chosen> => (await import('./chosen.ts')).chosen(input),

  conformCases: async (options: CaseOptions): Promise<Cases> => (await import('../conform/cases.ts')).casesOf(options),

  conformJudge: async (input: ToJudge): Promise<readonly Judged[]> =>
    (await import('../conform/judged.ts')).judged(input),

  compute: async (options: ComputeOptions): Promise<string> => (await import('./computed.ts')).computed(options),

  /** Checks that modules of claims can be loaded and that their claims are well-formed. */
  load: async (files: readonly string[], means: Means): Promise<null> => {
    await ownClaims(files, means);
    return null;
  },

  counterexample: async (
    { claim: id, module, typed, instance, found }: RefutedInput,
    means: Means,
  ): Promise<Counterexample | null> => {
    const { workOut } = await import('../evidence/counterexample.ts');
    const claim = await claimOf({ id, module, typed }, means);
    if (!claim) throw new Error(`there is no claim ${id}`);
    return workOut(counted(claim, means.beat), await instanceOf(instance), found, typed);
  },

  replay: async ({ file, modules, only }: ReplayInput, means: Means): Promise<Replay | null> => {
    const { replay, replayIfKnown } = await import('../evidence/replay.ts');
    const known = (await means.catalogue()).claims;
    const claims = [...known, ...(await ownClaims(modules, means))].map((claim) => counted(claim, means.beat));
    if (!only) return replay(file, claims);
    return replayIfKnown(
      file,
      claims.filter(({ id }) => only.includes(id)),
    );
  },

  certifiable: async ({ typed, refuting }: RefutedTyped): Promise<boolean> => {
    const { isCertifiableOn } = await import('./certificates.ts');
    return isCertifiableOn((await conjecture(typed)).claim, refuting);
  },

  /** What the catalogue knows of a conjecture. A thread evaluates the catalogue once. */
  known: async ({ typed, refuting, seconds }: SearchedTyped, { catalogue }: Means): Promise<Known[]> => {
    const isLate = deadline(seconds);
    const [{ knownIn }, loaded] = await Promise.all([import('../known/known-in.ts'), catalogue()]);
    return knownIn(loaded, await conjecture(typed), refuting && (await instanceOf(refuting)), isLate);
  },

  sampleRow: async ({ groups, n }: RowInput): Promise<SampleRow> => {
    const [{ sampleRow }, { FinitePolicy }] = await Promise.all([
      import('../samples/table.ts'),
      import('../policy/finite-policy.ts'),
    ]);
    return sampleRow(
      groups.map(({ weights, ranks, prompts }) => ({ policy: FinitePolicy.fromRanked(weights, ranks), prompts })),
      n,
    );
  },

  sharpness: async (_: null, { catalogue }: Means): Promise<Report['sharpness']> => {
    const { judgeSharpness } = await import('../judge/parts.ts');
    return (await catalogue()).sharpness().map(judgeSharpness);
  },

  sharpen: async (input: SharpenInput, { beat }: Means): Promise<Found> =>
    (await import('./sharpened.ts')).sharpened(input, beat),

  certificate: async (file: string, { catalogue }: Means): Promise<Prepared> =>
    (await import('./certificates.ts')).prepare(file, (await catalogue()).claims),
};

async function conjecture(typed: Typed) {
  return (await import('../conjectures/conjecture.ts')).conjectureOf(typed);
}

async function instanceOf(json: InstanceJson) {
  return (await import('../claims/instance.ts')).instanceFromJson(json);
}

/** The claims of modules from outside the catalogue. */
async function ownClaims(modules: readonly string[], { catalogue }: Means): Promise<readonly Claim[]> {
  const { loadClaims } = await import('../run/load-claims.ts');
  return (await loadClaims(modules, (await catalogue()).claims)).claims;
}

async function claimOf(
  { id, module, typed }: { id: string } & Pick<RefutedInput, 'module' | 'typed'>,
  { catalogue }: Means,
): Promise<Claim | undefined> {
  if (typed) return (await conjecture(typed)).claim;
  if (module) return (await import('../run/load-claims.ts')).loadClaim(module, id);
  return (await catalogue()).claims.find((claim) => claim.id === id);
}

export type Job = keyof typeof JOBS;
export type Input<J extends Job> = Parameters<(typeof JOBS)[J]>[0];
export type Output<J extends Job> = Awaited<ReturnType<(typeof JOBS)[J]>>;
