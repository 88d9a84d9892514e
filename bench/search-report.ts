import { count, linked, missingInWords, significant, table } from './format.ts';
import type { Search, Searches } from './search.ts';
import { ESCALATION_TARGET, SEARCH_TARGET } from './targets.ts';

/** The targets of the search, as rows of the table of targets. */
export function searchFindings({ ours, escalations }: Searches): string[][] {
  return [
    [
      `search at least ${count(SEARCH_TARGET)} certified runs of kl-bound a second on one thread`,
      verdict(ours.rate >= SEARCH_TARGET),
      `${count(Math.round(ours.rate))} a second`,
    ],
    [
      `search escalates from double-double in under 1 of ${count(ESCALATION_TARGET)} runs`,
      verdict(escalations.count * ESCALATION_TARGET < escalations.instances),
      `${count(escalations.count)} of ${count(escalations.instances)}`,
    ],
  ];
}

function verdict(met: boolean): string {
  return met ? 'met' : '**not met**';
}

export function searchText({ ours, peer, escalations, missing, ratio: times }: Searches, root: string | null): string {
  const head = ['search', 'certified runs a second', 'generating, µs', 'deciding, µs', 'share of generating', 'mean K'];
  const rows = [ours, peer].flatMap((search) => (search ? [row(search, root)] : []));
  const comparison = times ? `Ours makes ${significant(times)} times as many runs a second. ` : '';
  const escalated = `${count(escalations.count)} of ${count(escalations.instances)}`;
  const gone = missing.map((one) => `Missing here: ${missingInWords(one)}. `).join('');
  return `Certified runs of the claim kl-bound, KL ≤ log n − (n−1)/n, on one thread: an instance is generated and decided by
enclosures of both sides, which start at double-double for ours and at 53 bits for the peer. Ours needed intervals in
${escalated} runs. Generating is timed by itself on the same instances, and for ours includes telling distinct ones
apart; deciding is the rest. Policies are of the same families and about the same sizes, of at most 50 outcomes and with
weights that add up to less than 2^53, at n ≤ 1,000. Some of ours are also tied, and in about 1 of 100 n or K is 1 and the
answer exact. Second ways, regimes and shrinking are left out on both sides.
${comparison}${gone}

${table([head, ...rows])}`;
}

function row({ name, source, rate, generation, arithmetic, outcomes }: Search, root: string | null): string[] {
  return [
    `${name} (${linked(source, root)})`,
    count(Math.round(rate)),
    significant(generation / 1000),
    significant(arithmetic / 1000),
    `${Math.round((100 * generation) / (generation + arithmetic))} %`,
    outcomes.toFixed(1),
  ];
}
