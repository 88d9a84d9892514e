/** Writes test/snapshots/: what readers see of the pages, to be looked at. Needs a Chromium; the pixels depend on it and on the fonts. */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openBrowser, type View } from '../test/browser/browser.ts';

const at = (path: string): URL => new URL(`../${path}`, import.meta.url);

const PAGES = {
  explorer: 'reports/explorer.html#weights=1,2,3&n=4',
  report: 'reports/index.html',
} as const;

const VIEWS = {
  light: { colorScheme: 'light', width: 1100, height: 1500 },
  dark: { colorScheme: 'dark', width: 1100, height: 1500 },
  phone: { colorScheme: 'light', width: 390, height: 1500 },
} as const satisfies Readonly<Record<string, View>>;

await import('./explorer.ts');
const browser = await openBrowser();
if (browser === null) throw new Error('there is no Chromium on the PATH; BONAFIDE_CHROMIUM names one');
await mkdir(at('test/snapshots/'), { recursive: true });
for (const [page, address] of Object.entries(PAGES)) {
  for (const [view, { colorScheme, width, height }] of Object.entries(VIEWS)) {
    const opened = await browser.newPage({ colorScheme, viewport: { width, height } });
    await opened.goto(at(address).href);
    if (page === 'explorer') await opened.getByText('claims of the catalogue speak of this policy').waitFor();
    await opened.screenshot({ path: fileURLToPath(at(`test/snapshots/${page}-${view}.png`)) });
    await opened.close();
  }
}
await browser.close();
