import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { crashed, type Finding, TIMEOUT } from './finding.ts';
import { runNode } from './process.ts';

const VITEST = join('node_modules', 'vitest', 'vitest.mjs');

const results = z.object({
  success: z.boolean(),
  testResults: z.array(
    z.object({ name: z.string(), assertionResults: z.array(z.object({ status: z.string(), title: z.string() })) }),
  ),
});

/** Runs some folders of tests on a copy until the first test fails; `file` is where the results may be written. */
export async function byTests(
  copy: string,
  folders: readonly string[],
  file: string,
  signal: AbortSignal,
): Promise<Finding> {
  const options = ['--project', 'fast', '--bail', '1', '--reporter', 'json', '--outputFile', file];
  // The lanes fill the processors already.
  const speed = ['--maxWorkers', '1'];
  const { code, stdout, stderr } = await runNode([VITEST, 'run', ...options, ...speed, ...folders], copy, signal);
  if (code === null) return TIMEOUT;
  const parsed = results.safeParse(await readJson(file));
  if (!parsed.success) return crashed(stdout, stderr);
  const failed = parsed.data.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ title }) => `${relative(join(copy, 'test'), name)}, ${title}`),
  );
  // A file that cannot even be loaded fails without a failed test; that is a crash.
  if (failed[0] !== undefined) return { outcome: 'caught', detail: failed[0] };
  return parsed.data.success && code === 0 ? { outcome: 'survived', detail: '' } : crashed(stdout, stderr);
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return null;
  }
}
