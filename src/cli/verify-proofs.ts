import { checkProofs } from '../coq/gate/check-proofs.ts';
import { PROOF_CACHE, PROOFS } from '../coq/gate/place.ts';
import type { ProofReport } from '../coq/gate/report.ts';
import type { Services } from './context.ts';
import type { Progress } from './progress.ts';
import { inWords } from './prove.ts';
import type { Settings } from './settings.ts';

/** The name of the proofs' progress bar. */
const NAME = 'proofs';

/** Checks the proofs as a part of `verify`, beside the search; null where that is not wanted or was interrupted. */
export async function verifyProofs(
  { withProofs, signal }: Settings,
  chooseCheckers: Services['chooseCheckers'],
  bars: Progress,
  totals: Map<string, number | null>,
): Promise<ProofReport | null> {
  if (!withProofs) return null;
  const [checker] = await chooseCheckers(undefined, signal);
  if (!checker) return null;
  const progress = (_stage: string, done: number, total: number): void => {
    totals.set(NAME, total);
    bars.update(NAME, done);
  };
  const report = await checkProofs({ checker, proofs: PROOFS, cache: PROOF_CACHE, signal, progress });
  if (report.verdict === 'interrupted') return null;
  bars.finish(NAME, inWords(report)[0] ?? report.verdict);
  return report;
}
