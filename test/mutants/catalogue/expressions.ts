import { inFile } from '../mutant.ts';

/** Slips in the evaluation of relations that are data. */
export const expressionMutants = inFile(
  'src/claims/expression/evaluate.ts',
  [
    {
      id: 'expression/quotient',
      find: 'return quotientOf(value(of.left), value(of.right));',
      replace: 'return productOf(value(of.left), value(of.right));',
      models: 'a divisor taken for a factor',
    },
    {
      id: 'expression/difference',
      find: 'return difference(value(of.left), value(of.right));',
      replace: 'return sum(value(of.left), value(of.right));',
      models: 'a sign lost',
    },
    {
      id: 'expression/log-n',
      find: 'Rational.ONE.sub(Rational.ONE.div(q.draws))',
      replace: 'Rational.ONE.div(q.draws)',
      models: '1/n for (n−1)/n in log n',
    },
  ],
  ['gap-upper-half', 'win-rate', 'likelihood-ratio'],
);
