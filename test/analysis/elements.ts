/** An element of a page: its name, its attributes, and the text directly in it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parents: readonly Element[];
  text: string;
}

const TOKEN = /<!DOCTYPE html>|<\/([a-z0-9]+)>|<([a-z0-9]+)((?: [A-Za-z0-9-]+="[^"<>]*")*)(\/?)>|[^<]+|</gy;
const CHARACTERS = /&(amp|lt|gt|quot|#39);/g;
const MEANT: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/**
 * The elements of a page, in their order. It is stricter than HTML: all elements end, all attributes are quoted, and `<`, `>` and `&` are
 * always escaped.
 * @throws Error where the page is not well-formed.
 */
export function elementsOf(page: string): Element[] {
  const all: Element[] = [];
  const open: Element[] = [];
  let at = 0;
  for (const [token, end, name, attributes = '', isClosed] of page.matchAll(TOKEN)) {
    at += token.length;
    if (end !== undefined) {
      if (open.pop()?.name !== end) throw new Error(`</${end}> ends another element`);
    } else if (name !== undefined) {
      const element = { name, attributes: attributesOf(attributes), parents: [...open], text: '' };
      all.push(element);
      if (isClosed === '') open.push(element);
    } else if (!token.startsWith('<')) {
      const inner = open.at(-1);
      if (inner) inner.text += plain(token);
      else if (token.trim() !== '') throw new Error(`a text outside of elements: ${token}`);
    } else if (token === '<') throw new Error(`a bare < before ${page.slice(at, at + 40)}`);
  }
  if (at !== page.length) throw new Error(`not read from ${page.slice(at, at + 40)}`);
  if (open.length > 0) throw new Error(`<${open.at(-1)?.name}> does not end`);
  return all;
}

function attributesOf(text: string): Record<string, string> {
  const found = [...text.matchAll(/ ([A-Za-z0-9-]+)="([^"]*)"/g)].map(([, name, value]) => [
    name,
    plain(value as string),
  ]);
  if (new Set(found.map(([name]) => name)).size < found.length) throw new Error(`an attribute twice: ${text}`);
  return Object.fromEntries(found);
}

function plain(text: string): string {
  const rest = text.replace(CHARACTERS, '');
  if (/[&<>]/.test(rest)) throw new Error(`not escaped: ${text}`);
  return text.replace(CHARACTERS, (_, name: string) => MEANT[name] as string);
}

/** The points of a mark, in the units of its picture: corners, ends, and for a text roughly its box. */
export function pointsOf(element: Element): [number, number][] {
  const moves = [...element.parents, element].flatMap(({ attributes }) => {
    const move = /^translate\(([^,]+),([^)]+)\)$/.exec(attributes.transform ?? '');
    return move ? [move.slice(1).map(Number) as [number, number]] : [];
  });
  const [dx, dy] = moves.reduce(([x, y], [right, down]) => [x + right, y + down], [0, 0]);
  return ownPoints(element).map(([x, y]) => [x + dx, y + dy]);
}

/** The width of a letter and the height of a line, in the units of a picture. */
const [LETTER, HIGH] = [9, 17];

function ownPoints(element: Element): [number, number][] {
  const { name, attributes, text } = element;
  const number = (key: string): number => Number(attributes[key] ?? 0);
  switch (name) {
    case 'line':
      return [
        [number('x1'), number('y1')],
        [number('x2'), number('y2')],
      ];
    case 'path':
      return [...(attributes.d as string).matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
    case 'rect':
      return [
        [number('x'), number('y')],
        [number('x') + number('width'), number('y') + number('height')],
      ];
    case 'text': {
      const width = text.length * LETTER;
      const anchor = [...element.parents, element].findLast((one) => 'text-anchor' in one.attributes);
      const left = { start: 0, middle: width / 2, end: width }[anchor?.attributes['text-anchor'] as 'start'];
      const base = Number.parseFloat(attributes.y ?? '0') * (attributes.y?.endsWith('em') ? HIGH : 1);
      const start = Number.parseFloat(attributes.x ?? '0');
      return [
        [start - left, base - 0.75 * HIGH],
        [start + width - left, base + 0.25 * HIGH],
      ];
    }
    default:
      return [];
  }
}

/** The marks of pictures with this class, in their order. */
export function marksOf(elements: readonly Element[], meaning: string): Element[] {
  return elements.filter(
    ({ name, parents }) => name !== 'title' && (parents.at(-1)?.attributes.class ?? '').split(' ').includes(meaning),
  );
}

/** The marks of pictures that are not inside of their picture, or are nowhere; none where all is well. */
export function misplaced(elements: readonly Element[]): Element[] {
  return elements.filter((element) => {
    const picture = element.parents.find(({ name }) => name === 'svg');
    if (!picture) return false;
    const [left, top, width, height] = (picture.attributes.viewBox ?? '').split(' ').map(Number);
    return pointsOf(element).some(
      ([x, y]) => !(x >= (left as number) && x <= (width as number) && y >= (top as number) && y <= (height as number)),
    );
  });
}
