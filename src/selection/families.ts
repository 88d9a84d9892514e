import { Rational } from '../arithmetic/rational.ts';
import { MAX_DRAWS } from '../policy/draws.ts';
import { bestOf } from './best-of.ts';
import { worstOf } from './mirrored.ts';
import type { Family, RankRule } from './rank-rule.ts';
import { SECOND_BEST } from './second-best.ts';
import { topFraction } from './top-fraction.ts';
import { uniformTilt } from './uniform-tilt.ts';

/** The selections that claims and instances can name. A new selection is one more line. */
const FAMILIES = {
  'best-of-n': { rule: bestOf },
  'worst-of-n': { rule: worstOf },
  'second-best-of-n': SECOND_BEST,
  'top-nth': { rule: (n) => topFraction(Rational.ONE.div(n)) },
  'tilt-by-n': { rule: uniformTilt },
} satisfies Record<string, Family>;

export type Selection = keyof typeof FAMILIES;

export const SELECTIONS = Object.keys(FAMILIES) as [Selection, ...Selection[]];

/** For which n a family has a rule, in words. */
export function limitsOf(selection: Selection): string {
  const { least = 1, most = MAX_DRAWS, integersOnly }: Family = FAMILIES[selection];
  return `${selection} is for ${integersOnly ? 'integers n' : 'n'} from ${least} to ${most}`;
}

/** Whether a family has a rule at n. */
export function hasRule(selection: Selection, n: number): boolean {
  const { least = 1, most = MAX_DRAWS, integersOnly }: Family = FAMILIES[selection];
  return n >= least && n <= most && (!integersOnly || Number.isInteger(n));
}

/** The rule of a family at n. @throws as the rule for an n that it does not have. */
export function ruleOf(selection: Selection, n: Rational): RankRule {
  return { ...FAMILIES[selection].rule(n), selection };
}
