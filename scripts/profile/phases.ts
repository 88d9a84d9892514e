import type { Profiler } from 'node:inspector';

/** The phases of the search of one claim, by the function that each is; within the survey by what it does with an instance. */
export const PHASES = [
  'generation',
  'decisions',
  'margins',
  'cross-checks',
  'enumeration',
  'far',
  'climb',
  'assumptions',
  'shrinking',
  'garbage',
  'rest',
] as const;
export type Phase = (typeof PHASES)[number];

/** The function by which a phase is recognised, and the end of the path of its file. The outermost one on a stack counts. */
const ENTRIES: readonly (readonly [name: string, file: string, phase: Phase])[] = [
  ['generate', 'search/generate', 'generation'],
  ['look', 'search/findings', 'decisions'],
  ['add', 'search/statistics', 'margins'],
  ['disagreement', 'claims/decide', 'cross-checks'],
  ['exhaust', 'search/run-claim', 'enumeration'],
  ['goFar', 'search/run-claim', 'far'],
  ['climbUp', 'search/run-claim', 'climb'],
  ['cellsOf', 'search/assumptions', 'assumptions'],
  ['smallestOf', 'search/run-claim', 'shrinking'],
  ['(garbage collector)', '', 'garbage'],
];

/** The share of each phase in a profile. Sampled: no guarantee. */
export function shareOfPhases({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Record<Phase, number> {
  const phaseOf = phasesOfNodes(nodes);
  const shares = Object.fromEntries(PHASES.map((phase) => [phase, 0])) as Record<Phase, number>;
  const whole = timeDeltas.reduce((a, b) => a + b, 0);
  for (const [index, id] of samples.entries()) shares[phaseOf.get(id) ?? 'rest'] += (timeDeltas[index] ?? 0) / whole;
  return shares;
}

/** Parents come before their children in a profile. */
function phasesOfNodes(nodes: readonly Profiler.ProfileNode[]): Map<number, Phase> {
  const phases = new Map<number, Phase>();
  for (const { id, callFrame, children = [] } of nodes) {
    const phase = phases.get(id) ?? entered(callFrame);
    if (!phase) continue;
    phases.set(id, phase);
    for (const child of children) phases.set(child, phase);
  }
  return phases;
}

function entered({ functionName, url }: Profiler.ProfileNode['callFrame']): Phase | undefined {
  return ENTRIES.find(([name, file]) => name === functionName && url.includes(file))?.[2];
}
