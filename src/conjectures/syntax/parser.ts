import { EmbeddedActionsParser, EOF, type IToken, type TokenType } from 'chevrotain';
import { NumberSyntaxError } from '../../arithmetic/errors.ts';
import { Rational } from '../../arithmetic/rational.ts';
import { SyntaxFault } from './errors.ts';
import * as t from './tokens.ts';
import type {
  Arithmetic,
  Comparator,
  Definition,
  GatheringWord,
  NameNode,
  Node,
  Place,
  Program,
  RangeNode,
} from './tree.ts';
import { ALONE, accented, CALLABLE, canonical } from './words.ts';

const COMPARATORS: readonly (readonly [TokenType, Comparator])[] = [
  [t.AtMost, '<='],
  [t.AtLeast, '>='],
  [t.Differs, '!='],
  [t.Equal, '='],
  [t.Less, '<'],
  [t.Greater, '>'],
];

const GATHERINGS: readonly (readonly [TokenType, GatheringWord])[] = [
  [t.Sum, 'sum'],
  [t.Prod, 'prod'],
  [t.Min, 'min'],
  [t.Max, 'max'],
];

/** The tokens that begin a factor behind another one, without a sign between them. */
const FACTORS: readonly TokenType[] = [
  ...[t.Name, t.Command, t.Font, t.Accent, t.Frac, t.Log, t.Exp, t.Sqrt, t.Abs],
  ...[t.Sum, t.Prod, t.Min, t.Max, t.Euler, t.Open, t.OpenBrace, t.OpenSquare],
];

const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LOWERED: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'₀₁₂₃₄₅₆₇₈₉'].map((digit, i) => [digit, String(i)])),
  ...{ ᵢ: 'i', ⱼ: 'j', ₖ: 'k', ₙ: 'n', '∞': 'inf', '₊': '+', '₋': '-' },
};

/** A factor, and whether it is a function without parentheses, whose end a reader could see further to the right. */
interface Factor {
  readonly node: Node;
  readonly isOpen: boolean;
}

const closed = (node: Node): Factor => ({ node, isOpen: false });

/** The grammar. Its rules are in the order in which they bind, the loosest first. */
export class FormulaParser extends EmbeddedActionsParser {
  /** The names that take arguments: those of the language and those of one's own. */
  #callable = new Set(CALLABLE);

  constructor() {
    super(t.TOKENS, { maxLookahead: 1, recoveryEnabled: false });
    this.performSelfAnalysis();
  }

  override reset(): void {
    super.reset();
    this.#callable = new Set(CALLABLE);
  }

