import { createHash } from 'node:crypto';
import type { Instance } from '../claims/instance.ts';
import { textsOf, type Values } from '../claims/instance-fields.ts';

const SHORT_NAME = 48;
/** 96 bits: two instances with the same name do not occur in practice. */
const HASH_DIGITS = 24;

/** A file name that describes the instance. The same instance gives the same name, different instances different names. */
export function fileName(instance: Instance): string {
  const full = textsOf(instance, WRITE).join('.');
  if (full.length <= SHORT_NAME) return `${full}.json`;
  const hash = createHash('sha256').update(full).digest('hex').slice(0, HASH_DIGITS);
  return `atoms-${instance.weights.length}.n-${instance.n}.${hash}.json`;
}

function listed(name: string): (values: Values) => string {
  return (values) => [name, ...values].join('-');
}

/** In the order of the name. */
const WRITE = {
  weights: listed('weights'),
  ranks: listed('levels'),
  ties: String,
  continuousParts: listed('continuous'),
  auxiliary: listed('auxiliary'),
  n: listed('n'),
  selection: String,
};
