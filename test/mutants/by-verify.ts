import { join } from 'node:path';
import { EXIT } from '../../src/cli/exit-code.ts';
import { type Report, reportSchema } from '../../src/report/schema.ts';
import { crashed, type Finding, TIMEOUT } from './finding.ts';
import { runNode } from './process.ts';

/** So few instances meet every claim's shares of the regimes; below this the unmutated project is inconclusive. */
const RUNS = 100;

const CONTRADICTED = 'should be exactly 0 here, but its formula gives';

/**
 * Runs `verify` on a copy, for some claims or all where none is named, with a folder of counterexamples that is empty: nothing stored
 * helps.
 */
export async function byVerify(
  copy: string,
  claims: readonly string[],
  store: string,
  signal: AbortSignal,
): Promise<Finding> {
  const args = [join('scripts', 'bonafide.mjs'), 'verify', ...claims, '--json'];
  const options = ['--runs', String(RUNS), '--workers', '1', '--counterexamples', store];
  const { code, stdout, stderr } = await runNode([...args, ...options], copy, signal);
  if (code === null) return TIMEOUT;
  const report = parse(stdout);
  // A number that is 0 by structure and not by its formula: an inequality that was looked at, and found wrong.
  if (!report && stderr.includes(CONTRADICTED)) return { outcome: 'caught', detail: 'a structural zero that is none' };
  if (!report) return crashed(stderr);
  if (code === EXIT.ok) return { outcome: 'survived', detail: '' };
  const noticed = (status: string): string =>
    report.claims
      .filter((claim) => claim.status === status)
      .map(({ id, noticedAt }) => (noticedAt === null ? id : `${id} after ${noticedAt} runs`))
      .join(', ');
  // A node that dies of an error exits with 1 as well: the report has to say it too.
  if (code === EXIT.failed && report.status === 'failed') {
    return { outcome: 'caught', detail: noticed('failed') };
  }
  return { outcome: 'inconclusive', detail: noticed('inconclusive') };
}

function parse(stdout: string): Report | null {
  try {
    return reportSchema.parse(JSON.parse(stdout));
  } catch {
    return null;
  }
}
