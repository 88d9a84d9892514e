import { RangeExceededError } from '../arithmetic/errors.ts';
import { checkForm } from '../claims/check-form.ts';
import type { Claim } from '../claims/claim.ts';
import { type Expression, partsOf, type Statement } from '../claims/expression/expression.ts';
import type { Relation } from '../claims/relation.ts';
import { AGREE, HAS_NO_VALUE, NO_SUCH_INDEX, PREMISE_FAILS, TOO_LARGE } from '../claims/silent.ts';
import { FinitePolicy } from '../policy/finite-policy.ts';
import { BestOfN } from '../quantities/best-of-n.ts';
import { Evaluation } from '../quantities/evaluation.ts';
import { weightsOnAtoms } from '../quantities/other-policy.ts';
import type { Selection } from '../selection/families.ts';
import { NoValue } from './comparison.ts';
import { limitsOf } from './domain.ts';
import { type Comparison, comparisonsOf, type Formula } from './formula.ts';
import { isOfOther } from './meaning/quantities.ts';
import { meaningOf } from './meaning/resolve.ts';
import { pointing } from './syntax/errors.ts';
import { parse } from './syntax/parse.ts';
import { decideFormula } from './truth.ts';
import { TYPED, type Typed } from './typed.ts';

/** A conjecture with its meaning. */
export interface Conjecture {
  readonly typed: Typed;
  readonly formula: Formula;
  readonly claim: Claim;
}

/** Where the texts of a conjecture stand in a file, for messages. */
export interface Places {
  readonly text: string;
  readonly for: string;
}

/**
 * The claim that a text makes. @throws InputError with a caret below the place where the text is no formula or means nothing.
 *
 * Guarantee: it is decided as it was written, by certified comparisons; nothing is simplified, and nothing of it is run as code.
 */
export function conjectureOf(typed: Typed, places: Places | null = null): Conjecture {
  const { selection } = typed;
  const formula = read(typed.text, selection, places?.text ?? null);
  const given = typed.for === null ? null : read(typed.for, selection, places?.for ?? '--for');
  const hasOther = [formula, given].some((one) => one && mentionsOther(one));
  const { domain, premise } = limitsOf(given, selection, hasOther);
  const whole: Formula = premise ? { kind: 'implies', premise, conclusion: formula } : formula;
  const statement = whole.kind === 'comparison' ? asStatement(whole) : null;
  const claim: Claim = {
    id: typed.id,
    title: typed.text,
    statement: statementOf(typed),
    source: TYPED,
    hypotheses: typed.for ?? 'none',
    expected: 'open',
    domain,
    shares: {},
    ...(statement && { states: [statement] }),
    relations: (q) => relationsOn(whole, q),
  };
  checkForm(claim);
  return { typed, formula, claim: Object.freeze(claim) };
}

function read(text: string, selection: Selection, place: string | null): Formula {
  return pointing(text, () => meaningOf(text, parse(text), { selection }), place);
}

/** The text with its limits, on one line. */
export function statementOf({ text, for: given, selection }: Typed): string {
  const of = selection === 'best-of-n' ? '' : ` for ${selection}`;
  return `${oneLine(text)}${given === null ? '' : `, for ${oneLine(given)}`}${of}`;
}

/** A text with each run of spaces and line breaks as one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A comparison as data; null for those that statements do not have. */
function asStatement({ left, is, right }: Comparison): Statement | null {
  if (is === '<=') return { left, is: '≤', right };
  if (is === '>=') return { left: right, is: '≤', right: left };
  return is === '=' ? { left, is, right } : null;
}

/** The relations that show whether a formula is true on an instance. */
function relationsOn(formula: Formula, q: Evaluation): readonly Relation[] {
  try {
    const { truth, relations, isVacuous, agrees } = decideFormula(formula, onLevels(q));
    if (agrees) return [AGREE];
    if (relations.length > 0 && !isVacuous) return relations;
    return truth === 'false' ? [NO_SUCH_INDEX] : [PREMISE_FAILS];
  } catch (error) {
    if (error instanceof NoValue) return [HAS_NO_VALUE];
    if (error instanceof RangeExceededError) return [TOO_LARGE];
    throw error;
  }
}

/** The same where every atom is one response: in the language, responses that tie are one atom. */
function onLevels(q: Evaluation): Evaluation {
  const { atoms } = q.levels;
  if (atoms.length === q.policy.weights.length && q.levels === q.policy) return q;
  const policy = FinitePolicy.fromRanked(
    atoms,
    atoms.map((_, level) => level),
  );
  const auxiliary = q.auxiliary.length === 0 ? [] : weightsOnAtoms(q.levels, q.auxiliary);
  return q instanceof BestOfN ? new BestOfN(policy, q.draws, auxiliary) : new Evaluation(policy, q.rule, auxiliary);
}

/** Whether a formula mentions the second policy. */
export function mentionsOther(formula: Formula): boolean {
  return comparisonsOf(formula).some(({ left, right }) => [left, right].some(ofOther));
}

function ofOther(of: Expression): boolean {
  return isOfOther(of) || partsOf(of).some(ofOther);
}

/** An id that a text suggests, such as kl-le-h. */
export function idOf(text: string): string {
  const words = oneLine(text)
    .replace(/./gu, (c) => WORDS[c] ?? c)
    .replace(/<=/g, ' le ')
    .replace(/>=/g, ' ge ')
    .replace(/!=/g, ' ne ')
    .replace(/=>/g, ' then ')
    .replace(/</g, ' lt ')
    .replace(/>/g, ' gt ')
    .replace(/=/g, ' eq ');
  const plain = words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
  return plain.length > 0 && plain.length <= LONGEST_ID
    ? plain
    : `${plain.slice(0, LONGEST_ID - 9)}-${hashOf(text)}`.replace(/^-/, 'c-');
}

const LONGEST_ID = 48;

const WORDS: Readonly<Record<string, string>> = {
  ...{
    '≤': '<=',
    '≥': '>=',
    '≠': '!=',
    '⇒': '=>',
    π: 'pi',
    '+': ' plus ',
    '-': ' minus ',
    '−': ' minus ',
    '/': ' over ',
  },
  ...{ '*': ' times ', '·': ' times ', '^': ' to ', '‖': ' ' },
};

/** FNV-1a over UTF-16, for names only. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}
