/** The size of text, by estimate: fonts differ between machines. */

/** The width of a letter in widths of a line; most fonts are narrower. */
const WIDEST = 0.62;

/** The width of the longest line of a text. Guarantee: an estimate, from above for common fonts. */
export function widthOf(text: string, letters: number): number {
  return Math.max(...text.split('\n').map((line) => [...line].length)) * WIDEST * letters;
}

/** The text in lines that are no wider, broken at spaces. A longer word stays whole. */
export function wrapped(text: string, letters: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && widthOf(longer, letters) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A text beside its place, and the height that it takes up. */
export interface Tall {
  readonly at: number;
  readonly height: number;
}

interface Group {
  members: number[];
  /** The sum of where the first of the group would be by the wish of each member. */
  wished: number;
  height: number;
}

/**
 * Where texts stand one above the other, so that none covers another and all are as near to their places as that allows, in the mean
 * of squares. The places are of their middles; the answers are in the order of the texts.
 *
 * @param from,to the ends between which the texts stand, if they have room there
 */
export function spread(texts: readonly Tall[], from: number, to: number): number[] {
  const order = texts.map((_, i) => i).sort((a, b) => at(texts, a) - at(texts, b) || a - b);
  const groups: Group[] = [];
  for (const index of order) {
    const { at: middle, height } = texts[index] as Tall;
    groups.push({ members: [index], wished: middle - height / 2, height });
    while (groups.length > 1 && overlap(groups.at(-2) as Group, groups.at(-1) as Group, from, to)) merge(groups);
  }
  const found = new Array<number>(texts.length);
  for (const group of groups) {
    let top = topOf(group, from, to);
    for (const member of group.members) {
      const { height } = texts[member] as Tall;
      found[member] = top + height / 2;
      top += height;
    }
  }
  return found;
}

const at = (texts: readonly Tall[], index: number): number => (texts[index] as Tall).at;

function topOf({ members, wished, height }: Group, from: number, to: number): number {
  return Math.max(from, Math.min(to - height, wished / members.length));
}

function overlap(above: Group, below: Group, from: number, to: number): boolean {
  return topOf(above, from, to) + above.height > topOf(below, from, to);
}

/** Joins the last two groups. */
function merge(groups: Group[]): void {
  const below = groups.pop() as Group;
  const above = groups.at(-1) as Group;
  above.wished += below.wished - below.members.length * above.height;
  above.members.push(...below.members);
  above.height += below.height;
}
