/** Opens pages in a Chromium that is installed, for tests of what a reader sees. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, describe } from 'vitest';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** The browser that BONAFIDE_CHROMIUM names or, otherwise, the first on the PATH; null where there is none. */
export function executable(): string | null {
  const named = process.env.BONAFIDE_CHROMIUM;
  if (named) return named;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isExecutable) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A browser, which the caller closes; null where none is installed. */
export async function openBrowser(): Promise<Browser | null> {
  const executablePath = executable();
  return executablePath === null ? null : chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

/** How a reader sees a page. Lengths are in CSS pixels. */
export interface View {
  readonly colorScheme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  readonly javaScript?: boolean;
  /** Pixels for a CSS pixel. */
  readonly scale?: number;
}

/** Opens the page at an address. What it keeps of the browser ends with the page. */
export type Open = (address: string, view?: View) => Promise<Page>;

/** Describes what is seen in a browser. Where none is installed, the tests are skipped, and their name says so. */
export function describeInBrowser(name: string, tests: (open: Open) => void): void {
  if (executable() === null) {
    describe.skip(`${name} (no Chromium on the PATH; BONAFIDE_CHROMIUM names one)`, () => tests(neverOpened));
    return;
  }
  describe(name, () => {
    let browser: Promise<Browser | null> | null = null;
    afterAll(async () => (await browser)?.close());
    tests(async (address, view = {}) => {
      browser ??= openBrowser();
      const opened = await browser;
      return opened ? pageIn(opened, address, view) : neverOpened();
    });
  });
}

function neverOpened(): never {
  throw new Error('there is no browser');
}

async function pageIn(browser: Browser, address: string, view: View): Promise<Page> {
  const { colorScheme = 'light', width = 1000, height = 800, javaScript = true, scale = 1 } = view;
  const page = await browser.newPage({
    colorScheme,
    viewport: { width, height },
    javaScriptEnabled: javaScript,
    deviceScaleFactor: scale,
  });
  await page.goto(address);
  return page;
}

/** What axe finds wrong with a page, a line for each element; empty where all is well. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const found = await (globalThis as unknown as { axe: typeof axe }).axe.run();
    return found.violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
  });
}
