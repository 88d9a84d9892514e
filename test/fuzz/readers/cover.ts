import { type Profiler, Session } from 'node:inspector/promises';
import type { Target } from './target.ts';

/** Longer inputs are not worth a place among the committed ones. */
const LONGEST = 2000;

/**
 * The shortest inputs first, and of these each one that runs a part of the reader that none before it has run. Parts are blocks of code as the engine
 * counts them.
 */
export async function covering(target: Target, script: string, inputs: readonly Uint8Array[]): Promise<Uint8Array[]> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const seen = new Set<string>();
  const kept: Uint8Array[] = [];
  const ordered = inputs.filter(({ length }) => length <= LONGEST).sort((a, b) => a.length - b.length);
  for (const input of ordered) {
    await target(input);
    const { result } = await session.post('Profiler.takePreciseCoverage');
    const before = seen.size;
    for (const block of blocksOf(result, script)) seen.add(block);
    if (seen.size > before) kept.push(input);
  }
  session.disconnect();
  return kept;
}

function blocksOf(coverage: readonly Profiler.ScriptCoverage[], script: string): string[] {
  const functions = coverage.filter(({ url }) => url.endsWith(script)).flatMap((found) => found.functions);
  return functions.flatMap(({ ranges }) =>
    ranges.filter(({ count }) => count > 0).map(({ startOffset, endOffset }) => `${startOffset}-${endOffset}`),
  );
}
