import { inFile } from '../mutant.ts';

/** Slips in the levels on which the formulas stand. */
export const policyMutants = inFile('src/policy/finite-policy.ts', [
  {
    id: 'atoms/ties-ignored',
    find: `ties === 'level' && this.hasTies ? levelWeights(this.weights, ranks) : this.weights`,
    replace: 'this.weights',
    models: 'outcomes for levels',
  },
  {
    id: 'mass/of-outcome',
    find: 'return Rational.of(this.atoms[i] as bigint, this.total);',
    replace: 'return Rational.of(this.weights[i] as bigint, this.total);',
    models: 'the mass of an outcome for that of a level',
  },
  {
    id: 'byLevel/same-policy',
    find: "if (this.ties === 'level') return this;",
    replace: 'return this;',
    models: 'levels never formed',
  },
]);
