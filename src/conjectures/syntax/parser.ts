import type { TokenType } from 'chevrotain';
import { between, logic, spanOf } from './grammar/actions.ts';
import { Terms } from './grammar/terms.ts';
import * as t from './tokens.ts';
import type { Comparator, Definition, Node, Program } from './tree.ts';

const COMPARATORS: readonly (readonly [TokenType, Comparator])[] = [
  [t.AtMost, '<='],
  [t.AtLeast, '>='],
  [t.Differs, '!='],
  [t.Equal, '='],
  [t.Less, '<'],
  [t.Greater, '>'],
];

/** The grammar: definitions, logic and comparisons, of the terms in grammar/. Its rules are in the order in which they bind, the loosest first. */
export class FormulaParser extends Terms {
  constructor() {
    super();
    this.performSelfAnalysis();
  }

  program = this.RULE('program', (): Program => {
    const definitions: Definition[] = [];
    this.MANY(() => void definitions.push(this.SUBRULE(this.definition)));
    return { definitions, formula: this.SUBRULE(this.formula) };
  });

  protected readonly definition = this.RULE('definition', (): Definition => {
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
      (parameters.length > 0 ? this.callable : this.constants).add(name);
    });
    const body = this.SUBRULE(this.formula);
    this.CONSUME(t.Semicolon);
    return this.ACTION(() => {
      return { name, parameters, body, place: { start: start.startOffset, end: body.place.end } };
    });
  });

  formula: (index?: number) => Node = this.RULE('formula', (): Node => {
    const premise = this.SUBRULE(this.disjunction);
    let conclusion: Node | null = null;
    this.OPTION(() => {
      this.CONSUME(t.Implies);
      conclusion = this.SUBRULE(this.formula);
    });
    return this.ACTION(() => (conclusion ? logic('=>', [premise, conclusion]) : premise));
  });

  protected readonly disjunction = this.RULE('disjunction', (): Node => {
    const of: Node[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: t.Or, DEF: () => void of.push(this.SUBRULE(this.conjunction)) });
    return this.ACTION(() => (of.length === 1 ? (of[0] as Node) : logic('or', of)));
  });

  protected readonly conjunction = this.RULE('conjunction', (): Node => {
    const of: Node[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: t.And, DEF: () => void of.push(this.SUBRULE(this.negation)) });
    return this.ACTION(() => (of.length === 1 ? (of[0] as Node) : logic('and', of)));
  });

  protected readonly negation: (index?: number) => Node = this.RULE(
    'negation',
    (): Node =>
      this.OR<Node>([
        {
          ALT: () => {
            const { startOffset: start } = this.CONSUME(t.Not);
            const of = this.SUBRULE(this.negation);
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
            const range = this.SUBRULE(this.range);
            this.OR2([{ ALT: () => this.CONSUME(t.Colon) }, { ALT: () => this.CONSUME(t.Comma) }]);
            const of = this.SUBRULE2(this.negation);
            return this.ACTION(() => ({ kind: 'all', range, of, place: { start, end: of.place.end } }));
          },
        },
        { ALT: () => this.SUBRULE(this.chain) },
      ]),
  );

  protected readonly chain = this.RULE('chain', (): Node => {
    const operands = [this.SUBRULE(this.sum)];
    const comparators: Comparator[] = [];
    this.MANY(() => {
      comparators.push(
        this.OR(COMPARATORS.map(([token, comparator]) => ({ ALT: () => this.read(token, comparator) }))),
      );
      operands.push(this.SUBRULE2(this.sum));
    });
    let last: Node | null = null;
    this.OPTION(() => {
      this.CONSUME(t.Dots);
      last = this.SUBRULE3(this.sum);
    });
    return this.ACTION(() => {
      if (last) return between(operands, comparators, last);
      if (comparators.length === 0) return operands[0] as Node;
      return { kind: 'chain', operands, comparators, place: spanOf(operands) };
    });
  });
}
