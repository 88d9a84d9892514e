import type { Hostile } from './claim.ts';

const NOTHING = /claim hostile cannot be checked on .*: it returns no relation for this instance/;

/** Claims that state nothing, or what is no relation. */
export const SAYS_NOTHING: readonly Hostile[] = [
  { name: 'no relation at all', fields: 'relations: () => [],', code: 2, says: NOTHING },
  { name: 'an empty generator', fields: '*relations() {},', code: 2, says: NOTHING },
  {
    name: 'no relation on one instance in a hundred',
    fields: 'relations: ({ n }) => (n === 5 ? [] : isTrue),',
    code: 2,
    says: /claim hostile cannot be checked on .*n = 5: it returns no relation for this instance/,
  },
  {
    name: 'nothing where it would be false',
    fields: 'relations: ({ kl, formula, n }) => (n > 1 ? [] : [equal("KL", kl, "D", formula)]),',
    code: 2,
    says: NOTHING,
  },
  {
    name: 'undefined',
    fields: 'relations: () => undefined,',
    code: 2,
    says: /relations must return an iterable of relations/,
  },
  {
    name: 'a promise',
    fields: 'relations: async () => isTrue,',
    code: 2,
    says: /relations must return an iterable of relations/,
  },
  {
    name: 'a text',
    fields: 'relations: () => "KL ≤ D",',
    code: 2,
    says: /relations must return an iterable of relations/,
  },
  { name: 'true', fields: 'relations: () => [true],', code: 2, says: /a relation must be made by atMost or equal/ },
  { name: 'null', fields: 'relations: () => [null],', code: 2, says: /a relation must be made by atMost or equal/ },
  {
    name: 'a comparison that is none',
    fields: 'relations: () => [{ ...isTrue[0], is: "≥" }],',
    code: 2,
    says: /a relation must be one of ≤, <, =, ≠/,
  },
  {
    name: 'a number for a real',
    fields: 'relations: () => [atMost("0", 0, "1", 1)],',
    code: 2,
    says: /the left side, 0, is not a real: write a number as rationalReal/,
  },
  {
    name: 'a real that is missing',
    fields: 'relations: ({ klDivergence }) => [atMost("0", number(0), "KL", klDivergence)],',
    code: 2,
    says: /the right side, KL, is not a real/,
  },
  {
    name: 'a side without a name',
    fields: 'relations: () => [{ left: { value: number(0) }, is: "≤", right: isTrue[0].right }],',
    code: 2,
    says: /the left side has no name/,
  },
];
