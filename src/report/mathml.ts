import katex from 'katex';

const MAX_CHARACTERS = 10_000;

/**
 * LaTeX of math mode as MathML, one <math> element for a page; null where it is longer than `MAX_CHARACTERS`.
 * It is escaped, runs nothing and loads nothing. @throws where the LaTeX is none; that of `latexOf` never is.
 */
export function mathmlOf(latex: string): string | null {
  if (latex.length > MAX_CHARACTERS) return null;
  const page = katex.renderToString(latex, {
    output: 'mathml',
    displayMode: true,
    throwOnError: true,
    strict: 'error',
  });
  return page.replace(/^<span class="katex">/, '').replace(/<\/span>$/, '');
}
