import type { Page } from 'playwright-core';

/** The box of a text on a page, in pixels. */
export interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A picture on a page: its box and those of its texts. */
export interface Measured {
  readonly whole: Box;
  readonly texts: readonly Box[];
}

interface Drawn {
  readonly textContent: string | null;
  getBoundingClientRect(): Omit<Box, 'text'>;
  querySelectorAll(names: string): Iterable<Drawn>;
}

/** The pictures of a page, measured where they are shown. */
export function measured(page: Page): Promise<Measured[]> {
  return page.evaluate(() => {
    const { document } = globalThis as unknown as { readonly document: Drawn };
    const boxOf = (drawn: Drawn): Box => {
      const { left, right, top, bottom } = drawn.getBoundingClientRect();
      return { text: drawn.textContent ?? '', left, right, top, bottom };
    };
    return [...document.querySelectorAll('svg[role=img]')].map((svg) => ({
      whole: { ...boxOf(svg), text: '' },
      texts: [...svg.querySelectorAll('text')].map(boxOf),
    }));
  });
}

/** The box of a text is higher than its letters, by this share of a line at both ends. */
const SPARE = 0.15;

function overlap(one: Box, other: Box): boolean {
  const spare = SPARE * (one.bottom - one.top);
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top + spare < other.bottom - spare &&
    other.top + spare < one.bottom - spare
  );
}

/** Pairs of texts of which one covers the other. */
export function overlapping({ texts }: Measured): string[] {
  return texts.flatMap((one, i) =>
    texts.slice(i + 1).flatMap((other) => (overlap(one, other) ? [`"${one.text}" and "${other.text}"`] : [])),
  );
}

/** Texts that are not within their picture. */
export function outside({ whole, texts }: Measured): string[] {
  return texts
    .filter(
      ({ left, right, top, bottom }) =>
        left < whole.left || right > whole.right || top < whole.top || bottom > whole.bottom,
    )
    .map(({ text }) => text);
}
