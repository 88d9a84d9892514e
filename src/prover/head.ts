/** A goal selector before its colon: `all`, `par`, `!`, `[name]`, or numbers and ranges of them with commas between. */
const SELECTOR = /^(?:all|par|!|\[ [A-Za-z_][\w']* \]|\d+(?: - \d+)?(?: , \d+(?: - \d+)?)*) : /;
const BULLET = /^[-+*{}] /;

/** A sentence from its first word on: bullets, braces and goal selectors may stand before it, in any mixture. */
export function fromHead(tokens: readonly string[]): readonly string[] {
  let at = 0;
  for (;;) {
    const rest = `${tokens.slice(at).join(' ')} `;
    const leading = SELECTOR.exec(rest) ?? BULLET.exec(rest);
    if (leading === null) return tokens.slice(at);
    at += leading[0].split(' ').length - 1;
  }
}
