import { catalogue } from '../../properties/index.ts';
import { sharpness } from '../../properties/sharpness.ts';
import { loadClaims } from '../campaign/load-claims.ts';
import { type Replay, replay, replayIfKnown } from '../evidence/replay.ts';
import { FinitePolicy } from '../policy/finite-policy.ts';
import type { Report } from '../report/schema.ts';
import { reportSharpness } from '../report/sharpness.ts';
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

  replay: async ({ file, modules, only }: ReplayInput): Promise<Replay | null> => {
    const claims = [...catalogue, ...(await loadClaims(modules, catalogue)).claims];
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

  sharpness: async (_: null): Promise<Report['sharpness']> => sharpness().map(reportSharpness),

  certificate: (file: string): Promise<Prepared> => prepare(file),
};

export type Job = keyof typeof JOBS;
export type Input<J extends Job> = Parameters<(typeof JOBS)[J]>[0];
export type Output<J extends Job> = Awaited<ReturnType<(typeof JOBS)[J]>>;
