import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { GROUND } from '../../src/pictures/theme.ts';
import { type Measured, measured, outside, overlapping } from '../pictures/boxes.ts';
import { FILES } from '../pictures/files.ts';
import { describeInBrowser } from './browser.ts';

const ROOT = new URL('../../', import.meta.url);
const textOf = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');

/** A program for the browser, which draws a picture in its document. */
const IN_BROWSER = `import { draw } from './src/pictures/picture.ts';
import { uniformPicture } from './scripts/figures/pictures/uniform.ts';
globalThis.drawn = (figure) => draw(document, uniformPicture(figure)).file();`;

/** The colour of the corner of the image on the page. */
const CORNER = `(async () => {
  const image = document.querySelector('img');
  await image.decode();
  const context = document.createElement('canvas').getContext('2d');
  context.drawImage(image, 0, 0);
  const parts = [...context.getImageData(2, 2, 1, 1).data].slice(0, 3);
  return '#' + parts.map((part) => part.toString(16).padStart(2, '0')).join('');
})()`;

describeInBrowser('a picture in a browser', (open) => {
  let page: Page;
  beforeAll(async () => {
    page = await open('about:blank');
  });

  it.each(FILES)('has no text that covers another one or is cut off: %s', async (path) => {
    await page.setContent(`<body style="margin: 0">${textOf(path)}</body>`);
    const [picture] = (await measured(page)) as [Measured];
    expect(picture.texts.length).toBeGreaterThan(10);
    expect([overlapping(picture), outside(picture)]).toEqual([[], []]);
  });

  it.each(FILES)('is light or dark as the reader prefers, as an image, too: %s', async (path) => {
    const data = Buffer.from(textOf(path)).toString('base64');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setContent(`<img alt="" width="360" src="data:image/svg+xml;base64,${data}">`);
      expect(await page.evaluate(CORNER), colorScheme).toBe(GROUND[colorScheme]);
    }
  });

  it('is drawn there as it is drawn here, byte for byte', async () => {
    const { outputFiles } = await build({
      stdin: { contents: IN_BROWSER, resolveDir: fileURLToPath(ROOT), loader: 'ts' },
      bundle: true,
      write: false,
      format: 'iife',
    });
    // A screen of two pixels for each unit: on others, Plot moves lines by half a unit.
    const sharp = await open('about:blank', { scale: 2 });
    await sharp.addScriptTag({ content: outputFiles[0]?.text ?? '' });
    const text = await sharp.evaluate(`drawn(${textOf('reports/figures/uniform.json')})`);
    await sharp.close();
    expect(text).toBe(textOf('docs/uniform.svg'));
  });
});
