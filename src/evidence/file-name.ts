import { createHash } from 'node:crypto';
import { hasTies, type Instance } from '../claims/instance.ts';

const SHORT_NAME = 48;
/** 96 bits: nobody has two instances of one name. */
const HASH_DIGITS = 24;

/** A file name that says what the instance is: the same for the same instance, and another one for every other. */
export function fileName(instance: Instance): string {
  const { weights, ranks, n, ties, stretches = [], other, selection } = instance;
  const parts = [
    `weights-${weights.join('-')}`,
    hasTies(instance) && `levels-${ranks.join('-')}`,
    ties,
    stretches.length > 0 && `stretches-${stretches.join('-')}`,
    other && `other-${other.join('-')}`,
    `n-${n}`,
    selection,
  ];
  const full = parts.filter((part) => part).join('.');
  if (full.length <= SHORT_NAME) return `${full}.json`;
  const hash = createHash('sha256').update(full).digest('hex').slice(0, HASH_DIGITS);
  return `atoms-${weights.length}.n-${n}.${hash}.json`;
}
