import { quotient } from '../arithmetic/decimal.ts';
import { Rational } from '../arithmetic/rational.ts';
import type { Policy } from './constant.ts';

type Groups = Policy['weights'];

const FEW_ATOMS = 8;
const MAX_TOTAL = 1_000n;
const LONGEST_LIST = 60;
const MASS_DIGITS = 4;

/** A policy in words: as fractions where it is small, else by its weights or, where these are long, by masses that are cut. */
export function policyText({ weights, auxiliary }: Policy): string {
  return [listText('p', weights), ...(auxiliary ? [listText('q', auxiliary)] : [])].join(', ');
}

function listText(name: 'p' | 'q', groups: Groups): string {
  const total = groups.reduce((sum, { atoms, weight }) => sum + BigInt(atoms) * BigInt(weight), 0n);
  const count = groups.reduce((sum, { atoms }) => sum + atoms, 0);
  if (count <= FEW_ATOMS && total <= MAX_TOTAL)
    return `${name} = (${groups.flatMap(({ atoms, weight }) => new Array(atoms).fill(fraction(weight, total))).join(', ')})`;
  const noun = name === 'p' ? 'weights' : 'weights of q';
  const list = (of: (weight: string) => string): string =>
    groups.map(({ atoms, weight }) => (atoms === 1 ? of(weight) : `${atoms} × ${of(weight)}`)).join(', ');
  const weights = list((weight) => weight);
  if (weights.length <= LONGEST_LIST) return `${noun} ${weights}`;
  const masses = list((weight) => mass(weight, total));
  return masses.length <= LONGEST_LIST ? `${name} = (${masses})` : `${count} ${noun}`;
}

function fraction(weight: string, total: bigint): string {
  return Rational.of(BigInt(weight), total).reduced().toString();
}

/** A mass as a decimal that ends with … where it is cut. */
function mass(weight: string, total: bigint): string {
  const text = quotient(BigInt(weight), total, MASS_DIGITS, 'down').toString();
  return Rational.parse(text).equals(Rational.of(BigInt(weight), total)) ? text : `${text}…`;
}
