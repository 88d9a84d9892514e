/** A bullet, a brace, or a goal selector with its colon: `all`, `par`, `!`, `[name]`, or numbers and ranges separated by commas. */
const LEADING = /(?:[-+*{}]|(?:all|par|!|\[ [A-Za-z_][\w']* \]|\d+(?: - \d+)?(?: , \d+(?: - \d+)?)*) :) /y;

/** A sentence from its first word on, without the bullets, braces and goal selectors before it, in any mixture. */
export function fromHead(tokens: readonly string[]): readonly string[] {
  const text = `${tokens.join(' ')} `;
  const leading = new RegExp(LEADING);
  let at = 0;
  for (let found = leading.exec(text); found !== null; found = leading.exec(text)) at += found[0].split(' ').length - 1;
  return tokens.slice(at);
}
