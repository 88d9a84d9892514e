import { EmbeddedActionsParser, EOF, type IToken, type TokenType } from 'chevrotain';
import { SyntaxFault } from '../errors.ts';
import { isPolicyWord } from '../laws.ts';
import * as t from '../tokens.ts';
import type { Node, Place } from '../tree.ts';
import { ALONE, CALLABLE, ITEMS, shownName } from '../words.ts';
import { endOf } from './actions.ts';

/** The tokens that begin a factor behind another one, without a sign between them. */
export const FACTORS: readonly TokenType[] = [
  ...[t.Name, t.Command, t.Font, t.Accent, t.Frac, t.Log, t.Exp, t.Sqrt, t.Abs],
  ...[t.Sum, t.Prod, t.Min, t.Max, t.Expectation, t.Euler, t.Open, t.OpenBrace, t.OpenSquare, t.OpenBar],
];

/** What the next tokens tell about how to read on. It refuses what people read in two ways. */
export abstract class Lookahead extends EmbeddedActionsParser {
  /** The names that take arguments: those of the language and those of one's own. */
  protected callable = new Set(CALLABLE);
  /** The names of one's own without arguments. */
  protected constants = new Set<string>();
  /** The places of prompts, as in p(y|x). */
  readonly prompts: Place[] = [];

  constructor() {
    super(t.TOKENS, { maxLookahead: 1, recoveryEnabled: false });
  }

  override reset(): void {
    super.reset();
    this.callable = new Set(CALLABLE);
    this.constants = new Set();
    this.prompts.length = 0;
  }

  protected read<T>(token: TokenType, value: T): T {
    this.CONSUME(token);
    return value;
  }

  /** Whether the sign behind a name belongs to it, as in est*. */
  protected isStar(name: string): boolean {
    const [before, star, next, after] = [this.LA(0), this.LA(1), this.LA(2), this.LA(3)];
    if ((name !== 'est' && name !== 'Dhat') || star.image !== '*' || star.startOffset > endOf(before)) return false;
    const isApart = next.startOffset > endOf(star);
    const refuse = (shown: string, meant: string): SyntaxFault =>
      new SyntaxFault(`${shown} can be read in two ways; write ${meant}, or est · (…)`, {
        start: before.startOffset,
        end: endOf(next),
      });
    if (next.tokenType === t.Open && name === 'Dhat') return true;
    if (next.tokenType === t.Open) throw refuse('est*(…)', 'better(…) for the better estimator');
    if (next.tokenType === t.Minus) {
      if (isApart && after.startOffset > endOf(next)) return true;
      throw refuse('est*-…', 'est* - … with spaces around the minus sign');
    }
    const isFactor = [...FACTORS, t.NumberToken].includes(next.tokenType);
    if (isFactor && isApart) throw refuse('est* …', '(est*) · …');
    return !isFactor;
  }

  protected isRaisedStar(): boolean {
    const isPower = this.LA(1).tokenType === t.Power;
    const [next, after, last] = [this.LA(2).tokenType, this.LA(3).tokenType, this.LA(4).tokenType];
    return isPower && (next === t.Times || (next === t.OpenBrace && after === t.Times && last === t.CloseBrace));
  }

  /** Whether ^{(n)} follows, behind the index of a policy. */
  protected isMark(): boolean {
    const [power, brace, open] = [this.LA(1), this.LA(2), this.LA(3)].map(({ tokenType }) => tokenType);
    return power === t.Power && brace === t.OpenBrace && open === t.Open;
  }

  /** Whether a square belongs to a name: χ², and H²(π‖p). */
  protected isSquared(name: string): boolean {
    if (name !== 'chi' && name !== 'H') return false;
    const token = this.LA(1);
    const isSuperscript = token.tokenType === t.Superscript && token.image === '²';
    const isPower = token.tokenType === t.Power && this.LA(2).image === '2';
    const isBraced = token.tokenType === t.Power && this.LA(2).image === '{' && this.LA(3).image === '2';
    if (!isSuperscript && !isPower && !isBraced) return false;
    return name === 'chi' || this.isBetween(isSuperscript ? 2 : isPower ? 3 : 5);
  }

