import { MAX_DRAWS } from '../policy/draws.ts';
import { ASSUMPTIONS } from './assumption.ts';
import type { Domain } from './domain.ts';
import { OTHER_SELECTIONS } from './instance-schema.ts';
import { emptiness } from './least-instance.ts';
import { REGIMES } from './regimes.ts';

/** A domain may ask for at least so many atoms; the search holds instances of that size in memory by the thousand. */
const MOST_ATOMS = 10_000;

/** What a value must be where it is not that; null where it is. */
type Rule = (value: unknown) => string | null;

const text: Rule = (value) => (typeof value === 'string' && value.trim() !== '' ? null : 'must be a text');
const method: Rule = (value) => (typeof value === 'function' ? null : 'must be a function');
const atoms: Rule = (value) => {
  if (!Number.isInteger(value) || (value as number) < 1) return 'must be an integer ≥ 1';
  return (value as number) <= MOST_ATOMS ? null : `must be at most ${MOST_ATOMS}`;
};
const draws: Rule = (value) =>
  typeof value === 'number' && Number.isInteger(8 * value) && value >= 1 && value <= MAX_DRAWS
    ? null
    : `must be an integer from 1 to ${MAX_DRAWS}, or a multiple of 1/8 for real n`;
const flag: Rule = (value) => (value === true ? null : 'must be true or left out');

function oneOf(...words: readonly string[]): Rule {
  const list = words.map((word) => JSON.stringify(word)).join(', ');
  return (value) => (words.includes(value as string) ? null : `must be one of ${list}`);
}

const anyOf = (rule: Rule): Rule => {
  return (value) => (value === undefined ? null : rule(value));
};

const survivalRule: Rule = (value) => {
  if (value === 'yes' || value === 'no') return null;
  const isObject = typeof value === 'object' && value !== null;
  return isObject && ('witness' in value || 'unasked' in value)
    ? null
    : 'must be "yes", "no", {witness: INSTANCE} or {unasked: WHY}';
};

/** At which policies theorems say that a falsehood is false. */
export const REFUTES = ['every policy', 'some policy'] as const;

const proof: Rule = (value) => {
  const form = 'must be an object such as {theorems: ["NAME"], beyond: "what they do not say"}';
  if (!isRecord(value)) return form;
  const { theorems, beyond, refutes, ...rest } = value;
  const named = Array.isArray(theorems) && theorems.length > 0 && theorems.every((name) => text(name) === null);
  const isWhole = named && anyOf(text)(beyond) === null && anyOf(oneOf(...REFUTES))(refutes) === null;
  return isWhole && Object.keys(rest).length === 0 ? null : form;
};

const CLAIM: Record<string, Rule> = {
  id: text,
  title: text,
  statement: text,
  source: text,
  hypotheses: text,
  expected: oneOf('holds', 'fails', 'open'),
  domain: (value) => (isRecord(value) ? null : 'must be an object such as {atoms: 1, draws: 1}'),
  shares: (value) => (isRecord(value) ? null : 'must be an object such as COMMON_SHARES'),
  cost: anyOf(oneOf('low', 'medium', 'high')),
  reach: anyOf((value) => (isRecord(value) ? null : 'must be an object such as {draws: 100000}')),
  survives: anyOf((value) => (isRecord(value) ? null : 'must be an object')),
  proof: anyOf(proof),
  relations: method,
  secondWays: anyOf(method),
  derivation: anyOf(method),
};

const REACH: Record<string, Rule> = { draws: anyOf(draws), atoms: anyOf(atoms) };

const DOMAIN: Record<string, Rule> = {
  atoms,
  draws,
  mostDraws: anyOf(draws),
  realDraws: anyOf(flag),
  ties: anyOf(flag),
  small: anyOf(flag),
  stretches: anyOf(flag),
  atomless: anyOf(flag),
  bottomHeavy: anyOf(flag),
  other: anyOf(flag),
  selection: anyOf(oneOf(...OTHER_SELECTIONS)),
};

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Checks that a value has the form of a claim. @throws TypeError naming the claim, the field and what is wrong with it. */
export function checkForm(claim: unknown): void {
  if (!isRecord(claim)) throw new TypeError('a claim must be an object');
  const { id } = claim;
  if (typeof id !== 'string' || !/^[a-z][a-z0-9-]*$/.test(id)) {
    throw new TypeError(`the claim id ${JSON.stringify(id)} is not kebab-case`);
  }
  const fail = (problem: string): never => {
    throw new TypeError(`claim ${id}: ${problem}`);
  };
  const check = (record: Record<string, unknown>, rules: Record<string, Rule>, prefix: string): void => {
    const unknown = Object.keys(record).find((key) => !Object.hasOwn(rules, key));
    if (unknown !== undefined)
      fail(`there is no field ${prefix}${unknown}; there are ${Object.keys(rules).join(', ')}`);
    for (const [key, rule] of Object.entries(rules)) {
      const problem = rule(record[key]);
      if (problem) fail(`${prefix}${key} ${problem}`);
    }
  };
  check(claim, CLAIM, '');
  const { proof: tie } = claim;
  if (isRecord(tie) && (claim.expected === 'fails') !== (tie.refutes !== undefined))
    fail(
      `proof.refutes must be ${REFUTES.map((word) => JSON.stringify(word)).join(' or ')} for a falsehood, and left out otherwise`,
    );
  const domain = claim.domain as Record<string, unknown>;
  check(domain, DOMAIN, 'domain.');
  if ((domain.mostDraws as number) < (domain.draws as number)) fail('domain.mostDraws is below domain.draws');
  const empty = emptiness(claim.domain as Domain);
  if (empty) fail(`nothing is in its domain: ${empty}`);
  check({ ...(claim.reach as object | undefined) }, REACH, 'reach.');
  check(
    { ...(claim.shares as object) },
    named(REGIMES, () => null),
    'shares.',
  );
  const share = Object.entries(claim.shares as object).find(([, value]) => !(value >= 0 && value <= 1));
  if (share) fail(`the share of ${share[0]} is not between 0 and 1`);
  check({ ...(claim.survives as object | undefined) }, named(ASSUMPTIONS, anyOf(survivalRule)), 'survives.');
}

function named(keys: object, rule: Rule): Record<string, Rule> {
  return Object.fromEntries(Object.keys(keys).map((key) => [key, rule]));
}
