import { SyntaxFault } from '../errors.ts';
import { isBestOfN, lawOf } from '../laws.ts';
import * as t from '../tokens.ts';
import type { NameNode, Node } from '../tree.ts';
import { arithmetic, endOf } from './actions.ts';
import { Names } from './names.ts';

/** Policies, and what is between two of them or drawn from one. */
export abstract class Policies extends Names {
  protected abstract readonly group: (index?: number) => Node;

  protected readonly between = this.RULE('between', (): [NameNode, NameNode] => {
    this.CONSUME(t.Open);
    const left = this.SUBRULE(this.policy);
    this.OR([{ ALT: () => this.CONSUME(t.Bars) }, { ALT: () => this.CONSUME(t.Bar) }]);
    const right = this.SUBRULE2(this.policy);
    this.CONSUME(t.Close);
    return [left, right];
  });

  /** π, π^{(n)}, π_ref or π(·|x) */
  protected readonly policy: (index?: number) => NameNode = this.RULE('policy', (): NameNode => {
    const word = this.SUBRULE(this.word);
    let draws: Node | null = null;
    this.OPTION(() => {
      draws = this.SUBRULE(this.mark);
    });
    let sub: Node | null = null;
    this.OPTION2(() => {
      sub = this.SUBRULE(this.sub);
    });
    this.OPTION4({
      GATE: () => !draws && this.isMark(),
      DEF: () => {
        draws = this.SUBRULE2(this.mark);
      },
    });
    this.OPTION3({
      GATE: () => this.LA(2).tokenType === t.Times,
      DEF: () => {
        this.CONSUME(t.Open);
        this.CONSUME(t.Times);
        this.SUBRULE(this.condition);
        this.CONSUME(t.Close);
      },
    });
    const end = this.LA(0);
    return this.ACTION(() => {
      const place = { start: word.place.start, end: endOf(end) };
      return { ...word, sub, lists: draws ? [[draws]] : [], place };
    });
  });

  /** The number of draws above a policy, as in π^{(2n)}; null for n, as in π^{(n)} and π^{BoN}. */
  protected readonly mark: (index?: number) => Node | null = this.RULE('mark', (): Node | null => {
    const start = this.CONSUME(t.Power);
    const inParentheses = this.LA(1).tokenType === t.Open || this.LA(2).tokenType === t.Open;
    const of = this.OR<Node>([
      { ALT: () => this.SUBRULE(this.word) },
      { ALT: () => this.SUBRULE(this.number) },
      { ALT: () => this.SUBRULE(this.group) },
    ]);
    const end = this.LA(0);
    return this.ACTION(() => {
      if (isBestOfN(of) && (inParentheses || (of.kind === 'name' && of.name !== 'n'))) return null;
      if (inParentheses) return of;
      const place = { start: start.startOffset, end: endOf(end) };
      throw new SyntaxFault('write π^{(n)} for the policy, and π[i]^n for a power', place);
    });
  });

  /** The mean over a draw from a policy: a sum over the atoms. */
  protected readonly expectation = this.RULE('expectation', (): Node => {
    const start = this.CONSUME(t.Expectation);
    let drawn: [NameNode, NameNode] | null = null;
    this.OPTION(() => {
      this.CONSUME(t.Under);
      this.CONSUME(t.OpenBrace);
      const variable = this.SUBRULE(this.word);
      this.CONSUME(t.Drawn);
      drawn = [variable, this.SUBRULE(this.policy)];
      this.CONSUME(t.CloseBrace);
    });
    const body = this.SUBRULE(this.group);
    return this.ACTION(() => mean(drawn, body, start.startOffset));
  });
}

function mean(drawn: readonly [NameNode, NameNode] | null, body: Node, start: number): Node {
  const place = { start, end: body.place.end };
  if (!drawn) {
    // A number is its own mean, and est stands for the mean of the estimator.
    if (body.kind === 'name' && ['est', 'Dhat'].includes(body.name) && body.lists.length === 0)
      return { ...body, name: 'est', place };
    throw new SyntaxFault('say what is drawn, as in \\mathbb{E}_{y\\sim\\pi}[…]', place);
  }
  const [variable, policy] = drawn;
  const { law, draws } = lawOf(policy);
  if (draws) throw new SyntaxFault('a mean is over π, p or q', policy.place);
  const mass: NameNode = { ...policy, name: law, sub: variable, lists: [] };
  const range = { index: variable.name, first: null, last: null, place: variable.place };
  return { kind: 'over', name: 'sum', range, body: { ...arithmetic('*', mass, body), place }, place };
}
