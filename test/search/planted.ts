/** Made-up claims whose truth is known, to see whether the search does its work. */
import { Rational } from '../../src/arithmetic/rational.ts';
import { rationalReal } from '../../src/arithmetic/real.ts';
import {
  atMost,
  type BestOfNClaim,
  type Claim,
  type ClaimAbout,
  type Domain,
  defineClaim,
} from '../../src/claims/claim.ts';
import { type InDomain, inDomain } from '../../src/claims/in-domain.ts';
import type { Instance } from '../../src/claims/instance.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';

export const ANY: Domain = { atoms: 1, draws: 1 };

type Parts = Pick<ClaimAbout<BestOfN>, 'id' | 'relations'> & Partial<ClaimAbout<BestOfN>>;

/** A claim with everything that does not matter filled in. */
export function madeUp(parts: Parts): Claim {
  return defineClaim({
    title: `The made-up claim ${parts.id}`,
    statement: `${parts.id} is so`,
    source: 'made up for a test',
    hypotheses: 'none',
    expected: 'fails',
    domain: ANY,
    shares: {},
    ...parts,
  } as BestOfNClaim);
}

/** The claim that a whole number never exceeds a limit. */
export function limited(id: string, measure: (q: BestOfN) => number | bigint, limit: number, domain = ANY): Claim {
  return madeUp({
    id,
    domain,
    relations: (q) => [
      atMost('measure', rationalReal(Rational.of(measure(q))), 'limit', rationalReal(Rational.of(limit))),
    ],
  });
}

/** A claim that holds on every instance. */
export const truth = limited('truth', () => 0, 1);

/** An instance that a domain is known to contain. */
export function within(instance: Instance, domain: Domain): InDomain {
  if (!inDomain(instance, domain)) throw new Error('the instance is not in the domain');
  return instance;
}

/** The claim that nothing is of a kind. */
export function none(id: string, is: (q: BestOfN) => boolean, domain = ANY): Claim {
  return limited(id, (q) => (is(q) ? 1 : 0), 0, domain);
}
