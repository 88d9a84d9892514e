/** The number of certified runs of the claim kl-bound per second, for our search and for Hypothesis, on one thread each. */
import { bundled } from './bundled.ts';
import type { Missing } from './peers.ts';
import { MissingError, startPython } from './program.ts';
import { median } from './rounds.ts';
import type { OurRound, ourRound, Round } from './search-rounds.ts';

export interface Search {
  readonly name: string;
  readonly source: string;
  readonly library: string | null;
  /** Certified runs per second. */
  readonly rate: number;
  /** Nanoseconds per instance. */
  readonly generation: number;
  readonly arithmetic: number;
  /** Mean number of outcomes of a policy. */
  readonly outcomes: number;
}

/** The number of instances in all counted rounds that needed intervals. */
export interface Escalations {
  readonly count: number;
  readonly instances: number;
}

export interface Searches {
  readonly ours: Search;
  readonly escalations: Escalations;
  readonly peer: Search | null;
  readonly missing: readonly Missing[];
  /** Our rate divided by the peer's, as the median over the rounds. */
  readonly ratio: number | null;
}

export interface SearchPlan {
  readonly rounds: number;
  /** Instances in a round of ours, and examples in a round of the peer's. */
  readonly instances: number;
  readonly examples: number;
}

const PEER = 'hypothesis_kl.py';
/** Alternates the rounds, as for the cells. Our first round is a warm-up and does not count. */
export async function measureSearches({ rounds, instances, examples }: SearchPlan): Promise<Searches> {
  const search = await bundled<{ ourRound: typeof ourRound }>('bench/search-rounds.ts');
  const peer = await startPeer();
  const ours: OurRound[] = [];
  const theirs: Round[] = [];
  search.ourRound(instances, 0);
  for (let seed = 1; seed <= rounds; seed += 1) {
    ours.push(search.ourRound(instances, seed));
    if (!('reason' in peer)) theirs.push(await peer.ask<Round>(`${examples} ${seed}`));
  }
  const about = { name: 'ours', source: 'bench/search.ts', library: null };
  const own = {
    ours: summary(about, ours),
    escalations: {
      count: ours.reduce((sum, { escalations }) => sum + escalations, 0),
      instances: ours.reduce((sum, round) => sum + round.instances, 0),
    },
  };
  if ('reason' in peer) return { ...own, peer: null, missing: [peer], ratio: null };
  peer.stop();
  const aboutPeer = { name: 'Hypothesis and mpmath iv', source: `bench/peers/${PEER}`, library: peer.library };
  return {
    ...own,
    peer: summary(aboutPeer, theirs),
    missing: [],
    ratio: median(ours.map((round, index) => rate(round) / rate(theirs[index] as Round))),
  };
}

async function startPeer() {
  try {
    return await startPython(PEER, ['hypothesis', 'mpmath']);
  } catch (error) {
    if (!(error instanceof MissingError)) throw error;
    return { source: `bench/peers/${PEER}`, reason: error.message };
  }
}

function rate({ instances, seconds }: Round): number {
  return instances / seconds;
}

function summary(about: Pick<Search, 'name' | 'source' | 'library'>, rounds: readonly Round[]): Search {
  const whole = median(rounds.map((round) => 1e9 / rate(round)));
  const generation = median(rounds.map((round) => (round.generationSeconds * 1e9) / round.instances));
  return {
    ...about,
    rate: median(rounds.map(rate)),
    generation,
    arithmetic: Math.max(0, whole - generation),
    outcomes: median(rounds.map((round) => round.outcomes / round.instances)),
  };
}
