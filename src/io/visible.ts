/** Characters that control a terminal, the direction of a text or its lines instead of being visible; all but the line feed. */
const ACTING = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** A text that cannot control a terminal. Control characters become escapes such as `\u001b`, which mean the same in JSON. */
export function visible(text: string): string {
  return text.replace(ACTING, (character) =>
    Array.from({ length: character.length }, (_, i) => `\\u${unit(character, i)}`).join(''),
  );
}

function unit(text: string, index: number): string {
  return text.charCodeAt(index).toString(16).padStart(4, '0');
}

/** The same on one line, for foreign text within our own. */
export function oneLine(text: string): string {
  return visible(text).replaceAll('\n', '\\n');
}
