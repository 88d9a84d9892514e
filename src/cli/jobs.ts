import { catalogue } from '../../properties/index.ts';
import { sharpness } from '../../properties/shared/sharpness.ts';
import { instanceFromJson } from '../claims/instance.ts';
import type { InstanceJson } from '../claims/instance-schema.ts';
import { workOut } from '../evidence/counterexample.ts';
import { type Replay, replay, replayIfKnown } from '../evidence/replay.ts';
import type { Counterexample } from '../evidence/schema.ts';
import { judgeSharpness } from '../judge/parts.ts';
import { FinitePolicy } from '../policy/finite-policy.ts';
import type { Report } from '../report/schema.ts';
import { counted, type Heartbeat } from '../run/heartbeat.ts';
import { loadClaim, loadClaims } from '../run/load-claims.ts';
import { type SampleRow, sampleRow } from '../samples/table.ts';
import { type Prepared, prepare } from './certificates.ts';
import { type ComputeOptions, computed } from './computed.ts';

/** A file to replay, with the modules of claims that are not of the catalogue. */
export interface ReplayInput {
  readonly file: string;
  readonly modules: readonly string[];
  /** The claims that it may be of; a file of another one gives null. Left out, that is an error. */
  readonly only?: readonly string[];
}

/** An instance that refutes a claim, with the address of the claim's module where it is not of the catalogue. */
export interface RefutedInput {
  readonly claim: string;
  readonly module: string | undefined;
  readonly instance: InstanceJson;
  readonly found: Counterexample['found'];
}

/** Policies with how many prompts have each, to be sent to a thread. */
export interface RowInput {
  readonly groups: readonly {
    readonly weights: readonly bigint[];
    readonly ranks: readonly number[];
    readonly prompts: number;
  }[];
  readonly n: number;
}

/** All work of a command, apart from the search, that takes as long as its input says. What comes and goes crosses threads. */
export const JOBS = {
  compute: (options: ComputeOptions): Promise<string> => computed(options),

  /** Whether modules of claims can be loaded, and their claims are well-formed. */
  load: async (files: readonly string[]): Promise<null> => {
    await loadClaims(files, catalogue);
    return null;
  },

  counterexample: async (
    { claim: id, module, instance, found }: RefutedInput,
    beat: Heartbeat,
  ): Promise<Counterexample | null> => {
    const claim = module ? await loadClaim(module, id) : catalogue.find((one) => one.id === id);
    if (!claim) throw new Error(`there is no claim ${id}`);
    return workOut(counted(claim, beat), instanceFromJson(instance), found);
  },

  replay: async ({ file, modules, only }: ReplayInput, beat: Heartbeat): Promise<Replay | null> => {
    const own = (await loadClaims(modules, catalogue)).claims;
    const claims = [...catalogue, ...own].map((claim) => counted(claim, beat));
    if (!only) return replay(file, claims);
    return replayIfKnown(
      file,
      claims.filter(({ id }) => only.includes(id)),
    );
  },

  sampleRow: async ({ groups, n }: RowInput): Promise<SampleRow> =>
    sampleRow(
      groups.map(({ weights, ranks, prompts }) => ({ policy: FinitePolicy.fromRanked(weights, ranks), prompts })),
      n,
    ),

  sharpness: async (_: null): Promise<Report['sharpness']> => sharpness().map(judgeSharpness),

  certificate: (file: string): Promise<Prepared> => prepare(file),
};

export type Job = keyof typeof JOBS;
export type Input<J extends Job> = Parameters<(typeof JOBS)[J]>[0];
export type Output<J extends Job> = Awaited<ReturnType<(typeof JOBS)[J]>>;
