import { latexOf, quantifiedLatex } from '../claims/expression/latex.ts';
import type { Formula } from './formula.ts';
import type { Comparator } from './syntax/tree.ts';

const SIGNS: Readonly<Record<Comparator, string>> = {
  '<=': '\\le',
  '<': '<',
  '=': '=',
  '>=': '\\ge',
  '>': '>',
  '!=': '\\ne',
};

/** A formula in LaTeX, for math mode, as it was understood. */
export function statementLatexOf(formula: Formula): string {
  const inner = (of: Formula): string => (of.kind === 'comparison' ? latex(of) : `(${latex(of)})`);
  const latex = (of: Formula): string => {
    switch (of.kind) {
      case 'comparison':
        return `${latexOf(of.left)} ${SIGNS[of.is]} ${latexOf(of.right)}`;
      case 'and':
        return of.of.map(inner).join(' \\land ');
      case 'or':
        return of.of.map(inner).join(' \\lor ');
      case 'not':
        return `\\lnot (${latex(of.of)})`;
      case 'implies':
        return `${inner(of.premise)} \\Rightarrow ${inner(of.conclusion)}`;
      case 'all':
        return `\\forall ${quantifiedLatex(of.range)}: ${inner(of.of)}`;
      case 'some':
        return `\\exists ${quantifiedLatex(of.range)}: ${inner(of.of)}`;
    }
  };
  return latex(formula);
}
