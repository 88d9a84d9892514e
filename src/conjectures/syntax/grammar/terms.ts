import type { IToken } from 'chevrotain';
import { SyntaxFault } from '../errors.ts';
import * as t from '../tokens.ts';
import type { Arithmetic, Node } from '../tree.ts';
import { ITEMS } from '../words.ts';
import { arithmetic, closed, type Factor, signed, superscript } from './actions.ts';
import { Gatherings } from './gatherings.ts';
import { FACTORS } from './lookahead.ts';

/** Sums, products and powers of atoms. The rules are in the order in which they bind, the loosest first. */
export abstract class Terms extends Gatherings {
  protected readonly sum: (index?: number) => Node = this.RULE('sum', (): Node => {
    let all = this.SUBRULE(this.signed);
    this.MANY(() => {
      const operator = this.OR<Arithmetic>([
        { ALT: () => this.read<'+'>(t.Plus, '+') },
        { ALT: () => this.read<'-'>(t.Minus, '-') },
      ]);
      const right = this.SUBRULE(this.product);
      all = this.ACTION(() => arithmetic(operator, all, right));
    });
    return all;
  });

  /** A product with a sign, which applies to all of it. */
  protected readonly signed = this.RULE('signed', (): Node => {
    let sign: IToken | null = null;
    this.OPTION(() => {
      sign = this.OR([{ ALT: () => this.CONSUME(t.Minus) }, { ALT: () => this.CONSUME(t.Plus) }]);
    });
    const of = this.SUBRULE(this.product);
    return this.ACTION(() => signed(sign, of));
  });

  protected readonly product: (index?: number) => Node = this.RULE('product', (): Node => {
    let last = this.SUBRULE(this.factor);
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
              operator = this.read(t.Times, '*');
              return this.SUBRULE(this.factorWithSign);
            },
          },
          {
            ALT: () => {
              operator = this.read(t.Over, '/');
              return this.SUBRULE2(this.factorWithSign);
            },
          },
          { GATE: () => FACTORS.includes(this.LA(1).tokenType), ALT: () => this.SUBRULE3(this.factor) },
        ]);
        this.ACTION(() => {
          if (before.isOpen) throw this.twoWays(before.node, next, 'the argument of the function');
          if (operator === null && !before.isGroup) this.refuseBracket(before.node, next);
          const isPlain = before.node.kind === 'number' && next.startOffset > before.node.place.end;
          if (operator === null && isBelow && !isPlain) throw this.twoWays(before.node, next, 'the denominator');
          isBelow = operator === '/';
          all = arithmetic(operator ?? '*', all, last.node);
        });
      },
    });
    return all;
  });

  protected readonly factorWithSign: (index?: number) => Factor = this.RULE('factorWithSign', (): Factor => {
    let sign: IToken | null = null;
    this.OPTION(() => {
      sign = this.CONSUME(t.Minus);
    });
    const of = this.SUBRULE(this.factor);
    return this.ACTION(() => ({ ...of, node: signed(sign, of.node) }));
  });

  protected readonly factor: (index?: number) => Factor = this.RULE('factor', (): Factor => {
    const base = this.SUBRULE(this.atom);
    let node = base?.node;
    this.MANY(() => {
      this.OR([
        {
          ALT: () => {
            this.CONSUME(t.Power);
            const exponent = this.SUBRULE(this.exponent);
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
    return this.ACTION(() => {
      if (node !== base.node) this.refuseApplied(base.node, bareName(base.node));
      return { ...base, node };
    });
  });

  /** An exponent binds to the right: a^b^c is a^(b^c). */
  protected readonly exponent: (index?: number) => Node = this.RULE('exponent', (): Node => {
    let sign: IToken | null = null;
    this.OPTION(() => {
      sign = this.CONSUME(t.Minus);
    });
    const of = this.SUBRULE(this.atom);
    let above: Node | null = null;
    this.OPTION2(() => {
      this.CONSUME(t.Power);
      above = this.SUBRULE(this.exponent);
    });
    return this.ACTION(() => {
      if (of.isOpen) throw new SyntaxFault('put parentheses around the exponent', of.node.place);
      return signed(sign, above ? arithmetic('^', of.node, above) : of.node);
    });
  });

  protected readonly atom: (index?: number) => Factor = this.RULE(
    'atom',
    (): Factor =>
      this.OR<Factor>([
        { ALT: () => closed(this.SUBRULE(this.number)) },
        { ALT: () => closed(this.SUBRULE(this.euler)) },
        {
          ALT: () => {
            const isGroup = this.LA(1).tokenType === t.Open;
            return closed(this.SUBRULE(this.group), isGroup);
          },
        },
        { ALT: () => closed(this.SUBRULE(this.size)) },
        { ALT: () => closed(this.SUBRULE(this.fraction)) },
        { ALT: () => this.SUBRULE(this.function) },
        { ALT: () => this.SUBRULE(this.gathering) },
        { ALT: () => closed(this.SUBRULE(this.expectation)) },
        { ALT: () => closed(this.SUBRULE(this.name)) },
      ]),
  );
}

/** The name of a node that is nothing else, or has an index; null for others. */
function bareName(node: Node): string | null {
  return node.kind === 'name' && node.lists.length === 0 && !node.between && !(node.sub && ITEMS.has(node.name))
    ? node.name
    : null;
}
