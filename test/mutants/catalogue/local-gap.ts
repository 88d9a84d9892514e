import { inFile } from '../mutant.ts';

export const localGapMutants = inFile('src/quantities/local-gap.ts', [
  {
    id: 'localGap/sign',
    find: 'return field.minus(increment,',
    replace: 'return field.plus(increment,',
    models: 'Φ(b) − Φ(a) + π log(π/p)',
  },
  {
    id: 'localGap/phi-of-a-lost',
    find: 'field.minus(phi(field, b, draws), phi(field, a, draws))',
    replace: 'phi(field, b, draws)',
    models: 'Φ(b) for Φ(b) − Φ(a)',
  },
  {
    id: 'localGap/b-for-length',
    find: 'field.rational(b.sub(a))',
    replace: 'field.rational(b)',
    models: 'log(π/b) for log(π/(b−a))',
  },
  {
    id: 'localGap/power-less-one',
    find: 'field.sub(field.pow(field.rational(b), draws),',
    replace: 'field.sub(field.pow(field.rational(b), draws.sub(Rational.ONE)),',
    models: 'b^(n−1) − a^n for b^n − a^n',
  },
  {
    id: 'topGap/bottom-atom',
    find: 'localGap(field, Rational.ONE.sub(mass), Rational.ONE, n)',
    replace: 'localGap(field, Rational.ZERO, mass, n)',
    models: 'g(0, t) for g(1−t, 1)',
  },
  {
    id: 'topGap/half-mass',
    find: 'localGap(field, Rational.ONE.sub(mass), Rational.ONE, n)',
    replace: 'localGap(field, Rational.ONE.sub(mass.mul(Rational.of(1, 2))), Rational.ONE, n)',
    models: 'the atom starts at its middle: g(1−t/2, 1)',
  },
  {
    id: 'topGap/draw-more',
    find: 'localGap(field, Rational.ONE.sub(mass), Rational.ONE, n)',
    replace: 'localGap(field, Rational.ONE.sub(mass), Rational.ONE, n.add(Rational.ONE))',
    models: 'n+1 for n',
  },
  {
    id: 'sumOfLocalGaps/from-0',
    find: 'const a = policy.cdf(index);',
    replace: 'const a = Rational.ZERO;',
    models: 'g(0, F_i) for g(F_{i−1}, F_i)',
  },
  {
    id: 'sumOfLocalGaps/to-1',
    find: 'const b = policy.cdf(index + 1);',
    replace: 'const b = Rational.ONE;',
    models: 'g(F_{i−1}, 1) for g(F_{i−1}, F_i)',
  },
  {
    id: 'sumOfLocalGaps/draw-less',
    find: 'return localGap(law.field, a, b, law.n);',
    replace: 'return localGap(law.field, a, b, law.n.sub(Rational.ONE));',
    models: 'n−1 for n',
  },
  {
    id: 'sumOfLocalGaps/top-gaps',
    find: 'return localGap(law.field, a, b, law.n);',
    replace: 'return topGap(law.field, b.sub(a), law.n);',
    models: 'Σ γ(p_i) for Σ g(F_{i−1}, F_i)',
  },
]);
