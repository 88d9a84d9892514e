import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserFile, NO_BROWSER, openBrowser } from '../browser/browser.ts';
import { FILES } from './files.ts';

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The box of a text is higher than its letters. */
const SPARE = 3;

const textOf = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** Run in the browser: the boxes of all texts of the picture, and that of the picture. */
function boxes(): { whole: Box; texts: Box[] } {
  interface Drawn {
    readonly textContent: string | null;
    getBoundingClientRect(): Omit<Box, 'text'>;
  }
  const page = (globalThis as unknown as { document: { querySelectorAll(name: string): Iterable<Drawn> } }).document;
  const boxOf = (drawn: Drawn): Box => {
    const { left, right, top, bottom } = drawn.getBoundingClientRect();
    return { text: drawn.textContent ?? '', left, right, top, bottom };
  };
  const [whole] = [...page.querySelectorAll('svg')].map(boxOf);
  return { whole: { ...(whole as Box), text: '' }, texts: [...page.querySelectorAll('svg text')].map(boxOf) };
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.right - SPARE &&
    other.left < one.right - SPARE &&
    one.top + SPARE < other.bottom - SPARE &&
    other.top + SPARE < one.bottom - SPARE
  );
}

function overlapping(texts: readonly Box[]): string[] {
  return texts.flatMap((one, i) =>
    texts.slice(i + 1).flatMap((other) => (overlap(one, other) ? [`"${one.text}" and "${other.text}"`] : [])),
  );
}

function outside(texts: readonly Box[], whole: Box): string[] {
  return texts
    .filter(
      ({ left, right, top, bottom }) =>
        left < whole.left || right > whole.right || top < whole.top || bottom > whole.bottom,
    )
    .map(({ text }) => text);
}

describe.skipIf(browserFile() === null)(`in a browser (skipped where there is ${NO_BROWSER})`, () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = (await openBrowser()) as Browser;
    page = await browser.newPage();
  });
  afterAll(() => browser?.close());

  it.each(FILES)('no text of %s covers another one or is cut off', async (path) => {
    await page.setContent(`<body style="margin: 0">${textOf(path)}</body>`);
    const { texts, whole } = await page.evaluate(boxes);
    expect(texts.length).toBeGreaterThan(10);
    expect(overlapping(texts)).toEqual([]);
    expect(outside(texts, whole)).toEqual([]);
  });

  it.each(FILES)('%s is light or dark as the reader prefers, as an image, too', async (path) => {
    const corners = await Promise.all(
      (['light', 'dark'] as const).map(async (colorScheme) => {
        const shown = await browser.newPage({ colorScheme, viewport: { width: 360, height: 300 } });
        const data = Buffer.from(textOf(path)).toString('base64');
        await shown.setContent(
          `<body style="margin: 0"><img width="360" src="data:image/svg+xml;base64,${data}"></body>`,
        );
        const picture = await shown.screenshot({ clip: { x: 0, y: 0, width: 2, height: 2 } });
        await shown.close();
        return picture.toString('base64');
      }),
    );
    expect(new Set(corners).size).toBe(2);
  });
});
