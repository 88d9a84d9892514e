/** Texts in which parts are replaced by spaces. All other characters keep their places, so that messages point into the file. */

/** The same text with every match replaced by spaces. Line breaks stay. */
export function blankMatches(text: string, pattern: RegExp): string {
  return text.replace(pattern, spaces);
}

/** The same text with the part from one offset to another replaced by spaces. */
export function blankPart(text: string, start: number, end: number): string {
  return text.slice(0, start) + spaces(text.slice(start, end)) + text.slice(end);
}

function spaces(part: string): string {
  return part.replace(/[^\r\n]/g, ' ');
}

/** The offset behind the brace that closes the one at `open`; null where none does. */
export function endOfBraces(text: string, open: number): number | null {
  for (let at = open, depth = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '{') depth += 1;
    else if (text[at] === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return null;
}
