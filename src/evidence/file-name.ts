import { createHash } from 'node:crypto';
import { hasTies, type Instance } from '../claims/instance.ts';

const SHORT_NAME = 48;
/** 96 bits: two instances with the same name do not occur in practice. */
const HASH_DIGITS = 24;

/** A file name that describes the instance. The same instance gives the same name, different instances different names. */
export function fileName(instance: Instance): string {
  const { weights, ranks, n, ties, continuousParts = [], auxiliary, selection } = instance;
  const parts = [
    `weights-${weights.join('-')}`,
    hasTies(instance) && `levels-${ranks.join('-')}`,
    ties,
    continuousParts.length > 0 && `continuous-${continuousParts.join('-')}`,
    auxiliary && `auxiliary-${auxiliary.join('-')}`,
    `n-${n}`,
    selection,
  ];
  const full = parts.filter((part) => part).join('.');
  if (full.length <= SHORT_NAME) return `${full}.json`;
  const hash = createHash('sha256').update(full).digest('hex').slice(0, HASH_DIGITS);
  return `atoms-${weights.length}.n-${n}.${hash}.json`;
}
