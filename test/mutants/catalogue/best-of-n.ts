import { inFile } from '../mutant.ts';

/** Slips where the formulas are put together. */
const bestOfN = inFile('src/quantities/best-of-n.ts', [
  {
    id: 'gap/sign',
    find: 'difference(this.atomlessKl, this.kl)',
    replace: 'difference(this.kl, this.atomlessKl)',
    models: 'KL − D̃ for D̃ − KL',
  },
  {
    id: 'bestMass/first-atom',
    find: 'const best = this.policy.atoms.length - 1;',
    replace: 'const best = 0;',
    models: 'ε_∞ of the first atom for the last',
  },
]);

const evaluation = inFile('src/quantities/evaluation.ts', [
  {
    id: 'isTrivial/two-atoms',
    find: 'return this.isOneDraw || (this.policy.atoms.length === 1 &&',
    replace: 'return this.isOneDraw || (this.policy.atoms.length <= 2 &&',
    models: 'two atoms taken for one',
  },
  {
    id: 'winRate/by-level-ignored',
    find: 'const levels = this.levels;\n    if (levels.isAtomless)',
    replace: 'const levels = this.policy;\n    if (levels.isAtomless)',
    models: 'the refined order for levels',
  },
]);

export const bestOfNMutants = [...bestOfN, ...evaluation];
