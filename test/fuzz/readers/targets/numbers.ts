import { Rational } from '../../../../src/arithmetic/rational.ts';
import { nearest, parseDraws } from '../../../../src/policy/draws.ts';
import { readNumber } from '../../../../src/policy/number.ts';
import { parseNumbers } from '../../../../src/policy/parse.ts';
import { attempted, FILE, same, textOf } from '../target.ts';

const MOST = 10_000;

/** Numbers as users write them: what is printed is read as the same, and decimals are as near as the language's own reader comes. */
export function fuzz(bytes: Uint8Array): void {
  const text = textOf(bytes);
  const number = attempted(() => readNumber(text, FILE));
  if (number) {
    const printed = String(number);
    // 1e10000 is read, and has a digit more than may be written.
    if (printed.length <= MOST)
      same('another number after it was printed', Rational.parse(printed).equals(number), true);
    if (!text.includes('/')) same('another double', nearest(number) + 0, Number(text) + 0);
  }
  const listed = attempted(() => parseNumbers(text), /^the \d+(?:st|nd|rd|th) entry: /);
  if (listed?.every((one) => String(one).length <= MOST))
    same('other numbers after they were printed', parseNumbers(listed.join()).map(String), listed.map(String));
  const draws = attempted(() => parseDraws(text), /^n must be /);
  if (draws !== null) same('another number of draws', parseDraws(String(draws)), draws);
}
