import { EOF, type IRecognitionException, type IToken, Lexer } from 'chevrotain';
import { SyntaxFault } from './errors.ts';
import { checkLines } from './lines.ts';
import { FormulaParser } from './parser.ts';
import { TOKENS } from './tokens.ts';
import type { Place, Program } from './tree.ts';
import { checkSpacing } from './two-ways.ts';

const MAX_CHARACTERS = 20_000;
const MAX_TOKENS = 4_000;
const MAX_DEPTH = 60;

let lexer: Lexer | undefined;
let parser: FormulaParser | undefined;

/** Reads a text of the language in docs/conjectures.md. Nothing in it is run. @throws SyntaxFault */
export function parse(given: string): Program {
  if (given.length > MAX_CHARACTERS)
    throw new SyntaxFault(
      `a formula may have at most ${MAX_CHARACTERS} characters, and this has ${given.length}`,
      START,
    );
  checkLines(given);
  // A sentence may end behind a formula.
  const text = withEnds(given).replace(/(?<!\\)[.,;]\s*$/, '');
  lexer ??= new Lexer(TOKENS, { ensureOptimizations: false, positionTracking: 'onlyOffset' });
  const { tokens, errors } = lexer.tokenize(text);
  const [error] = errors;
  if (error) throw new SyntaxFault(`${shownCharacter(text, error.offset)} has no meaning here`, at(error.offset));
  if (tokens.length === 0) throw new SyntaxFault('there is no formula', START);
  if (tokens.length > MAX_TOKENS)
    throw new SyntaxFault(
      `a formula may have at most ${MAX_TOKENS} words and signs, and this has ${tokens.length}`,
      START,
    );
  checkSpacing(tokens, text);
  checkDepth(tokens.map(({ image, startOffset }) => ({ image, startOffset })));
  parser ??= new FormulaParser();
  parser.input = tokens;
  const program = withoutOverflow(parser);
  const [fault] = parser.errors;
  if (fault) throw inWords(fault, text);
  checkPrompts(tokens, parser.prompts);
  return program;
}

/** @throws SyntaxFault where x is the prompt of p(y|x), and also something else. */
function checkPrompts(tokens: readonly IToken[], prompts: readonly Place[]): void {
  if (prompts.length === 0) return;
  const other = tokens.find(
    ({ image, startOffset }) =>
      image === 'x' && !prompts.some(({ start, end }) => start <= startOffset && startOffset < end),
  );
  if (other) throw new SyntaxFault('x is the prompt, as in p(y|x), and something else here', at(other.startOffset));
}

const START: Place = { start: 0, end: 1 };

function at(offset: number): Place {
  return { start: offset, end: offset + 1 };
}

function withoutOverflow(of: FormulaParser): Program {
  try {
    return of.program();
  } catch (error) {
    if (error instanceof RangeError) throw new SyntaxFault('the formula is nested too deeply', START);
    throw error;
  }
}

/** A line that begins with let ends at its end: a semicolon takes the place of the line break. */
function withEnds(text: string): string {
  return text.replace(/^([ \t]*let\b[^\n;]*)\n/gm, '$1;');
}

function checkDepth(tokens: readonly { image: string; startOffset: number }[]): void {
  let depth = 0;
  let tower = 0;
  let before = '';
  for (const { image, startOffset } of tokens) {
    if (/[([{]$/.test(image)) depth += 1;
    if (/[)\]}]$/.test(image)) depth -= 1;
    if (depth > MAX_DEPTH)
      throw new SyntaxFault(`brackets may be nested ${MAX_DEPTH} deep, and these are deeper`, at(startOffset));
    // Exponents nest without brackets. How deep the parser itself gets depends on the machine.
    if (image === '^') tower += 1;
    else if (BETWEEN.test(image) && before !== '^') tower = 0;
    if (tower > MAX_DEPTH)
      throw new SyntaxFault(`exponents may be nested ${MAX_DEPTH} deep, and these are deeper`, at(startOffset));
    before = image;
  }
}

/** What stands between two powers that are not nested. */
const BETWEEN = /^(?:[-−+*/·×,;=≤≥<>]|<=|>=|==|!=|\\cdot|\\times|\\le|\\ge)$/;

function shownCharacter(text: string, offset: number): string {
  return quoted(String.fromCodePoint(text.codePointAt(offset) as number));
}

function quoted(image: string): string {
  return `"${image}"`;
}

/** What the parser reports, as a sentence. */
function inWords({ token, name, context }: IRecognitionException, text: string): SyntaxFault {
  const isEnd = token.tokenType === EOF;
  const place = isEnd
    ? at(text.trimEnd().length)
    : { start: token.startOffset, end: token.startOffset + token.image.length };
  const found = isEnd ? 'the formula ends' : `${quoted(token.image)} stands`;
  if (name === 'NotAllInputParsedException' && token.image === ',')
    return new SyntaxFault('a condition stands in --for, or before =>, and not behind a comma', place);
  if (name === 'NotAllInputParsedException')
    return new SyntaxFault(`${found} where a sign such as + or <= is expected`, place);
  if (context.ruleStack.at(-1) === 'group' && context.ruleStack.at(-2) === 'expectation')
    return new SyntaxFault(`${found} where the bracket of the mean is expected`, place);
  const wanted =
    context.ruleStack.at(-1) === 'group' || context.ruleStack.at(-1) === 'arguments' ? 'a closing bracket' : null;
  if (name === 'MismatchedTokenException' && wanted)
    return new SyntaxFault(`${found} where ${wanted} is expected`, place);
  return new SyntaxFault(`${found} where a number, a name or a bracket is expected`, place);
}
