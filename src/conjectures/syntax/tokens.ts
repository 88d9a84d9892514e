import { createToken, Lexer, type TokenType } from 'chevrotain';

/** The words and signs of the language. Unicode and LaTeX spellings are the same tokens. */

const skipped = (name: string, pattern: RegExp): TokenType => createToken({ name, pattern, group: Lexer.SKIPPED });
const sign = (name: string, pattern: RegExp, label: string): TokenType => createToken({ name, pattern, label });

const Spaces = skipped('Spaces', /[\s\u00a0\u2009\u202f]+/);
/** Spaces, sizes and marks of alignment, which mean nothing. */
const Layout = skipped(
  'Layout',
  /\\[,;:!> ]|\\(?:quad|qquad|displaystyle|textstyle|limits|nolimits|left|right|middle|[bB]igg?[lrm]?|nonumber|notag)(?![a-zA-Z])|&|~|\\(?:label|tag)\{[^{}]*\}/,
);

/** Letters, digits and accents. Letters that are written as indices, such as ᵢ, are not among them. */
const NAME = /[\p{Lu}\p{Ll}\p{Lt}\p{Lo}∞][\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{Nd}\p{M}]*/uy;

export const Name = createToken({
  name: 'Name',
  // The lexer does not read classes of Unicode itself.
  pattern: (text, offset) => {
    NAME.lastIndex = offset;
    return NAME.exec(text) as RegExpExecArray | null;
  },
  line_breaks: false,
  label: 'a name',
});
const word = (name: string, pattern: RegExp, label: string): TokenType =>
  createToken({ name, pattern, label, longer_alt: Name });

export const NumberToken = createToken({
  name: 'Number',
  pattern: /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?/,
  label: 'a number',
});
/** Letters in the commands of LaTeX that only set a font. */
export const Font = sign(
  'Font',
  /\\(?:mathbb|mathrm|operatorname\*?|text|mathit|mathsf|mathbf|mathcal|boldsymbol|textrm|mathop)(?![a-zA-Z])/,
  'a font',
);
export const Accent = sign('Accent', /\\(?:tilde|widetilde|hat|widehat)(?![a-zA-Z])/, 'an accent');
/** \mathbb{E}, an expectation. */
export const Expectation = sign(
  'Expectation',
  /\\mathbb\s*(?:\{\s*E\s*\}|E(?![a-zA-Z]))|\ud835\udd3c/,
  'an expectation',
);
/** y ∼ π */
export const Drawn = sign('Drawn', /\\sim(?![a-zA-Z])|∼/, '~');
export const Frac = sign('Frac', /\\[dt]?frac(?![a-zA-Z])/, '\\frac');
export const Log = word('Log', /\\?(?:log|ln)(?![a-zA-Z\d])/, 'log');
export const Exp = word('Exp', /\\?exp(?![a-zA-Z\d])/, 'exp');
export const Sqrt = word('Sqrt', /\\?sqrt(?![a-zA-Z\d])|√/, 'sqrt');
export const Abs = word('Abs', /abs(?![a-zA-Z\d])/, 'abs');
export const Sum = word('Sum', /\\?sum(?![a-zA-Z\d])|Σ|∑|\\Sigma(?![a-zA-Z])/, 'sum');
export const Prod = word('Prod', /\\?prod(?![a-zA-Z\d])|∏|Π/, 'prod');
export const Min = word('Min', /\\?min(?![a-zA-Z\d])/, 'min');
export const Max = word('Max', /\\?max(?![a-zA-Z\d])/, 'max');
export const And = word('And', /and(?![a-zA-Z\d])|∧|&&|\\(?:land|wedge)(?![a-zA-Z])/, 'and');
export const Or = word('Or', /or(?![a-zA-Z\d])|∨|\\(?:lor|vee)(?![a-zA-Z])/, 'or');
export const Not = word('Not', /not(?![a-zA-Z\d])|¬|\\(?:lnot|neg)(?![a-zA-Z])/, 'not');
export const All = word('All', /for\s+all(?![a-zA-Z\d])|forall(?![a-zA-Z\d])|∀|\\forall(?![a-zA-Z])/, 'for all');
export const Let = word('Let', /let(?![a-zA-Z\d])/, 'let');
/** The base of natural logarithms, a letter of its own. */
export const Euler = sign('Euler', /e(?![a-zA-Z\d]|\u0302|\u0303)/, 'e');
/** A command of LaTeX that is a name, such as \pi or \varepsilon. */
export const Command = createToken({ name: 'Command', pattern: /\\[a-zA-Z]+/, label: 'a command' });

