import type { FinitePolicy } from '../../../../src/policy/finite-policy.ts';
import { parseProbabilities, parseWeights, type ReadOptions } from '../../../../src/policy/parse.ts';
import { parsePolicyFile } from '../../../../src/policy/policy-file.ts';
import { attempted, FILE, same, textOf } from '../target.ts';

/** Policies, from files and from lists, under options that the first byte decides. */
export function fuzz(bytes: Uint8Array): void {
  const first = bytes[0] ?? 0;
  const options: ReadOptions = {
    ties: (['level', 'order', 'error'] as const)[first % 3] ?? 'level',
    normalize: first % 2 === 1,
  };
  const text = textOf(bytes.subarray(1));
  for (const read of [parsePolicyFile, parseWeights, parseProbabilities]) {
    const found = attempted(() => read(text, FILE, options));
    if (found) checkPolicy(found);
  }
}

function checkPolicy(found: FinitePolicy): void {
  const again = parseWeights(found.weights.join(), FILE);
  const shares = (of: FinitePolicy): string[] => of.weights.map((_, i) => String(of.mass(i)));
  same('other probabilities after the weights were printed', shares(again), shares(found));
}
