/** Claims written by somebody who wants a wrong answer, or by somebody who slips. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../evidence/folder.ts';

const api = new URL('../../src/index.ts', import.meta.url).href;

/** What the harness must answer: its exit code, and what it says. */
export interface Hostile {
  readonly name: string;
  /** Code at the top of the module, run when it is loaded. */
  readonly top?: string;
  /** Fields of the claim that replace or join the usual ones. */
  readonly fields: string;
  readonly code: 0 | 1 | 2 | 3;
  readonly says: RegExp;
  /** Needs a process of its own, which it ends. */
  readonly alone?: true;
  /** What it does ends only by a limit. */
  readonly endless?: true;
}

/** The module, in strict mode, of a claim whose other fields are as they should be. */
export async function moduleOf({ top = '', fields }: Pick<Hostile, 'top' | 'fields'>): Promise<string> {
  const file = join(await temporaryFolder(), 'hostile.mts');
  await writeFile(
    file,
    `import { atMost, difference, equal, multiple, Rational, rationalReal, sum } from '${api}';
const number = (value) => rationalReal(typeof value === 'string' ? Rational.parse(value) : Rational.of(value));
const isTrue = [atMost('0', number(0), '1', number(1))];
const isFalse = [atMost('1', number(1), '0', number(0))];
const totalOf = ({ policy }) => Number(policy.total);
let calls = 0;
${top}
export const claim = {
  id: 'hostile', title: 'Hostile', statement: 'hostile', source: 'a test', hypotheses: 'none',
  expected: 'holds', domain: { atoms: 1, draws: 1 }, shares: {}, relations: () => isTrue,
  ${fields}
};
`,
  );
  return file;
}