export const Implies = sign('Implies', /=>|==>|⇒|⟹|\\(?:implies|Rightarrow|Longrightarrow)(?![a-zA-Z])/, '=>');
export const AtMost = sign('AtMost', /<=|≤|⩽|\\(?:leqslant|leq|le)(?![a-zA-Z])/, '<=');
export const AtLeast = sign('AtLeast', />=|≥|⩾|\\(?:geqslant|geq|ge)(?![a-zA-Z])/, '>=');
export const Differs = sign('Differs', /!=|≠|\\(?:neq|ne)(?![a-zA-Z])/, '!=');
export const Less = sign('Less', /<|\\lt(?![a-zA-Z])/, '<');
export const Greater = sign('Greater', />|\\gt(?![a-zA-Z])/, '>');
export const Equal = sign('Equal', /==?/, '=');

export const Plus = sign('Plus', /\+/, '+');
export const Minus = sign('Minus', /[-−–]/, '-');
export const Times = sign('Times', /\*|·|×|⋅|\\(?:cdot|times)(?![a-zA-Z])/, '*');
export const Over = sign('Over', /\/|÷/, '/');
export const Power = sign('Power', /\^|\*\*/, '^');
export const Superscript = sign('Superscript', /[⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/, 'an exponent');
export const Subscript = sign('Subscript', /[ᵢⱼₖₙ₀₁₂₃₄₅₆₇₈₉][₊₋₀₁₂₃₄₅₆₇₈₉]*/, 'an index');
export const Under = sign('Under', /_/, '_');
export const Bars = sign('Bars', /‖|∥|\|\||\\\||\\(?:Vert|parallel)(?![a-zA-Z])/, '‖');
/** A bar that is known to open or to close, so that it may stand behind a factor. */
export const OpenBar = sign('OpenBar', /\\left\s*(?:\||\\vert(?![a-zA-Z]))|\\lvert(?![a-zA-Z])/, '|');
export const CloseBar = sign('CloseBar', /\\right\s*(?:\||\\vert(?![a-zA-Z]))|\\rvert(?![a-zA-Z])/, '|');
export const Bar = sign('Bar', /\||\\(?:vert|mid)(?![a-zA-Z])/, '|');
/** Brackets with a command for their size begin at that command, so that nothing stands between them and a name. */
export const Open = sign('Open', /(?:\\(?:left|[bB]igg?l?)(?![a-zA-Z])\s*)?(?:\(|\\\{)/, '(');
export const Close = sign('Close', /(?:\\(?:right|[bB]igg?r?)(?![a-zA-Z])\s*)?(?:\)|\\\})/, ')');
export const OpenSquare = sign('OpenSquare', /\[/, '[');
export const CloseSquare = sign('CloseSquare', /\]/, ']');
export const OpenBrace = sign('OpenBrace', /\{/, '{');
export const CloseBrace = sign('CloseBrace', /\}/, '}');
export const Comma = sign('Comma', /,/, ',');
export const Colon = sign('Colon', /:/, ':');
export const Semicolon = sign('Semicolon', /;/, ';');
export const Dots = sign('Dots', /\.\.\.?|…|\\(?:dots|ldots|cdots)(?![a-zA-Z])/, '..');

/** In the order in which they are tried. */
export const TOKENS: TokenType[] = [
  ...[Spaces, OpenBar, CloseBar, Open, Close, And, Layout, Expectation, Font, Drawn, Accent, Frac],
  ...[Log, Exp, Sqrt, Abs, Sum, Prod, Min, Max, Or, Not, All, Let],
  ...[Implies, AtMost, AtLeast, Differs, Equal, Less, Greater],
  ...[Plus, Minus, Power, Times, Over, Superscript, Subscript, Under, Bars, Bar],
  ...[OpenSquare, CloseSquare, OpenBrace, CloseBrace, Comma, Colon, Semicolon, Dots],
  ...[Command, NumberToken, Euler, Name],
];
