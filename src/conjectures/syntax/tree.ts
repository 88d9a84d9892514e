import type { Rational } from '../../arithmetic/rational.ts';

/** A part of the text, by offsets. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

export type Comparator = '<=' | '<' | '=' | '>=' | '>' | '!=';
export type Arithmetic = '+' | '-' | '*' | '/' | '^';
export type FunctionWord = 'log' | 'exp' | 'sqrt' | 'abs';
export type GatheringWord = 'sum' | 'prod' | 'min' | 'max';

/** A name with all that was written behind it. What it means is decided later. */
export interface NameNode {
  readonly kind: 'name';
  readonly place: Place;
  readonly name: string;
  /** As in est*. */
  readonly star: boolean;
  /** As in p[i] or p_i. */
  readonly sub: Node | null;
  /** As in est(t); several lists as in Renyi(2)(2n). */
  readonly lists: readonly (readonly Node[])[];
  /** As in KL(π‖p). */
  readonly between: readonly [NameNode, NameNode] | null;
}

/** An index with its range, as in i = 2..K. */
export interface RangeNode {
  readonly index: string;
  readonly place: Place;
  readonly first: Node | null;
  readonly last: Node | null;
}

/** What was written, without any meaning of names. */
export type Node =
  | NameNode
  | { readonly kind: 'number'; readonly place: Place; readonly value: Rational }
  | { readonly kind: 'negative'; readonly place: Place; readonly of: Node }
  | {
      readonly kind: 'arithmetic';
      readonly place: Place;
      readonly operator: Arithmetic;
      readonly left: Node;
      readonly right: Node;
    }
  | {
      readonly kind: 'function';
      readonly place: Place;
      readonly name: FunctionWord;
      readonly base: Node | null;
      readonly of: Node;
    }
  | { readonly kind: 'extreme'; readonly place: Place; readonly name: 'min' | 'max'; readonly of: readonly Node[] }
  | {
      readonly kind: 'over';
      readonly place: Place;
      readonly name: GatheringWord;
      /** Null where the index is that which occurs. */
      readonly range: RangeNode | null;
      readonly body: Node;
    }
  | {
      readonly kind: 'chain';
      readonly place: Place;
      readonly operands: readonly Node[];
      readonly comparators: readonly Comparator[];
    }
  | { readonly kind: 'logic'; readonly place: Place; readonly operator: Logic; readonly of: readonly Node[] }
  | { readonly kind: 'all'; readonly place: Place; readonly range: RangeNode; readonly of: Node };

export type Logic = 'and' | 'or' | '=>' | 'not';

/** A name of one's own, as in let m(i) = pi[i]/p[i]. */
export interface Definition {
  readonly name: string;
  readonly place: Place;
  readonly parameters: readonly string[];
  readonly body: Node;
}

export interface Program {
  readonly definitions: readonly Definition[];
  readonly formula: Node;
}
