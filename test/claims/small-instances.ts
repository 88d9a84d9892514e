import type { Claim, Domain } from '../../src/claims/claim.ts';
import type { Instance } from '../../src/claims/instance.ts';
import { everyInstance, scaleOf } from '../../src/search/every-instance.ts';

/** Every small instance that a claim speaks of, and for a claim about usual policies those with ties as well. */
export function smallInstances({ domain }: Pick<Claim, 'domain'>, total: number, maxDraws: number): Instance[] {
  const upTo = (wanted: Domain, most: number): Instance[] => [
    ...everyInstance(wanted, { ...scaleOf(wanted, most), maxTotal: most, maxDraws: Math.max(maxDraws, domain.draws) }),
  ];
  const isUsual = !domain.ties && !domain.continuousParts && !domain.atomless && !domain.auxiliary;
  return [...upTo(domain, total), ...(isUsual ? upTo({ ...domain, ties: true }, total) : [])];
}
