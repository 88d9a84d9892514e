import * as t from '../tokens.ts';
import type { Node } from '../tree.ts';
import { arithmetic, endOf, euler, type Factor, numberOf, oneDigit } from './actions.ts';
import { Policies } from './policies.ts';

/** What stands alone: numbers, brackets, fractions and functions. */
export abstract class Atoms extends Policies {
  abstract readonly formula: (index?: number) => Node;
  protected abstract readonly factor: (index?: number) => Factor;
  protected abstract readonly atom: (index?: number) => Factor;

  protected readonly number = this.RULE('number', (): Node => {
    const token = this.CONSUME(t.NumberToken);
    return this.ACTION(() => numberOf(token));
  });

  protected readonly euler = this.RULE('euler', (): Node => {
    const token = this.CONSUME(t.Euler);
    return this.ACTION(() => euler(token));
  });

  /** A formula in brackets of any kind. */
  protected readonly group: (index?: number) => Node = this.RULE('group', (): Node => {
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
  protected readonly size = this.RULE('size', (): Node => {
    const start = this.OR([{ ALT: () => this.CONSUME(t.Bar) }, { ALT: () => this.CONSUME(t.OpenBar) }]);
    const of = this.SUBRULE(this.sum);
    const end = this.OR2([{ ALT: () => this.CONSUME2(t.Bar) }, { ALT: () => this.CONSUME(t.CloseBar) }]);
    return this.ACTION(() => {
      const place = { start: start.startOffset, end: endOf(end) };
      return { kind: 'function', name: 'abs', base: null, of, place };
    });
  });

  protected readonly fraction = this.RULE('fraction', (): Node => {
    const start = this.CONSUME(t.Frac);
    const left = this.SUBRULE(this.braced);
    const right = this.SUBRULE2(this.braced);
    const end = this.LA(0);
    return this.ACTION(() => ({
      ...arithmetic('/', left, right),
      place: { start: start.startOffset, end: endOf(end) },
    }));
  });

  protected readonly braced: (index?: number) => Node = this.RULE(
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
        {
          ALT: () => {
            const number = this.SUBRULE(this.number);
            return this.ACTION(() => oneDigit(number));
          },
        },
        { ALT: () => this.SUBRULE(this.name) },
      ]),
  );

  protected readonly function = this.RULE('function', (): Factor => {
    const start = this.LA(1);
    const name = this.OR([
      { ALT: () => this.read<'log'>(t.Log, 'log') },
      { ALT: () => this.read<'exp'>(t.Exp, 'exp') },
      { ALT: () => this.read<'sqrt'>(t.Sqrt, 'sqrt') },
      { ALT: () => this.read<'abs'>(t.Abs, 'abs') },
    ]);
    let base: Node | null = null;
    this.OPTION({
      GATE: () => name === 'log',
      DEF: () => {
        base = this.SUBRULE(this.sub);
      },
    });
    const isCall = [t.Open, t.OpenBrace, t.OpenSquare, t.Bar, t.OpenBar].includes(this.LA(1).tokenType);
    const of = this.OR2<Factor>([
      { GATE: () => isCall, ALT: () => this.SUBRULE(this.atom) },
      { GATE: () => !isCall, ALT: () => this.SUBRULE(this.factor) },
    ]);
    return this.ACTION(() => {
      const place = { start: start.startOffset, end: of.node.place.end };
      return {
        node: { kind: 'function', name, base, of: of.node, place },
        isOpen: !isCall || of.isOpen,
        isGroup: false,
      };
    });
  });
}
