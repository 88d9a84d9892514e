import type { Ties } from '../policy/finite-policy.ts';
import { SELECTIONS, type Selection } from '../selection/families.ts';

/** The ways to give a policy: each is a text. */
export const KINDS = ['weights', 'probabilities', 'rewards', 'counts', 'policy'] as const;
export type Kind = (typeof KINDS)[number];

const TIES: readonly Ties[] = ['level', 'order', 'error'];

/** What the explorer shows, as its address has it. Every field is as it was typed, also where it is wrong. */
export interface State {
  readonly kind: Kind;
  readonly text: string;
  readonly n: string;
  readonly selection: Selection;
  readonly ties: Ties;
  /** Significant digits that are shown. */
  readonly digits: number;
  readonly conjecture: string;
  /** The limits of the conjecture, as after `--for`. */
  readonly limits: string;
}

export const START: State = {
  kind: 'weights',
  text: '1,2,3',
  n: '4',
  selection: 'best-of-n',
  ties: 'level',
  digits: 10,
  conjecture: '',
  limits: '',
};

export const MOST_DIGITS = 200;

/** The state as the part of an address behind #. Fields as at the start are left out, but for the policy and n. */
export function toHash(state: State): string {
  const { kind, text, n, selection, ties, digits, conjecture, limits } = state;
  const fields = new URLSearchParams({ [kind]: text, n });
  if (selection !== START.selection) fields.set('selection', selection);
  if (ties !== START.ties) fields.set('ties', ties);
  if (digits !== START.digits) fields.set('digits', String(digits));
  if (conjecture !== '') fields.set('conjecture', conjecture);
  if (limits !== '') fields.set('for', limits);
  // Commas, colons and slashes may stand behind # as they are, and people read addresses.
  return fields.toString().replace(/%2C/g, ',').replace(/%2F/g, '/').replace(/%3A/g, ':');
}

/** The state of an address. What it does not give, or gives wrongly where there is a list to choose from, is as at the start. */
export function fromHash(hash: string): State {
  const fields = new URLSearchParams(hash.replace(/^#/, ''));
  const kind = KINDS.find((one) => fields.has(one)) ?? START.kind;
  const digits = Number(fields.get('digits') ?? START.digits);
  return {
    kind,
    text: fields.get(kind) ?? START.text,
    n: fields.get('n') ?? START.n,
    selection: SELECTIONS.find((one) => one === fields.get('selection')) ?? START.selection,
    ties: TIES.find((one) => one === fields.get('ties')) ?? START.ties,
    digits: Number.isInteger(digits) && digits >= 1 && digits <= MOST_DIGITS ? digits : START.digits,
    conjecture: fields.get('conjecture') ?? '',
    limits: fields.get('for') ?? '',
  };
}
