/** How many certified runs of the claim kl-bound a search makes in a second, by us and by Hypothesis, on one thread each. */
import { claim } from '../properties/kl-bound.ts';
import { survey } from '../src/campaign/fast-check-adapter.ts';
import { claimSeed } from '../src/campaign/random.ts';
import { runClaim } from '../src/campaign/run-claim.ts';
import type { Missing } from './peers.ts';
import { MissingError, startPython } from './program.ts';
import { median } from './rounds.ts';

/** One round of a search. */
interface Round {
  readonly instances: number;
  readonly outcomes: number;
  readonly seconds: number;
  /** What generating the same instances took by itself. */
  readonly generationSeconds: number;
}

export interface Search {
  readonly name: string;
  readonly source: string;
  readonly library: string | null;
  /** Certified runs in a second. */
  readonly rate: number;
  /** Nanoseconds for one instance. */
  readonly generation: number;
  readonly arithmetic: number;
  /** Mean number of outcomes of a policy. */
  readonly outcomes: number;
}

export interface Searches {
  readonly ours: Search;
  readonly peer: Search | null;
  readonly missing: readonly Missing[];
  /** How many times as many runs ours makes, the median over the rounds. */
  readonly ratio: number | null;
}

export interface SearchPlan {
  readonly rounds: number;
  /** Seconds of a round of ours, and examples of a round of the peer's. */
  readonly seconds: number;
  readonly examples: number;
}

const PEER = 'hypothesis_kl.py';

/** Rounds in turn, as for the cells; the first one of ours warms up and does not count. */
export async function measureSearches({ rounds, seconds, examples }: SearchPlan): Promise<Searches> {
  const peer = await startPeer();
  const ours: Round[] = [];
  const theirs: Round[] = [];
  ourRound(seconds, 0);
  for (let seed = 1; seed <= rounds; seed += 1) {
    ours.push(ourRound(seconds, seed));
    if (!('reason' in peer)) theirs.push(await peer.ask<Round>(`${examples} ${seed}`));
  }
  const about = { name: 'ours', source: 'src/campaign/run-claim.ts', library: null };
  if ('reason' in peer) return { ours: summary(about, ours), peer: null, missing: [peer], ratio: null };
  peer.stop();
  const aboutPeer = { name: 'Hypothesis and mpmath iv', source: `bench/peers/${PEER}`, library: peer.library };
  return {
    ours: summary(about, ours),
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

/** A survey as `verify` makes it, second ways included, and then the same instances with nothing to decide. */
function ourRound(seconds: number, seed: number): Round {
  const start = performance.now();
  const end = start + seconds * 1000;
  const { instances, outcomes } = runClaim(claim, { runs: null, seed, shouldStop: () => performance.now() >= end });
  const middle = performance.now();
  if (outcomes.holds !== instances) throw new Error(`the claim ${claim.id} did not hold on every instance`);
  let generated = 0;
  const visit = (instance: { weights: readonly bigint[] }): void => {
    generated += instance.weights.length;
  };
  const again = performance.now();
  survey(claim.domain, claimSeed(seed, claim.id), instances, { wants: () => true, visit });
  const generationSeconds = (performance.now() - again) / 1000;
  return { instances, outcomes: generated, seconds: (middle - start) / 1000, generationSeconds };
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
