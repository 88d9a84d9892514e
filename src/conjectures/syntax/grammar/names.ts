import { SyntaxFault } from '../errors.ts';
import * as t from '../tokens.ts';
import type { NameNode, Node } from '../tree.ts';
import { accented, canonical, ITEMS } from '../words.ts';
import { endOf, lowered, oneLetter } from './actions.ts';
import { Lookahead } from './lookahead.ts';

/** Names with what belongs to them: accents and fonts, indices, arguments, and the policies of a divergence. */
export abstract class Names extends Lookahead {
  protected abstract readonly number: () => Node;
  protected abstract readonly exponent: (index?: number) => Node;
  protected abstract readonly sum: (index?: number) => Node;
  protected abstract readonly mark: (index?: number) => Node | null;
  protected abstract readonly between: () => [NameNode, NameNode];

  /** A name with its accent or font, index and arguments. */
  protected readonly name: (index?: number) => NameNode = this.RULE('name', (): NameNode => {
    const start = this.LA(1);
    let name = this.SUBRULE(this.plainName);
    let star = false;
    this.OPTION({
      GATE: () => this.isStar(name),
      DEF: () => {
        star = this.read(t.Times, true);
      },
    });
    const isPi = name === 'pi';
    this.OPTION5({ GATE: () => isPi, DEF: () => this.SUBRULE(this.markOfAtoms) });
    this.OPTION6({
      GATE: () => this.isRaisedStar(),
      DEF: () => {
        star = this.SUBRULE2(this.raisedStar);
      },
    });
    let sub: Node | null = null;
    this.OPTION2(() => {
      sub = this.SUBRULE(this.sub);
    });
    this.OPTION7({ GATE: () => isPi && this.isMark(), DEF: () => this.SUBRULE2(this.markOfAtoms) });
    this.OPTION3({
      GATE: () => this.isRaisedStar(),
      DEF: () => {
        star = this.SUBRULE(this.raisedStar);
      },
    });
    this.OPTION4({
      GATE: () => this.isSquared(name),
      DEF: () => {
        this.SUBRULE(this.squared);
        name = name === 'chi' ? 'chi2' : 'hell2';
      },
    });
    let between: [NameNode, NameNode] | null = null;
    const lists: Node[][] = [];
    this.MANY({
      GATE: () => this.takesArguments(name, sub),
      DEF: () => {
        this.OR([
          {
            GATE: () => !ITEMS.has(name) && this.isBetween(),
            ALT: () => {
              between = this.SUBRULE(this.between);
            },
          },
          { ALT: () => void lists.push(this.SUBRULE(this.arguments)) },
        ]);
      },
    });
    const end = this.LA(0);
    return { kind: 'name', name, star, sub, lists, between, place: { start: start.startOffset, end: endOf(end) } };
  });

  protected readonly markOfAtoms: (index?: number) => void = this.RULE('markOfAtoms', (): void => {
    const draws = this.SUBRULE(this.mark);
    this.ACTION(() => {
      if (draws) throw new SyntaxFault('atoms have masses of π^{(n)} only; KL(π^{(2n)}‖p) is KL(2n)', draws.place);
    });
  });

  protected readonly plainName: (index?: number) => string = this.RULE('plainName', (): string =>
    this.OR<string>([
      { ALT: () => canonical(this.CONSUME(t.Name).image) },
      { ALT: () => canonical(this.CONSUME(t.Command).image) },
      {
        ALT: () => {
          this.CONSUME(t.Font);
          return this.OR3<string>([
            {
              ALT: () => {
                this.CONSUME(t.OpenBrace);
                const inner = this.SUBRULE(this.plainName);
                this.CONSUME(t.CloseBrace);
                return inner;
              },
            },
            {
              ALT: () => {
                const letter = this.CONSUME4(t.Name);
                return this.ACTION(() => oneLetter(letter));
              },
            },
          ]);
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
  protected readonly sub: (index?: number) => Node = this.RULE(
    'sub',
    (): Node =>
      this.OR<Node>([
        {
          ALT: () => {
            this.CONSUME(t.OpenSquare);
            const inner = this.SUBRULE(this.sum);
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
              { ALT: () => this.SUBRULE(this.number) },
              {
                ALT: () => {
                  this.CONSUME(t.OpenBrace);
                  const inner = this.OR3<Node>([
                    { GATE: () => this.LA(2).tokenType === t.CloseBrace, ALT: () => this.SUBRULE(this.extremeWord) },
                    { ALT: () => this.SUBRULE2(this.sum) },
                  ]);
                  this.OPTION(() => this.SUBRULE(this.condition));
                  this.CONSUME(t.CloseBrace);
                  return inner;
                },
              },
              { ALT: () => this.SUBRULE(this.word) },
              { ALT: () => this.SUBRULE2(this.extremeWord) },
            ]);
          },
        },
      ]),
  );

  /** A name alone. */
  protected readonly word: (index?: number) => NameNode = this.RULE('word', (): NameNode => {
    const start = this.LA(1);
    const name = this.SUBRULE(this.plainName);
    const place = { start: start.startOffset, end: endOf(this.LA(0)) };
    return { kind: 'name', name, star: false, sub: null, lists: [], between: null, place };
  });

  /** The index of p_{\max}. */
  protected readonly extremeWord: (index?: number) => NameNode = this.RULE('extremeWord', (): NameNode => {
    const token = this.LA(1);
    const name = this.OR([{ ALT: () => this.read(t.Min, 'min') }, { ALT: () => this.read(t.Max, 'max') }]);
    return this.ACTION(() => {
      const place = { start: token.startOffset, end: endOf(token) };
      return { kind: 'name', name, star: false, sub: null, lists: [], between: null, place };
    });
  });

  /** The prompt behind a response, as in π(y|x). Nothing depends on it. */
  protected readonly condition: (index?: number) => void = this.RULE('condition', (): void => {
    this.CONSUME(t.Bar);
    const { name, place } = this.SUBRULE(this.word);
    this.ACTION(() => {
      if (name !== 'x') throw new SyntaxFault('only a prompt x has a place here, as in π(y|x)', place);
      this.prompts.push(place);
    });
  });

  protected readonly raisedStar: (index?: number) => boolean = this.RULE('raisedStar', (): boolean => {
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

  protected readonly squared = this.RULE('squared', (): void => {
    this.OR([
      { ALT: () => void this.CONSUME(t.Superscript) },
      {
        ALT: () => {
          this.CONSUME(t.Power);
          this.OR2([
            { ALT: () => void this.CONSUME(t.NumberToken) },
            {
              ALT: () => {
                this.CONSUME(t.OpenBrace);
                this.CONSUME2(t.NumberToken);
                this.CONSUME(t.CloseBrace);
              },
            },
          ]);
        },
      },
    ]);
  });

  protected readonly arguments = this.RULE('arguments', (): Node[] => {
    const of: Node[] = [];
    this.CONSUME(t.Open);
    this.AT_LEAST_ONE_SEP({
      SEP: t.Comma,
      DEF: () => {
        of.push(this.SUBRULE(this.sum));
        this.OPTION(() => this.SUBRULE(this.condition));
      },
    });
    this.CONSUME(t.Close);
    return of;
  });
}
