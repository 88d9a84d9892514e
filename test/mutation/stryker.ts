/** Runs Stryker on some files of a part. */
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { z } from 'zod';
import { type Part, ROOT } from './scope.ts';

const place = z.object({ line: z.number(), column: z.number() });

/** What is read of Stryker's report. */
const schema = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.string(),
      mutants: z.array(
        z.object({
          mutatorName: z.string(),
          replacement: z.string(),
          status: z.enum(['Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored', 'RuntimeError']),
          location: z.object({ start: place, end: place }),
        }),
      ),
    }),
  ),
});

export type Mutated = z.infer<typeof schema>['files'][string];
export type Mutant = Mutated['mutants'][number];

/** The copies of the project in which mutants are tried. */
const copies = join(tmpdir(), `bonafide-mutation-${process.pid}`);
// Stryker removes them, but not where it is interrupted.
process.on('exit', () => rmSync(copies, { recursive: true, force: true }));

/**
 * What became of the mutants of these files. Results are kept in coverage/mutation: of what neither a mutant's source nor its tests have
 * changed, the next run takes them from there.
 */
export async function mutate(part: Part, files: readonly string[]): Promise<ReadonlyMap<string, Mutated>> {
  const results = join(ROOT, `coverage/mutation/${part.name}.json`);
  await new Stryker({
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
    mutate: [...files],
    testFiles: [...part.tests],
    // Texts are messages for people. Those that matter are held by tests of their own, and most mutants of them would say nothing.
    mutator: { excludedMutations: ['StringLiteral'] },
    // A mutant in what a module works out when it is loaded needs all tests, each time.
    ignoreStatic: true,
    coverageAnalysis: 'perTest',
    concurrency: 1,
    // A busy machine must not make a slow test look like an endless loop.
    timeoutMS: 10_000,
    incremental: true,
    incrementalFile: results,
    tempDirName: copies,
    ignorePatterns: ['coverage', 'dist', 'proofs', 'reports', 'vectors', 'counterexamples', '*.tgz'],
    reporters: ['progress-append-only'],
  }).runMutationTest();
  const report = schema.parse(JSON.parse(readFileSync(results, 'utf8')));
  // A file in which nothing can be changed is not in Stryker's report.
  const none = (file: string): Mutated => ({ source: readFileSync(join(ROOT, file), 'utf8'), mutants: [] });
  return new Map(files.map((file) => [file, report.files[file] ?? none(file)]));
}
