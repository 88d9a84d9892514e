import { type Profiler, Session } from 'node:inspector/promises';
import type { Claim } from '../../src/claims/claim.ts';
import { CANONICAL } from '../../src/cli/canonical.ts';
import type { Extent } from '../../src/search/budget.ts';
import { runClaim } from '../../src/search/run-claim.ts';
import { type Phase, shareOfPhases } from './phases.ts';

/** The seconds of processor time of the search of one claim, and the part of them that each phase took. Measured: no guarantee. */
export interface Row {
  readonly id: string;
  readonly seconds: number;
  readonly phases: Readonly<Record<Phase, number>>;
}

/** Microseconds between two looks at the stack. */
const INTERVAL = 500;

/** Searches the claims one after the other, in this thread. V8 samples the stack; the samples divide the processor time. */
export async function measured(
  claims: readonly Claim[],
  extentOf: (claim: Claim) => Extent,
  onRow: (row: Row) => void,
): Promise<Row[]> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: INTERVAL });
  const rows: Row[] = [];
  for (const claim of claims) {
    await session.post('Profiler.start');
    const before = process.cpuUsage();
    runClaim(claim, { ...extentOf(claim), seed: CANONICAL.seed });
    const { user, system } = process.cpuUsage(before);
    const { profile }: { profile: Profiler.Profile } = await session.post('Profiler.stop');
    const seconds = (user + system) / 1e6;
    const shares = Object.entries(shareOfPhases(profile)).map(([phase, share]) => [phase, seconds * share]);
    const row: Row = { id: claim.id, seconds, phases: Object.fromEntries(shares) };
    rows.push(row);
    onRow(row);
  }
  session.disconnect();
  return rows.sort((a, b) => b.seconds - a.seconds);
}
