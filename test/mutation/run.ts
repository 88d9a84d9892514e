/**
 * `npm run mutation [-- FILE|FOLDER …]`: mutates these files, or those whose source has changed since the report, asks the tests of
 * their part, and writes reports/mutation.json and reports/mutation.md. docs/mutation.md says more.
 *
 * Exit codes: 0 every survivor is listed in survivors.json, 1 some are not, 2 bad usage or tests that fail without a mutant, 130
 * interrupted.
 */
import { readFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { writeWhole } from '../../src/io/write-whole.ts';
import { markdown } from './markdown.ts';
import { digestOf, type FileReport, inPercent, REPORT, type Report, readReport, scoreOf, summarise } from './report.ts';
import { filesOf, filesUnder, PARTS, ROOT } from './scope.ts';
import { mutate } from './stryker.ts';
import { outdated, readSurvivors, unexplained } from './survivors.ts';

/** Everybody else goes first. */
const LOWEST_PRIORITY = 19;

function wanted(paths: readonly string[], report: Report): Set<string> {
  const unknown = paths.find((path) => filesUnder(path).length === 0);
  if (unknown !== undefined) {
    throw new Error(
      `${unknown} has no file that is mutated: name one of ${PARTS.map(({ folder }) => folder).join(', ')}`,
    );
  }
  if (paths.length > 0) return new Set(paths.flatMap(filesUnder));
  const isNew = (file: string): boolean => report[file]?.source !== digestOf(readFileSync(`${ROOT}${file}`, 'utf8'));
  return new Set(PARTS.flatMap(filesOf).filter(isNew));
}

/** The report in the order of the parts, without files that are no more. */
async function write(report: Report): Promise<Report> {
  const files = PARTS.flatMap(filesOf).filter((file) => report[file]);
  const ordered = Object.fromEntries(files.map((file): [string, FileReport] => [file, report[file] as FileReport]));
  await writeWhole(`${ROOT}${REPORT}`, `${JSON.stringify(ordered, null, 1)}\n`);
  await writeWhole(`${ROOT}reports/mutation.md`, markdown(ordered, readSurvivors()));
  return ordered;
}

async function run(paths: readonly string[]): Promise<number> {
  let report = readReport();
  const files = wanted(paths, report);
  for (const part of PARTS) {
    const its = filesOf(part).filter((file) => files.has(file));
    if (its.length === 0) continue;
    const results = [...(await mutate(part, its))].map(([file, result]) => [file, summarise(file, result)]);
    report = await write({ ...report, ...Object.fromEntries(results) });
  }
  report = await write(report);
  const [survivors, score] = [readSurvivors(), scoreOf(Object.values(report))];
  const [missing, old] = [unexplained(report, survivors), outdated(report, survivors)];
  for (const one of missing) console.log(`survived, and is not in survivors.json: ${JSON.stringify(one)}`);
  for (const one of old) console.log(`in survivors.json, and did not survive: ${JSON.stringify(one)}`);
  console.log(`${files.size} files tried; ${score.noticed} of ${score.mutants} mutants noticed, ${inPercent(score)}`);
  return missing.length + old.length === 0 ? 0 : 1;
}

setPriority(LOWEST_PRIORITY);
try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  console.error(`mutation: ${(error as Error).message}`);
  process.exitCode = 2;
}
