import { inFile } from '../mutant.ts';

const law = inFile('src/selection/law.ts', [
  {
    id: 'law/power-less-one',
    find: 'const upToPower = field.pow(upTo, n);',
    replace: 'const upToPower = field.pow(upTo, n.sub(Rational.ONE));',
    models: 'F^(n−1) for F^n',
  },
  {
    id: 'law/power-more-one',
    find: 'const upToPower = field.pow(upTo, n);',
    replace: 'const upToPower = field.pow(upTo, n.add(Rational.ONE));',
    models: 'F^(n+1) for F^n',
  },
  {
    id: 'law/nothing-below',
    find: '      belowPower = upToPower;\n',
    replace: '',
    models: 'π_i = F_i^n, without − F_{i−1}^n',
  },
  {
    id: 'law/power-of-mass',
    find: 'field.sub(upToPower, belowPower)',
    replace: 'field.pow(mass, n)',
    models: 'π_i = p_i^n, (F_i − F_{i−1})^n for F_i^n − F_{i−1}^n',
  },
  {
    id: 'law/worst-of-n',
    find: 'field.sub(upToPower, belowPower)',
    replace:
      'field.sub(field.pow(field.sub(field.rational(Rational.ONE), below), n), field.pow(field.sub(field.rational(Rational.ONE), upTo), n))',
    models: 'the worst of n draws for the best',
  },
  {
    id: 'law/mass-is-cumulative',
    find: 'const mass = field.rational(this.policy.mass(index));',
    replace: 'const mass = upTo;',
    models: 'F_i for p_i',
  },
  {
    id: 'law/below-stays-0',
    find: '      below = upTo;\n',
    replace: '',
    models: 'F_0 for F_{i−1}',
  },
  {
    id: 'sumOver/first-dropped',
    find: 'for (const atom of law.atoms()) sum =',
    replace: 'for (const atom of law.atoms()) if (atom.index > 0) sum =',
    models: 'the sum starts at i = 2',
  },
  {
    id: 'sumOver/last-dropped',
    find: 'for (const atom of law.atoms()) sum =',
    replace: 'for (const atom of law.atoms()) if (atom.index < law.policy.atoms.length - 1) sum =',
    models: 'the sum ends at i = K − 1',
  },
  {
    id: 'sumOver/sign',
    find: 'law.field.plus(sum, term(atom))',
    replace: 'law.field.minus(sum, term(atom))',
    models: '−Σ for Σ',
  },
]);

const pmf = inFile('src/selection/pmf.ts', [
  {
    id: 'exactPmf/one-draw-more',
    find: 'new Law(exactField, policy, draws).atoms()',
    replace: 'new Law(exactField, policy, draws + 1).atoms()',
    models: 'n+1 for n',
  },
  {
    id: 'exactPmf/tie-not-shared',
    find: 'return share.num === share.den ? probability : share.mul(probability);',
    replace: 'return probability;',
    models: 'every outcome of a tie gets the whole level',
  },
  {
    id: 'exactPmf/tie-shared-evenly',
    find: 'return share.num === share.den ? probability : share.mul(probability);',
    replace: 'return probability.mul(Rational.of(1, policy.ranks.filter((rank) => rank === policy.ranks[y]).length));',
    models: 'a tie is shared evenly, not by mass',
  },
  {
    id: 'exactPmf/share-of-total',
    find: 'return share.num === share.den ? probability : share.mul(probability);',
    replace: 'return Rational.of(weight, policy.total).mul(probability);',
    models: 'p(y)·π_level for (p(y)/P)·π_level',
  },
  {
    id: 'pmf/tie-not-shared',
    find: 'return field.mul(field.rational(share), field.sub(powerAt(atom + 1, digits), powerAt(atom, digits)));',
    replace: 'return field.sub(powerAt(atom + 1, digits), powerAt(atom, digits));',
    models: 'every outcome of a tie gets the whole level',
  },
  {
    id: 'pmf/nothing-below',
    find: 'field.sub(powerAt(atom + 1, digits), powerAt(atom, digits))',
    replace: 'powerAt(atom + 1, digits)',
    models: 'π_i = F_i^n, without − F_{i−1}^n',
  },
  {
    id: 'pmf/power-less-one',
    find: 'field.rational(policy.cdf(i)), draws);',
    replace: 'field.rational(policy.cdf(i)), draws.sub(Rational.ONE));',
    models: 'F^(n−1) for F^n',
  },
  {
    id: 'pmf/next-atom',
    find: 'field.sub(powerAt(atom + 1, digits), powerAt(atom, digits))',
    replace: 'field.sub(powerAt(policy.atoms.length - atom, digits), powerAt(policy.atoms.length - 1 - atom, digits))',
    models: 'atoms counted from the best',
  },
]);

export const lawMutants = [...law, ...pmf];