  #read<T>(token: TokenType, value: T): T {
    this.CONSUME(token);
    return value;
  }

  program = this.RULE('program', (): Program => {
    const definitions: Definition[] = [];
    this.MANY(() => void definitions.push(this.SUBRULE(this.#definition)));
    return { definitions, formula: this.SUBRULE(this.formula) };
  });

  #definition = this.RULE('definition', (): Definition => {
    const start = this.CONSUME(t.Let);
    const name = this.CONSUME(t.Name).image;
    const parameters: string[] = [];
    this.OPTION(() => {
      this.CONSUME(t.Open);
      this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => void parameters.push(this.CONSUME2(t.Name).image) });
      this.CONSUME(t.Close);
    });
    this.CONSUME(t.Equal);
    this.ACTION(() => {
      if (parameters.length > 0) this.#callable.add(name);
    });
    const body = this.SUBRULE(this.formula);
    this.CONSUME(t.Semicolon);
    return this.ACTION(() => {
      return { name, parameters, body, place: { start: start.startOffset, end: body.place.end } };
    });
  });

  formula: (index?: number) => Node = this.RULE('formula', (): Node => {
    const premise = this.SUBRULE(this.#disjunction);
    let conclusion: Node | null = null;
    this.OPTION(() => {
      this.CONSUME(t.Implies);
      conclusion = this.SUBRULE(this.formula);
    });
    return this.ACTION(() => (conclusion ? logic('=>', [premise, conclusion]) : premise));
  });

  #disjunction = this.RULE('disjunction', (): Node => {
    const of: Node[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: t.Or, DEF: () => void of.push(this.SUBRULE(this.#conjunction)) });
    return this.ACTION(() => (of.length === 1 ? (of[0] as Node) : logic('or', of)));
  });

  #conjunction = this.RULE('conjunction', (): Node => {
    const of: Node[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: t.And, DEF: () => void of.push(this.SUBRULE(this.#negation)) });
    return this.ACTION(() => (of.length === 1 ? (of[0] as Node) : logic('and', of)));
  });

  #negation: (index?: number) => Node = this.RULE(
    'negation',
    (): Node =>
      this.OR<Node>([
        {
          ALT: () => {
            const { startOffset: start } = this.CONSUME(t.Not);
            const of = this.SUBRULE(this.#negation);
            return this.ACTION(() => ({
              kind: 'logic',
              operator: 'not',
              of: [of],
              place: { start, end: of.place.end },
            }));
          },
        },
        {
          ALT: () => {
            const { startOffset: start } = this.CONSUME(t.All);
            const range = this.SUBRULE(this.#range);
            this.OR2([{ ALT: () => this.CONSUME(t.Colon) }, { ALT: () => this.CONSUME(t.Comma) }]);
            const of = this.SUBRULE2(this.#negation);
            return this.ACTION(() => ({ kind: 'all', range, of, place: { start, end: of.place.end } }));
          },
        },
        { ALT: () => this.SUBRULE(this.#chain) },
      ]),
  );

  #chain = this.RULE('chain', (): Node => {
    const operands = [this.SUBRULE(this.#sum)];
    const comparators: Comparator[] = [];
    this.MANY(() => {
      comparators.push(
        this.OR(COMPARATORS.map(([token, comparator]) => ({ ALT: () => this.#read(token, comparator) }))),
      );
      operands.push(this.SUBRULE2(this.#sum));
    });
    let last: Node | null = null;
    this.OPTION(() => {
      this.CONSUME(t.Dots);
      last = this.SUBRULE3(this.#sum);
    });
    return this.ACTION(() => {
      if (last) return between(operands, comparators, last);
      if (comparators.length === 0) return operands[0] as Node;
      return { kind: 'chain', operands, comparators, place: spanOf(operands) };
    });
  });

  #sum: (index?: number) => Node = this.RULE('sum', (): Node => {
    let all = this.SUBRULE(this.#signed);
    this.MANY(() => {
      const operator = this.OR<Arithmetic>([
        { ALT: () => this.#read<'+'>(t.Plus, '+') },
        { ALT: () => this.#read<'-'>(t.Minus, '-') },
      ]);
      const right = this.SUBRULE(this.#product);
      all = this.ACTION(() => arithmetic(operator, all, right));
    });
    return all;
  });

  /** A product with a sign, which applies to all of it. */
  #signed = this.RULE('signed', (): Node => {
    let sign: IToken | null = null;
    this.OPTION(() => {
      sign = this.OR([{ ALT: () => this.CONSUME(t.Minus) }, { ALT: () => this.CONSUME(t.Plus) }]);
    });
    const of = this.SUBRULE(this.#product);
    return this.ACTION(() => signed(sign, of));
  });

  #product: (index?: number) => Node = this.RULE('product', (): Node => {
    let last = this.SUBRULE(this.#factor);
    let all = last?.node;
    let isBelow = false;
    this.MANY({
      GATE: () => [t.Times, t.Over, ...FACTORS].includes(this.LA(1).tokenType),
      DEF: () => {
        const before = last;
        const next = this.LA(1);
        let operator: Arithmetic | null = null;
        last = this.OR<Factor>([
          {
            ALT: () => {
              operator = this.#read(t.Times, '*');
              return this.SUBRULE(this.#factorWithSign);
            },
          },
          {
            ALT: () => {
              operator = this.#read(t.Over, '/');
              return this.SUBRULE2(this.#factorWithSign);
            },
          },
          { GATE: () => FACTORS.includes(this.LA(1).tokenType), ALT: () => this.SUBRULE3(this.#factor) },
        ]);
        this.ACTION(() => {
          if (before.isOpen) throw this.#twoWays(before.node, next, 'the argument of the function');
          const isPlain = before.node.kind === 'number' && next.startOffset > before.node.place.end;
          if (operator === null && isBelow && !isPlain) throw this.#twoWays(before.node, next, 'the denominator');
          isBelow = operator === '/';
          all = arithmetic(operator ?? '*', all, last.node);
        });
      },
    });
    return all;
  });

  #twoWays({ place }: Node, next: IToken, what: string): SyntaxFault {
    const message = `this can be read in two ways; put parentheses around ${what}, or around what comes before ${JSON.stringify(next.image)}`;
    return new SyntaxFault(message, { start: place.start, end: endOf(next) });
  }

  #factorWithSign: (index?: number) => Factor = this.RULE('factorWithSign', (): Factor => {
    let sign: IToken | null = null;
    this.OPTION(() => {
      sign = this.CONSUME(t.Minus);
    });
    const of = this.SUBRULE(this.#factor);
    return this.ACTION(() => ({ node: signed(sign, of.node), isOpen: of.isOpen }));
  });

  #factor: (index?: number) => Factor = this.RULE('factor', (): Factor => {
    const base = this.SUBRULE(this.#atom);
    let node = base?.node;
    this.MANY(() => {
      this.OR([
        {
          ALT: () => {
            this.CONSUME(t.Power);
            const exponent = this.SUBRULE(this.#exponent);
            node = this.ACTION(() => arithmetic('^', node, exponent));
          },
        },
        {
          ALT: () => {
            const token = this.CONSUME(t.Superscript);
            node = this.ACTION(() => arithmetic('^', node, superscript(token)));
          },
        },
      ]);
    });
    return this.ACTION(() => ({ node, isOpen: base.isOpen }));
  });

  /** An exponent binds to the right: a^b^c is a^(b^c). */
  #exponent: (index?: number) => Node = this.RULE('exponent', (): Node => {
    let sign: IToken | null = null;
    this.OPTION(() => {
      sign = this.CONSUME(t.Minus);
    });
    const of = this.SUBRULE(this.#atom);
    let above: Node | null = null;
    this.OPTION2(() => {
      this.CONSUME(t.Power);
      above = this.SUBRULE(this.#exponent);
    });
    return this.ACTION(() => {
      if (of.isOpen) throw new SyntaxFault('put parentheses around the exponent', of.node.place);
      return signed(sign, above ? arithmetic('^', of.node, above) : of.node);
    });
  });

  #atom: (index?: number) => Factor = this.RULE(
    'atom',
    (): Factor =>
      this.OR<Factor>([
        { ALT: () => closed(this.SUBRULE(this.#number)) },
        { ALT: () => closed(this.SUBRULE(this.#euler)) },
        { ALT: () => closed(this.SUBRULE(this.#group)) },
        { ALT: () => closed(this.SUBRULE(this.#size)) },
        { ALT: () => closed(this.SUBRULE(this.#fraction)) },
        { ALT: () => this.SUBRULE(this.#function) },
        { ALT: () => this.SUBRULE(this.#gathering) },
        { ALT: () => closed(this.SUBRULE(this.#name)) },
      ]),
  );

  #number = this.RULE('number', (): Node => {
    const token = this.CONSUME(t.NumberToken);
    return this.ACTION(() => numberOf(token));
  });

  #euler = this.RULE('euler', (): Node => {
    const token = this.CONSUME(t.Euler);
    return this.ACTION(() => euler(token));
  });

  /** A formula in brackets of any kind. */
  #group: (index?: number) => Node = this.RULE('group', (): Node => {
    const start = this.LA(1);
    const node = this.OR<Node>([
      {
        ALT: () => {
          this.CONSUME(t.Open);
          const inner = this.SUBRULE(this.formula);
          this.CONSUME(t.Close);
          return inner;
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.OpenBrace);
          const inner = this.SUBRULE2(this.formula);
          this.CONSUME(t.CloseBrace);
          return inner;
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.OpenSquare);
          const inner = this.SUBRULE3(this.formula);
          this.CONSUME(t.CloseSquare);
          return inner;
        },
      },
    ]);
    const end = this.LA(0);
    return this.ACTION(() => ({ ...node, place: { start: start.startOffset, end: endOf(end) } }));
  });

  /** |x| */
  #size = this.RULE('size', (): Node => {
    const start = this.CONSUME(t.Bar);
    const of = this.SUBRULE(this.#sum);
    const end = this.CONSUME2(t.Bar);
    const place = { start: start.startOffset, end: endOf(end) };
    return { kind: 'function', name: 'abs', base: null, of, place };
  });

  #fraction = this.RULE('fraction', (): Node => {
    const start = this.CONSUME(t.Frac);
    const left = this.SUBRULE(this.#braced);
    const right = this.SUBRULE2(this.#braced);
    return this.ACTION(() => ({
      ...arithmetic('/', left, right),
      place: { start: start.startOffset, end: right.place.end },
    }));
  });

  #braced: (index?: number) => Node = this.RULE(
    'braced',
    (): Node =>
      this.OR<Node>([
        {
          ALT: () => {
            this.CONSUME(t.OpenBrace);
            const of = this.SUBRULE(this.formula);
            this.CONSUME(t.CloseBrace);
            return of;
          },
        },
        // \frac12 would be read as \frac{12}: only a single digit can be meant.
        { ALT: () => this.SUBRULE(this.#number) },
        { ALT: () => this.SUBRULE(this.#name) },
      ]),
  );

  #function = this.RULE('function', (): Factor => {
    const start = this.LA(1);
    const name = this.OR([
      { ALT: () => this.#read<'log'>(t.Log, 'log') },
      { ALT: () => this.#read<'exp'>(t.Exp, 'exp') },
      { ALT: () => this.#read<'sqrt'>(t.Sqrt, 'sqrt') },
      { ALT: () => this.#read<'abs'>(t.Abs, 'abs') },
    ]);
    let base: Node | null = null;
    this.OPTION({
      GATE: () => name === 'log',
      DEF: () => {
        base = this.SUBRULE(this.#sub);
      },
    });
    const isCall = [t.Open, t.OpenBrace, t.OpenSquare, t.Bar].includes(this.LA(1).tokenType);
    const of = this.OR2<Factor>([
      { GATE: () => isCall, ALT: () => this.SUBRULE(this.#atom) },
      { GATE: () => !isCall, ALT: () => this.SUBRULE(this.#factor) },
    ]);
    return this.ACTION(() => {
      const place = { start: start.startOffset, end: of.node.place.end };
      return { node: { kind: 'function', name, base, of: of.node, place }, isOpen: !isCall || of.isOpen };
    });
  });

  #gathering = this.RULE('gathering', (): Factor => {
    const start = this.LA(1);
    const name = this.OR<GatheringWord>(GATHERINGS.map(([token, word]) => ({ ALT: () => this.#read(token, word) })));
    const place = (end: number): Place => ({ start: start.startOffset, end });
    return this.OR2<Factor>([
      {
        // Σ is a sign, whose body goes on behind a bracket; sum is a function.
        GATE: () => this.LA(1).tokenType === t.Open && !/^[Σ∑∏Π\\]/.test(sumSign(start, name)),
        ALT: () => {
          this.CONSUME(t.Open);
          let range: RangeNode | null = null;
          this.OPTION({
            GATE: () => [t.Equal, t.Colon].includes(this.LA(2).tokenType) && this.LA(1).tokenType === t.Name,
            DEF: () => {
              range = this.SUBRULE(this.#range);
              this.OR3([{ ALT: () => this.CONSUME(t.Colon) }, { ALT: () => this.CONSUME(t.Comma) }]);
            },
          });
          const of: Node[] = [];
          this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => void of.push(this.SUBRULE(this.formula)) });
          const end = this.CONSUME(t.Close);
          return this.ACTION(() => closed(gathered(name, range, of, place(endOf(end)))));
        },
      },
      {
        ALT: () => {
          let range: RangeNode | null = null;
          this.OPTION2(() => {
            range = this.SUBRULE(this.#lowered);
          });
          const body = this.SUBRULE(this.#product);
          return this.ACTION(() => ({
            node: { kind: 'over', name, range, body, place: place(body.place.end) } as Node,
            isOpen: true,
          }));
        },
      },
    ]);
  });

  /** i, or i = 2..K */
  #range: (index?: number) => RangeNode = this.RULE('range', (): RangeNode => {
    const name = this.CONSUME(t.Name);
    let first: Node | null = null;
    let last: Node | null = null;
    this.OPTION(() => {
      this.CONSUME(t.Equal);
      first = this.SUBRULE(this.#sum);
      this.OPTION2(() => {
        this.CONSUME(t.Dots);
        last = this.SUBRULE2(this.#sum);
      });
    });
    return { index: name.image, first, last, place: { start: name.startOffset, end: endOf(name) } };
  });

  /** _i, _{i=2}^{K}, _{i=2..K} or ᵢ */
  #lowered = this.RULE(
    'lowered',
    (): RangeNode =>
      this.OR<RangeNode>([
        { ALT: () => bareRange(this.CONSUME(t.Subscript)) },
        {
          ALT: () => {
            this.CONSUME(t.Under);
            let range = this.OR2<RangeNode>([
              { ALT: () => bareRange(this.CONSUME(t.Name)) },
              {
                ALT: () => {
                  this.CONSUME(t.OpenBrace);
                  const inner = this.SUBRULE(this.#range);
                  this.CONSUME(t.CloseBrace);
                  return inner;
                },
              },
            ]);
            this.OPTION(() => {
              this.CONSUME(t.Power);
              const last = this.SUBRULE(this.#exponent);
              range = this.ACTION(() => ({ ...range, last }));
            });
            return range;
          },
        },
      ]),
  );

  /** A name with its accent or font, index and arguments. */
  #name: (index?: number) => NameNode = this.RULE('name', (): NameNode => {
    const start = this.LA(1);
    let name = this.SUBRULE(this.#plainName);
    let star = false;
    this.OPTION({
      GATE: () => this.#isStar(name),
      DEF: () => {
        star = this.#read(t.Times, true);
      },
    });
    let sub: Node | null = null;
    this.OPTION2(() => {
      sub = this.SUBRULE(this.#sub);
    });
    this.OPTION3({
      GATE: () => this.#isRaisedStar(),
      DEF: () => {
        star = this.SUBRULE(this.#raisedStar);
      },
    });
    this.OPTION4({
      GATE: () => this.#isSquared(name),
      DEF: () => {
        this.SUBRULE(this.#squared);
        name = name === 'chi' ? 'chi2' : 'hell2';
      },
    });
    let between: [Node, Node] | null = null;
    const lists: Node[][] = [];
    this.MANY({
      GATE: () => this.#takesArguments(name, sub),
      DEF: () => {
        this.OR([
          {
            GATE: () => this.#isBetween(),
            ALT: () => {
              between = this.SUBRULE(this.#between);
            },
          },
          { ALT: () => void lists.push(this.SUBRULE(this.#arguments)) },
        ]);
      },
    });
    const end = this.LA(0);
    return { kind: 'name', name, star, sub, lists, between, place: { start: start.startOffset, end: endOf(end) } };
  });

  #plainName: (index?: number) => string = this.RULE('plainName', (): string =>
    this.OR<string>([
      { ALT: () => canonical(this.CONSUME(t.Name).image) },
      { ALT: () => canonical(this.CONSUME(t.Command).image) },
      {
        ALT: () => {
          this.CONSUME(t.Font);
          this.CONSUME(t.OpenBrace);
          const inner = this.SUBRULE(this.#plainName);
          this.CONSUME(t.CloseBrace);
          return inner;
        },
      },
      {
        ALT: () => {
          const accent = this.CONSUME(t.Accent).image;
          const letter = this.OR2([
            { ALT: () => this.CONSUME2(t.Name).image },
            {
              ALT: () => {
                this.CONSUME2(t.OpenBrace);
                const inner = this.CONSUME3(t.Name).image;
                this.CONSUME2(t.CloseBrace);
                return inner;
              },
            },
          ]);
          return accented(accent, letter);
        },
      },
    ]),
  );

  /** [i], _i, _{i−1} or ᵢ */
  #sub: (index?: number) => Node = this.RULE(
    'sub',
    (): Node =>
      this.OR<Node>([
        {
          ALT: () => {
            this.CONSUME(t.OpenSquare);
            const inner = this.SUBRULE(this.#sum);
            this.CONSUME(t.CloseSquare);
            return inner;
          },
        },
        {
          ALT: () => {
            const token = this.CONSUME(t.Subscript);
            return this.ACTION(() => lowered(token));
          },
        },
        {
          ALT: () => {
            this.CONSUME(t.Under);
            return this.OR2<Node>([
              { ALT: () => this.SUBRULE(this.#number) },
              {
                ALT: () => {
                  this.CONSUME(t.OpenBrace);
                  const inner = this.SUBRULE2(this.#sum);
                  this.CONSUME(t.CloseBrace);
                  return inner;
                },
              },
              { ALT: () => this.SUBRULE(this.#word) },
            ]);
          },
        },
      ]),
  );

  /** A name alone. */
  #word = this.RULE('word', (): NameNode => {
    const start = this.LA(1);
    const name = this.SUBRULE(this.#plainName);
    const place = { start: start.startOffset, end: endOf(this.LA(0)) };
    return { kind: 'name', name, star: false, sub: null, lists: [], between: null, place };
  });

  #raisedStar = this.RULE('raisedStar', (): boolean => {
    this.CONSUME(t.Power);
    this.OR([
      { ALT: () => void this.CONSUME(t.Times) },
      {
        ALT: () => {
          this.CONSUME(t.OpenBrace);
          this.CONSUME2(t.Times);
          this.CONSUME(t.CloseBrace);
        },
      },
    ]);
    return true;
  });

  #squared = this.RULE('squared', (): void => {
    this.OR([
      { ALT: () => void this.CONSUME(t.Superscript) },
      {
        ALT: () => {
          this.CONSUME(t.Power);
          this.SUBRULE(this.#exponent);
        },
      },
    ]);
  });

  #between = this.RULE('between', (): [Node, Node] => {
    this.CONSUME(t.Open);
    const left = this.SUBRULE(this.#policy);
    this.OR([{ ALT: () => this.CONSUME(t.Bars) }, { ALT: () => this.CONSUME(t.Bar) }]);
    const right = this.SUBRULE2(this.#policy);
    this.CONSUME(t.Close);
    return [left, right];
  });

  #policy = this.RULE('policy', (): NameNode => {
    const word = this.SUBRULE(this.#word);
    let sub: Node | null = null;
    this.OPTION(() => {
      sub = this.SUBRULE(this.#sub);
    });
    return { ...word, sub };
  });

  #arguments = this.RULE('arguments', (): Node[] => {
    const of: Node[] = [];
    this.CONSUME(t.Open);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => void of.push(this.SUBRULE(this.#sum)) });
    this.CONSUME(t.Close);
    return of;
  });

  /** Whether the sign behind a name belongs to it, as in est*. */
  #isStar(name: string): boolean {
    const [before, star, next, after] = [this.LA(0), this.LA(1), this.LA(2), this.LA(3)];
    if (name !== 'est' || star.image !== '*' || star.startOffset > endOf(before)) return false;
    const isApart = next.startOffset > endOf(star);
    const refuse = (shown: string, meant: string): SyntaxFault =>
      new SyntaxFault(`${shown} can be read in two ways; write ${meant}, or est · (…)`, {
        start: before.startOffset,
        end: endOf(next),
      });
    if (next.tokenType === t.Open) throw refuse('est*(…)', 'better(…) for the better estimator');
    if (next.tokenType === t.Minus) {
      if (isApart && after.startOffset > endOf(next)) return true;
      throw refuse('est*-…', 'est* - … with spaces around the minus sign');
    }
    const isFactor = [...FACTORS, t.NumberToken].includes(next.tokenType);
    if (isFactor && isApart) throw refuse('est* …', '(est*) · …');
    return !isFactor;
  }

  #isRaisedStar(): boolean {
    const isPower = this.LA(1).tokenType === t.Power;
    const [next, after, last] = [this.LA(2).tokenType, this.LA(3).tokenType, this.LA(4).tokenType];
    return isPower && (next === t.Times || (next === t.OpenBrace && after === t.Times && last === t.CloseBrace));
  }

  /** Whether a square belongs to a name: χ², and H²(π‖p). */
  #isSquared(name: string): boolean {
    if (name !== 'chi' && name !== 'H') return false;
    const token = this.LA(1);
    const isSuperscript = token.tokenType === t.Superscript && token.image === '²';
    const isPower = token.tokenType === t.Power && this.LA(2).image === '2';
    if (!isSuperscript && !isPower) return false;
    return name === 'chi' || this.#isBetween(isSuperscript ? 2 : 3);
  }

  #takesArguments(name: string, sub: Node | null): boolean {
    if (this.LA(1).tokenType !== t.Open || !this.#callable.has(name)) return false;
    if (sub && ['p', 'pi', 'F', 'q'].includes(name)) return false;
    const isApart = this.LA(1).startOffset > endOf(this.LA(0)) && !/^\\/.test(this.LA(1).image);
    if (!isApart || !ALONE.has(name) || this.#isBetween()) return true;
    throw new SyntaxFault(`${name} (…) can be read in two ways; write ${name}(…) without a space, or ${name} · (…)`, {
      start: this.LA(0).startOffset,
      end: endOf(this.LA(1)),
    });
  }

  /** Whether the parentheses that open at a token have the bars of a divergence. */
  #isBetween(from = 1): boolean {
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
}

function endOf({ startOffset, image }: IToken): number {
  return startOffset + image.length;
}

function spanOf(nodes: readonly Node[]): Place {
  return { start: nodes[0]?.place.start ?? 0, end: nodes.at(-1)?.place.end ?? 0 };
}

function logic(operator: 'and' | 'or' | '=>', of: readonly Node[]): Node {
  return { kind: 'logic', operator, of, place: spanOf(of) };
}

function arithmetic(operator: Arithmetic, left: Node, right: Node): Node {
  return { kind: 'arithmetic', operator, left, right, place: spanOf([left, right]) };
}

/** How a sum or product is written; empty for min and max, which are functions in any spelling. */
function sumSign({ image }: IToken, name: GatheringWord): string {
  return name === 'sum' || name === 'prod' ? image : '';
}

function signed(sign: IToken | null, of: Node): Node {
  if (sign?.tokenType !== t.Minus) return of;
  return { kind: 'negative', of, place: { start: sign.startOffset, end: of.place.end } };
}

function gathered(name: GatheringWord, range: RangeNode | null, of: readonly Node[], place: Place): Node {
  const [first, ...more] = of as [Node, ...Node[]];
  if (more.length === 0) return { kind: 'over', name, range, body: first, place };
  if (range) throw new SyntaxFault(`a ${name} with a range has one expression`, (more[0] as Node).place);
  if (name === 'min' || name === 'max') return { kind: 'extreme', name, of, place };
  if (more.length === 1 && first.kind === 'name')
    return {
      kind: 'over',
      name,
      range: { index: first.name, first: null, last: null, place: first.place },
      body: more[0] as Node,
      place,
    };
  throw new SyntaxFault(`a ${name} has an index and one expression, such as ${name}(i, p[i]^2)`, place);
}

/** n = 2..10 as 2 <= n <= 10. */
function between(operands: readonly Node[], comparators: readonly Comparator[], last: Node): Node {
  const [of, first] = operands as [Node, Node];
  if (comparators.length !== 1 || comparators[0] !== '=')
    throw new SyntaxFault('a range is written as in n = 2..10', last.place);
  return { kind: 'chain', operands: [first, of, last], comparators: ['<=', '<='], place: spanOf([of, last]) };
}

function numberOf(token: IToken): Node {
  const place = { start: token.startOffset, end: endOf(token) };
  try {
    return { kind: 'number', value: Rational.parse(token.image), place };
  } catch (error) {
    if (error instanceof NumberSyntaxError) throw new SyntaxFault(error.message, place);
    throw error;
  }
}

/** e = exp(1) */
function euler(token: IToken): Node {
  const place = { start: token.startOffset, end: endOf(token) };
  return { kind: 'function', name: 'exp', base: null, of: { kind: 'number', value: Rational.ONE, place }, place };
}

function superscript(token: IToken): Node {
  const text = [...token.image].map((c) => (c === '⁻' ? '-' : String(DIGITS.indexOf(c)))).join('');
  return numberOf({ ...token, image: text.replace('-', '') }).kind === 'number'
    ? signedNumber(text, { start: token.startOffset, end: endOf(token) })
    : numberOf(token);
}

function signedNumber(text: string, place: Place): Node {
  return { kind: 'number', value: Rational.parse(text), place };
}

/** The index that subscript characters write, such as ᵢ₋₁. */
function lowered(token: IToken): Node {
  const text = [...token.image].map((c) => LOWERED[c] ?? c).join('');
  const place = { start: token.startOffset, end: endOf(token) };
  const [, base = '', rest = ''] = /^(\D*?|\d+)([+-]\d+)?$/.exec(text) ?? [];
  const first: Node = /^\d+$/.test(base)
    ? signedNumber(base, place)
    : { kind: 'name', name: base, star: false, sub: null, lists: [], between: null, place };
  if (rest === '') return first;
  return { kind: 'arithmetic', operator: '+', left: first, right: signedNumber(rest, place), place };
}

function bareRange(token: IToken): RangeNode {
  const index = LOWERED[token.image] ?? token.image;
  return { index, first: null, last: null, place: { start: token.startOffset, end: endOf(token) } };
}