  protected takesArguments(name: string, sub: Node | null): boolean {
    if (this.LA(1).tokenType !== t.Open) return false;
    if (this.constants.has(name) && this.LA(1).startOffset === endOf(this.LA(0)))
      throw new SyntaxFault(`${name} takes no argument; write ${name} · (…) for a product`, {
        start: this.LA(0).startOffset,
        end: endOf(this.LA(1)),
      });
    if (!this.callable.has(name)) return false;
    if (sub && ITEMS.has(name)) {
      if (name === 'pi' && isPolicyWord(sub)) return true;
      this.refuseArgument(name);
      return false;
    }
    const isApart = this.LA(1).startOffset > endOf(this.LA(0)) && !/^\\/.test(this.LA(1).image);
    if (!isApart || !ALONE.has(name) || this.isBetween()) return true;
    throw new SyntaxFault(`${name} (…) can be read in two ways; write ${name}(…) without a space, or ${name} · (…)`, {
      start: this.LA(0).startOffset,
      end: endOf(this.LA(1)),
    });
  }

  /** Refuses π_2(y), which could be a product or another policy. */
  private refuseArgument(name: string): void {
    const [inner, close] = [this.LA(2), this.LA(3)];
    if (inner.tokenType !== t.Name || ![t.Close, t.Bar].includes(close.tokenType)) return;
    const place = { start: this.LA(0).startOffset, end: endOf(close) };
    throw new SyntaxFault(
      `${name}_…(${inner.image}${close.tokenType === t.Bar ? '|…' : ''}) can be read in two ways; write ${name}[…] · (…) for a product`,
      place,
    );
  }

  /** Refuses W²(2n), which could be a product, or W(2n)². */
  protected refuseApplied({ kind, place }: Node, name: string | null): void {
    if (kind !== 'name' || name === null || !this.callable.has(name) || this.LA(1).tokenType !== t.Open) return;
    const end = endOf(this.LA(1));
    throw new SyntaxFault(
      `${shownName(name)}^…(…) can be read in two ways; write ${shownName(name)}(…)^… for a power, and ${shownName(name)}^… · (…) for a product`,
      { start: place.start, end },
    );
  }

  /** Refuses KL(2n)[n+1] and {W}(2n): brackets behind a name could be its index or argument. */
  protected refuseBracket(of: Node, next: IToken): void {
    const base = of.kind === 'arithmetic' && of.operator === '^' ? of.left : of;
    if (base.kind !== 'name' || !this.callable.has(base.name)) return;
    const isFactor = next.tokenType === t.Open && base.sub !== null && ITEMS.has(base.name);
    if (isFactor || ![t.Open, t.OpenSquare, t.OpenBrace].includes(next.tokenType)) return;
    throw new SyntaxFault(`this can be read in two ways; write ${shownName(base.name)}… · (…) for a product`, {
      start: of.place.start,
      end: endOf(next),
    });
  }

  /** Whether the parentheses that open at a token have the bars of a divergence. */
  protected isBetween(from = 1): boolean {
    if (this.LA(from).tokenType !== t.Open) return false;
    for (let k = from + 1, depth = 1; depth > 0; k += 1) {
      const { tokenType } = this.LA(k);
      if (tokenType === EOF) return false;
      if (depth === 1 && tokenType === t.Bars) return true;
      if (depth === 1 && tokenType === t.Bar && k <= from + 6) return true;
      if (tokenType === t.Open) depth += 1;
      if (tokenType === t.Close) depth -= 1;
    }
    return false;
  }

  /** Whether what is in the braces around here is a chain such as 2 ≤ i ≤ K. */
  protected isChain(): boolean {
    for (let k = 1; ; k += 1) {
      const { tokenType } = this.LA(k);
      if (tokenType === t.AtMost) return true;
      if (tokenType === t.CloseBrace || tokenType === EOF) return false;
    }
  }

  protected twoWays({ place }: Node, next: IToken, what: string): SyntaxFault {
    const message = `this can be read in two ways; put parentheses around ${what}, or around what comes before ${JSON.stringify(next.image)}`;
    return new SyntaxFault(message, { start: place.start, end: endOf(next) });
  }
}
