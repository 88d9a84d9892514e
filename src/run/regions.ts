import { type Certificate, INEQUALITIES, type InequalityId } from '../regions/certificate.ts';
import { certify } from '../regions/certify.ts';
import { recheck } from '../regions/recheck.ts';
import { isIn, type Piece, WHOLE } from '../search/blocks.ts';

/** The results for one inequality, for every n from its least one to `to`. Plain data: it crosses threads and goes into reports. */
export interface RegionRun {
  readonly id: InequalityId;
  readonly statement: string;
  readonly from: number;
  readonly to: number;
  readonly certificates: readonly Certificate[];
  readonly failures: readonly RegionFailure[];
}

export interface RegionFailure {
  readonly n: number;
  readonly outcome: 'refuted' | 'undecided';
  /** Where it failed, or why the certificate was not accepted. */
  readonly where: string;
}

/** Certifies an inequality on all of (0, 1] for one n after the other, or for a piece of these, and re-checks every certificate. */
export function certifyUpTo(id: InequalityId, to: number, piece: Piece = WHOLE): RegionRun {
  const inequality = INEQUALITIES.find((known) => known.id === id);
  if (!inequality) throw new Error(`there is no inequality ${id}`);
  const certificates: Certificate[] = [];
  const failures: RegionFailure[] = [];
  for (let n = inequality.least; n <= to; n += 1) {
    if (!isIn(piece, n - inequality.least)) continue;
    const result = certify(id, n);
    if (result.outcome === 'refuted') failures.push({ n, outcome: 'refuted', where: `at t = ${result.at}` });
    if (result.outcome === 'undecided') {
      failures.push({ n, outcome: 'undecided', where: `between t = ${result.from} and ${result.to}` });
    }
    if (result.outcome !== 'certified') continue;
    const accepted = recheck(result.certificate);
    if (accepted === true) certificates.push(result.certificate);
    else failures.push({ n, outcome: 'undecided', where: accepted });
  }
  return { id, statement: inequality.statement, from: inequality.least, to, certificates, failures };
}

/** The results of all pieces of an inequality together. @throws RangeError where there is none */
export function joinRegions(pieces: readonly RegionRun[]): RegionRun {
  const [first] = pieces;
  if (!first) throw new RangeError('there is nothing to join');
  const byDraws = (a: { readonly n: number }, b: { readonly n: number }): number => a.n - b.n;
  return {
    ...first,
    certificates: pieces.flatMap(({ certificates }) => certificates).sort(byDraws),
    failures: pieces.flatMap(({ failures }) => failures).sort(byDraws),
  };
}
