import * as t from '../tokens.ts';
import type { NameNode, Node } from '../tree.ts';
import { accented, canonical } from '../words.ts';
import { endOf, lowered } from './actions.ts';
import { Lookahead } from './lookahead.ts';

/** Names with what belongs to them: accents and fonts, indices, arguments, and the policies of a divergence. */
export abstract class Names extends Lookahead {
  protected abstract readonly number: () => Node;
  protected abstract readonly exponent: (index?: number) => Node;
  protected abstract readonly sum: (index?: number) => Node;

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
    let sub: Node | null = null;
    this.OPTION2(() => {
      sub = this.SUBRULE(this.sub);
    });
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
    let between: [Node, Node] | null = null;
    const lists: Node[][] = [];
    this.MANY({
      GATE: () => this.takesArguments(name, sub),
      DEF: () => {
        this.OR([
          {
            GATE: () => this.isBetween(),
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

  protected readonly plainName: (index?: number) => string = this.RULE('plainName', (): string =>
    this.OR<string>([
      { ALT: () => canonical(this.CONSUME(t.Name).image) },
      { ALT: () => canonical(this.CONSUME(t.Command).image) },
      {
        ALT: () => {
          this.CONSUME(t.Font);
          this.CONSUME(t.OpenBrace);
          const inner = this.SUBRULE(this.plainName);
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
                  const inner = this.SUBRULE2(this.sum);
                  this.CONSUME(t.CloseBrace);
                  return inner;
                },
              },
              { ALT: () => this.SUBRULE(this.word) },
            ]);
          },
        },
      ]),
  );

  /** A name alone. */
  protected readonly word = this.RULE('word', (): NameNode => {
    const start = this.LA(1);
    const name = this.SUBRULE(this.plainName);
    const place = { start: start.startOffset, end: endOf(this.LA(0)) };
    return { kind: 'name', name, star: false, sub: null, lists: [], between: null, place };
  });

  protected readonly raisedStar = this.RULE('raisedStar', (): boolean => {
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
          this.SUBRULE(this.exponent);
        },
      },
    ]);
  });

  protected readonly between = this.RULE('between', (): [Node, Node] => {
    this.CONSUME(t.Open);
    const left = this.SUBRULE(this.policy);
    this.OR([{ ALT: () => this.CONSUME(t.Bars) }, { ALT: () => this.CONSUME(t.Bar) }]);
    const right = this.SUBRULE2(this.policy);
    this.CONSUME(t.Close);
    return [left, right];
  });

  protected readonly policy = this.RULE('policy', (): NameNode => {
    const word = this.SUBRULE(this.word);
    let sub: Node | null = null;
    this.OPTION(() => {
      sub = this.SUBRULE(this.sub);
    });
    return { ...word, sub };
  });

  protected readonly arguments = this.RULE('arguments', (): Node[] => {
    const of: Node[] = [];
    this.CONSUME(t.Open);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => void of.push(this.SUBRULE(this.sum)) });
    this.CONSUME(t.Close);
    return of;
  });
}
