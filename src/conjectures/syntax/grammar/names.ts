import { SyntaxFault } from '../errors.ts';
import * as t from '../tokens.ts';
import type { NameNode, Node } from '../tree.ts';
import { ITEMS } from '../words.ts';
import { endOf, lowered } from './actions.ts';
import { Spellings } from './spellings.ts';

/** Names with what belongs to them: accents and fonts, indices, arguments, and the policies of a divergence. */
export abstract class Names extends Spellings {
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
