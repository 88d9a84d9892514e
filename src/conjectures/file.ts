import type { Expectation } from '../claims/claim.ts';
import { expectationSchema } from '../claims/claim-schema.ts';
import { InputError } from '../policy/errors.ts';
import { SELECTIONS, type Selection } from '../selection/families.ts';
import type { Places } from './conjecture.ts';
import { isJoined, NOT_JOINED } from './syntax/lines.ts';
import type { Typed } from './typed.ts';

/** A claim of a file, with what its author expects and where it stands. */
export interface Listed {
  readonly typed: Typed;
  readonly expected: Expectation;
  readonly line: number;
  readonly places: Places;
}

const HEAD = /^([a-z][a-z0-9-]*)\s*:\s*(.*)$/;
const DIRECTIVE = /^(for|expect|selection)\s+(.*)$/;

interface Draft {
  readonly id: string;
  readonly line: number;
  text: string;
  for: string | null;
  forLine: number;
  expected: Expectation;
  selection: Selection;
}

/**
 * The claims of a text: lines `id: formula`, with indented lines that continue the formula or begin with for, expect or selection. Lines
 * `let …` are names for all claims below them. @throws InputError naming file and line.
 */
export function claimsIn(content: string, file: string): readonly Listed[] {
  const drafts: Draft[] = [];
  const definitions: string[] = [];
  const refuse = (line: number, message: string): InputError => new InputError(`${file}:${line}: ${message}`);
  for (const [index, raw] of content.split(/\r?\n/).entries()) {
    const line = index + 1;
    const text = raw.replace(/(^|\s)#.*$/, '').trimEnd();
    if (text.trim() === '') continue;
    const current = drafts.at(-1);
    if (/^\s/.test(text)) {
      if (!current) throw refuse(line, 'an indented line belongs to a claim, and there is none above it');
      continued(current, text.trim(), line, refuse);
      continue;
    }
    if (/^let\s/.test(text)) {
      definitions.push(`${text.replace(/;\s*$/, '')};`);
      continue;
    }
    const [, id, formula] = HEAD.exec(text) ?? [];
    if (id === undefined || formula === undefined)
      throw refuse(line, 'a claim is a line such as my-claim: KL <= H, and lines that belong to it are indented');
    const before = drafts.find((draft) => draft.id === id);
    if (before) throw refuse(line, `there is a claim ${id} already, on line ${before.line}`);
    const start = [...definitions, formula].join(' ').trim();
    drafts.push({ id, line, text: start, for: null, forLine: line, expected: 'holds', selection: 'best-of-n' });
  }
  if (drafts.length === 0) throw new InputError(`${file}: there is no claim in it`);
  return drafts.map(({ id, line, text, for: given, forLine, expected, selection }) => ({
    typed: { id, text, for: given, selection },
    expected,
    line,
    places: { text: `${file}:${line}`, for: `${file}:${forLine}` },
  }));
}

function continued(
  draft: Draft,
  text: string,
  line: number,
  refuse: (line: number, message: string) => InputError,
): void {
  const [, word, rest = ''] = /^for\s+all\b/.test(text) ? [] : (DIRECTIVE.exec(text) ?? []);
  if (word === undefined) {
    if (!isJoined(draft.text, text)) throw refuse(line, NOT_JOINED);
    draft.text += ` ${text}`;
    return;
  }
  if (word === 'for') {
    if (draft.for !== null) throw refuse(line, `${draft.id} has two lines that begin with for`);
    draft.for = rest;
    draft.forLine = line;
  } else if (word === 'expect') {
    const found = expectationSchema.options.find((option) => option === rest);
    if (!found)
      throw refuse(line, `expect must be ${expectationSchema.options.join(', ')}, not ${JSON.stringify(rest)}`);
    draft.expected = found;
  } else {
    const found = SELECTIONS.find((name) => name === rest);
    if (!found) throw refuse(line, `selection must be ${SELECTIONS.join(', ')}, not ${JSON.stringify(rest)}`);
    draft.selection = found;
  }
}
