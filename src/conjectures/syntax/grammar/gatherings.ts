import type { TokenType } from 'chevrotain';
import * as t from '../tokens.ts';
import type { GatheringWord, Node, Place, RangeNode } from '../tree.ts';
import { bareRange, closed, endOf, type Factor, gathered, spanOf, sumSign } from './actions.ts';
import { Atoms } from './atoms.ts';

const GATHERINGS: readonly (readonly [TokenType, GatheringWord])[] = [
  [t.Sum, 'sum'],
  [t.Prod, 'prod'],
  [t.Min, 'min'],
  [t.Max, 'max'],
];

/** Sums, products and extremes over an index. */
export abstract class Gatherings extends Atoms {
  protected abstract readonly product: (index?: number) => Node;

  protected readonly gathering = this.RULE('gathering', (): Factor => {
    const start = this.LA(1);
    const name = this.OR<GatheringWord>(GATHERINGS.map(([token, word]) => ({ ALT: () => this.read(token, word) })));
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
              range = this.SUBRULE(this.range);
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
            range = this.SUBRULE(this.lowered);
          });
          const body = this.SUBRULE(this.product);
          return this.ACTION(() => ({
            node: { kind: 'over', name, range, body, place: place(body.place.end) } as Node,
            isOpen: true,
            isGroup: false,
          }));
        },
      },
    ]);
  });

  /** i, or i = 2..K */
  protected readonly range: (index?: number) => RangeNode = this.RULE('range', (): RangeNode => {
    const name = this.CONSUME(t.Name);
    let first: Node | null = null;
    let last: Node | null = null;
    this.OPTION(() => {
      this.CONSUME(t.Equal);
      first = this.SUBRULE(this.sum);
      this.OPTION2(() => {
        this.CONSUME(t.Dots);
        last = this.SUBRULE2(this.sum);
      });
    });
    return { index: name.image, first, last, place: { start: name.startOffset, end: endOf(name) } };
  });

  /** 2 ≤ i ≤ K */
  protected readonly rangeBetween = this.RULE('rangeBetween', (): RangeNode => {
    const first = this.SUBRULE(this.sum);
    this.CONSUME(t.AtMost);
    const name = this.CONSUME(t.Name);
    this.CONSUME2(t.AtMost);
    const last = this.SUBRULE2(this.sum);
    return this.ACTION(() => ({ index: name.image, first, last, place: spanOf([first, last]) }));
  });

  /** _i, _{i=2}^{K}, _{i=2..K} or ᵢ */
  protected readonly lowered = this.RULE(
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
                  const inner = this.OR3<RangeNode>([
                    { GATE: () => this.isChain(), ALT: () => this.SUBRULE(this.rangeBetween) },
                    { ALT: () => this.SUBRULE(this.range) },
                  ]);
                  this.CONSUME(t.CloseBrace);
                  return inner;
                },
              },
            ]);
            this.OPTION(() => {
              this.CONSUME(t.Power);
              const last = this.SUBRULE(this.exponent);
              range = this.ACTION(() => ({ ...range, last }));
            });
            return range;
          },
        },
      ]),
  );
}
