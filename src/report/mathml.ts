import katex from 'katex';
import { Html } from './html.ts';

const MAX_CHARACTERS = 10_000;

/**
 * LaTeX of math mode as MathML, one <math> element for a page; null where it is longer than `MAX_CHARACTERS`, or the library cannot set it.
 * It is escaped, runs nothing and loads nothing.
 */
export function mathmlOf(latex: string, displayMode = true): string | null {
  if (latex.length > MAX_CHARACTERS) return null;
  try {
    const page = katex.renderToString(latex, {
      output: 'mathml',
      displayMode,
      throwOnError: true,
      strict: false,
    });
    return page.replace(/^<span class="katex">/, '').replace(/<\/span>$/, '');
  } catch (error) {
    if (error instanceof katex.ParseError) return null;
    throw error;
  }
}

/** The same within a line of a page; null where it cannot be set. */
export function mathOf(latex: string): Html | null {
  const text = mathmlOf(latex, false);
  return text === null ? null : new Html(text.replace(APPLIED, '$&<mspace width="0.1667em"/>'));
}

/** The invisible operator behind the name of a function. Browsers leave no space there, so that log n would be logn. */
const APPLIED = /<mo>\u2061<\/mo>(?:<\/mrow><m[ni]>[^<]*<\/m[ni]><\/(?:msub|munder)>)?(?!<mo stretchy="false">\(|<\/)/g;
