import { inFile } from '../mutant.ts';

/** G of best-of-n and its integrals. */
const bestOf = inFile('src/selection/best-of.ts', [
  {
    id: 'law/power-less-one',
    find: 'cdf: (u) => field.pow(field.rational(u), n)',
    replace: 'cdf: (u) => field.pow(field.rational(u), n.sub(Rational.ONE))',
    models: 'F^(n−1) for F^n',
  },
  {
    id: 'law/power-more-one',
    find: 'cdf: (u) => field.pow(field.rational(u), n)',
    replace: 'cdf: (u) => field.pow(field.rational(u), n.add(Rational.ONE))',
    models: 'F^(n+1) for F^n',
  },
  {
    id: 'law/worst-of-n',
    find: 'cdf: (u) => field.pow(field.rational(u), n)',
    replace: 'cdf: (u) => field.sub(field.rational(Rational.ONE), field.pow(field.rational(Rational.ONE.sub(u)), n))',
    models: 'the worst of n draws for the best',
  },
  {
    id: 'factors/power-of-root',
    find: 'field.pow(field.rational(b), n.mul(alpha))',
    replace: 'field.pow(field.rational(b), n)',
    models: 'F^n for F^(nα)',
  },
  {
    id: 'factors/one-draw',
    find: 'field.scale(field.rational(n), field.log(field.rational(b)))',
    replace: 'field.log(field.rational(b))',
    models: 'log F for n log F',
  },
  {
    id: 'ratio/once',
    find: 'field.pow(field.div(field.rational(a), field.rational(b)), n))',
    replace: 'field.pow(field.div(field.rational(a), field.rational(b)), 1n))',
    models: 'F_{i−1}/F_i for its power',
  },
  {
    id: 'ratio/not-of-top',
    find: 'field.pow(field.div(field.rational(a), field.rational(b)), n))',
    replace: 'field.pow(field.rational(a), n))',
    models: 'F_{i−1} for its share of F_i',
  },
  {
    id: 'ratio/not-complement',
    find: 'field.sub(field.rational(Rational.ONE), field.pow(field.div(',
    replace: 'field.sub(field.rational(Rational.of(2)), field.pow(field.div(',
    models: 'two for one',
  },
  {
    id: 'phi/n-for-n-less-one',
    find: 'field.scale(field.rational(less), field.log(base))',
    replace: 'field.scale(field.rational(draws), field.log(base))',
    models: 'n log u for (n−1) log u',
  },
  {
    id: 'phi/power-less-one',
    find: 'return field.scale(field.pow(base, draws), bracket);',
    replace: 'return field.scale(field.pow(base, draws.sub(Rational.ONE)), bracket);',
    models: 'u^(n−1) for u^n',
  },
  {
    id: 'phi/one-over-n',
    find: 'less.div(draws)',
    replace: 'Rational.ONE.div(draws)',
    models: '1/n for (n−1)/n',
  },
  {
    id: 'phi/one-for-fraction',
    find: 'field.lift(field.rational(less.div(draws)))',
    replace: 'field.lift(field.rational(Rational.ONE))',
    models: '1 for (n−1)/n',
  },
  {
    id: 'phi/log-more-one',
    find: 'field.plus(field.log(field.rational(draws))',
    replace: 'field.plus(field.log(field.rational(draws.add(Rational.ONE)))',
    models: 'log(n+1) for log n',
  },
]);

const law = inFile('src/selection/law.ts', [
  {
    id: 'law/nothing-below',
    find: '      selectedBelow = selectedUpTo;\n',
    replace: '',
    models: 'π_i = F_i^n, without − F_{i−1}^n',
  },
  {
    id: 'law/power-of-mass',
    find: 'field.sub(selectedUpTo, selectedBelow)',
    replace: 'distortion.cdf(this.policy.mass(index))',
    models: 'π_i = p_i^n, (F_i − F_{i−1})^n for F_i^n − F_{i−1}^n',
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
    find: 'bestOf(draws)).atoms()',
    replace: 'bestOf(draws + 1)).atoms()',
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

export const lawMutants = [...bestOf, ...law, ...pmf];
