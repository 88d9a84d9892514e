import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** The path of a Chromium on this machine; null where there is none. `BONAFIDE_CHROMIUM` names another. */
export async function chromiumPath(): Promise<string | null> {
  const { BONAFIDE_CHROMIUM: named, PATH = '' } = process.env;
  const folders = PATH.split(delimiter);
  const candidates = named ? [named] : NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  for (const path of candidates) {
    const isThere = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  return null;
}

/** Why tests in a browser are skipped; null where they run. */
export const NO_BROWSER = (await chromiumPath()) ? null : 'there is no Chromium on the PATH, nor in BONAFIDE_CHROMIUM';

/** A headless Chromium. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await chromiumPath();
  if (executablePath === null) throw new Error(`${NO_BROWSER}`);
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

/** A page that is opened in a browser. */
export interface Opened {
  readonly page: Page;
  /** What went wrong on it, such as errors of its program. */
  readonly faults: readonly string[];
  /** The addresses that it asked for, besides its own. */
  readonly requests: readonly string[];
}

/** Opens an address on a screen of its own. */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const faults: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  const [own] = address.split('#');
  page.on('request', (request) => {
    const [url = ''] = request.url().split('#');
    if (url !== own && !url.startsWith('blob:')) requests.push(url);
  });
  await page.goto(address);
  return { page, faults, requests };
}

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** What axe finds wrong on a page, one line a kind. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations: found } = (await page.evaluate('axe.run()')) as AxeResults;
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
