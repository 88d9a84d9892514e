import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { explorerPage } from '../../scripts/explorer/build.ts';
import { type ComputeOptions, computed } from '../../src/cli/computed.ts';
import { describeInBrowser, type View, violations } from './browser.ts';

const folder = await mkdtemp(join(tmpdir(), 'explorer-'));
afterAll(() => rm(folder, { recursive: true }));
const file = join(folder, 'explorer.html');
await writeFile(file, await explorerPage());
const address = pathToFileURL(file).href;

/** What went wrong on a page, and the addresses that it asked for besides its own. */
interface Seen {
  readonly page: Page;
  readonly faults: readonly string[];
  readonly requests: readonly string[];
}

/** Waits until the numbers are certified and the claims decided. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => /speak of this policy/.test(document.body.innerText));
}

const textOf = async (page: Page, id: string): Promise<string> => (await page.textContent(`#${id}`)) ?? '';

const rowsOf = (page: Page, id: string): Promise<string[][]> =>
  page.$$eval(`#${id} tbody tr`, (rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));

describeInBrowser('the explorer in a browser', (openPage) => {
  const open = async (hash: string, view: View = {}): Promise<Seen> => {
    const page = await openPage('about:blank', view);
    const faults: string[] = [];
    const requests: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(`${address}#${hash}`);
    return { page, faults, requests: requests.filter((url) => !url.startsWith(address) && !url.startsWith('blob:')) };
  };

  it.each<[string, Partial<ComputeOptions>]>([
    ['weights=1,2,3&n=4', { weights: '1,2,3', n: '4' }],
    ['probabilities=0.2,1/5,3/5&n=1000', { probabilities: '0.2,1/5,3/5', n: '1000' }],
    ['weights=1,999999999999&n=7&ties=order', { weights: '1,999999999999', n: '7', ties: 'order' }],
  ])('shows the numbers of compute for %s', async (hash, options) => {
    const { page, faults, requests } = await open(hash);
    await settled(page);
    const text = await computed({ ties: 'level', ...options, digits: 10 });
    const [sentence, , ...table] = text.split('\n');
    expect(await textOf(page, 'sentence')).toBe(sentence);
    const words = (line: string): string => line.replace(/\s+/g, ' ').trim();
    const rows = await rowsOf(page, 'numbers');
    expect(rows.map((row) => words(row.join(' ')))).toEqual(table.slice(1).map(words));
    expect(faults).toEqual([]);
    expect(requests).toEqual([]);
    await page.close();
  });

  it.each([
    ['weights=1,x&n=4', { weights: '1,x', n: '4' }],
    ['weights=1,-2&n=4', { weights: '1,-2', n: '4' }],
    ['weights=1,2&n=0', { weights: '1,2', n: '0' }],
    ['probabilities=0.5,0.6&n=2', { probabilities: '0.5,0.6', n: '2' }],
  ])('says the sentence of compute for %s, and no number', async (hash, options) => {
    const { page, faults } = await open(hash);
    await page.waitForFunction(() => document.getElementById('problem')?.textContent !== '');
    const sentence = await computed({ ties: 'level', ...options }).catch((error: Error) => error.message);
    expect(await textOf(page, 'problem')).toBe(sentence);
    expect(await rowsOf(page, 'numbers')).toEqual([]);
    expect(await textOf(page, 'sentence')).toBe('');
    expect(faults).toEqual([]);
    await page.close();
  });

  it('goes on from a wrong text to a right one, and keeps the state in its address', async () => {
    const { page } = await open('weights=1,x&n=4');
    await page.fill('#text', '1,2,3');
    await page.fill('#n', '8');
    await settled(page);
    await page.waitForFunction(() => location.hash === '#weights=1,2,3&n=8');
    const sentence = await textOf(page, 'sentence');
    await page.reload();
    await settled(page);
    expect(await textOf(page, 'sentence')).toBe(sentence);
    await page.close();
  });

  it('moves a boundary with the pointer, and an outcome with a slider from the keyboard', async () => {
    const { page } = await open('weights=1,1&n=4');
    await settled(page);
    await page.locator('#density svg').scrollIntoViewIfNeeded();
    const box = await page.locator('#density svg').boundingBox();
    if (!box) throw new Error('no picture');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2, { steps: 5 });
    await page.mouse.up();
    await page.waitForFunction(() => !location.hash.startsWith('#weights=1,1&'));
    const [lower = 0, upper = 0] = (await page.inputValue('#text')).split(',').map(Number);
    expect(lower).toBeGreaterThan(2 * upper);
    await page.focus('#mass');
    const before = await page.inputValue('#text');
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction(
      (text) => (document.getElementById('text') as HTMLTextAreaElement).value !== text,
      before,
    );
    await page.close();
  });

  it('moves a boundary where the pointer is after the window has grown, and nothing where no boundary is near', async () => {
    const { page } = await open('weights=1,1&n=4');
    await settled(page);
    await page.setViewportSize({ width: 1280, height: 900 });
    // The picture is drawn anew for its new width. Beyond that width, the page only moves.
    const isDrawn = (): boolean => {
      const place = document.getElementById('density');
      return place?.firstElementChild?.getAttribute('width') === String(place?.clientWidth);
    };
    await page.waitForFunction(isDrawn);
    await page.setViewportSize({ width: 1700, height: 900 });
    await page.waitForFunction(isDrawn);
    await page.locator('#density svg').scrollIntoViewIfNeeded();
    const box = await page.locator('#density svg').boundingBox();
    if (!box) throw new Error('no picture');
    const drag = async (from: number, to: number): Promise<void> => {
      await page.mouse.move(box.x + box.width * from, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * to, box.y + box.height / 2, { steps: 3 });
      await page.mouse.up();
    };
    await drag(0.8, 0.9);
    expect(await page.inputValue('#text')).toBe('1,1');
    // The axis stands in the middle of the picture, but for its margins.
    await drag(0.52, 0.62);
    await page.waitForFunction(() => !location.hash.startsWith('#weights=1,1&'));
    const [lower = 0, upper = 0] = (await page.inputValue('#text')).split(',').map(Number);
    expect(Math.abs(lower / (lower + upper) - 0.61)).toBeLessThan(0.03);
    await page.close();
  });

  it('keeps no number of the last policy where the form becomes wrong while it works', async () => {
    const { page } = await open('weights=1,2,3&n=4');
    await page.waitForFunction(() => document.body.innerText.includes('Deciding the claims'));
    await page.fill('#text', '1,2,3,');
    await page.waitForFunction(() => document.getElementById('problem')?.textContent !== '');
    // As long as the claims would have taken, and longer.
    await page.waitForTimeout(3000);
    expect(await rowsOf(page, 'numbers')).toEqual([]);
    expect(await rowsOf(page, 'tight')).toEqual([]);
    expect([await textOf(page, 'sentence'), await textOf(page, 'claims-status')]).toEqual(['', '']);
    await page.close();
  });

  it('answers the newest request where an older one takes long', async () => {
    // The law alone takes longer on it than a test waits.
    const outcomes = Array.from({ length: 60 }, (_, i) => ({
      reward: i >> 1,
      weight: `1e${((i * 877) % 2401) - 1200}`,
    }));
    const { page } = await open('weights=1,2,3&n=4');
    const goTo = (hash: string): Promise<void> =>
      page.evaluate((to) => {
        location.hash = to;
      }, hash);
    await goTo(String(new URLSearchParams({ policy: JSON.stringify({ outcomes }), n: '999' })));
    await page.waitForFunction(() => document.getElementById('claims-status')?.textContent?.startsWith('Deciding'));
    await page.waitForFunction(() => (document.getElementById('numbers') as HTMLElement).innerText.includes('e-'));
    await goTo('weights=1,1&n=2');
    await page.waitForFunction(
      () => document.getElementById('sentence')?.textContent?.startsWith('KL 0.1308 nats'),
      null,
      {
        timeout: 15_000,
      },
    );
    await page.close();
  });

  it('says why no claim is decided on large policies', async () => {
    const { page } = await open('weights=1,2,3&n=10001');
    await page.waitForFunction(() => document.body.innerText.includes('are not put to the claims'));
    await page.close();
  });

  it('shows a selection other than best-of-n, and what is tight and what is refuted', async () => {
    const { page } = await open('weights=1,1&n=2');
    await settled(page);
    const refuted = (await rowsOf(page, 'refuted')).map(([id]) => id);
    expect(refuted).toContain('equality');
    expect((await rowsOf(page, 'tight')).length).toBeGreaterThan(5);
    await page.selectOption('#selection', 'worst-of-n');
    await page.waitForFunction(() => document.getElementById('sentence')?.textContent?.includes('worst'));
    await page.close();
  });

  it('refutes a conjecture as the command does, draws the policy, and puts it into the form', async () => {
    const { page } = await open('weights=1,2,3&n=4');
    await page.fill('#conjecture', 'KL <= H');
    await page.click('#search');
    await page.waitForSelector('#show:not([hidden])');
    const found = await textOf(page, 'found');
    expect(found).toContain('REFUTED: KL <= H');
    expect(found).toContain('p = (2/3, 1/3), n = 6: KL = 0.7403617114… > 0.6365141682… = H');
    expect(await page.locator('#drawn svg').count()).toBe(1);
    expect(await page.locator('#understood math').count()).toBe(1);
    await page.click('#show');
    await page.waitForFunction(() => location.hash.startsWith('#weights=2,1&n=6'));
    await page.close();
  });

  it('says what is wrong with a formula, and takes nothing in it as markup', async () => {
    const { page, faults } = await open('weights=1,2,3&n=4');
    await page.fill('#conjecture', 'KL <= <img src=x onerror=alert(1)>');
    await page.click('#search');
    await page.waitForFunction(() => document.getElementById('found')?.textContent !== '');
    expect(await page.locator('#found img, #understood img').count()).toBe(0);
    expect(await page.isDisabled('#search')).toBe(false);
    expect(faults).toEqual([]);
    await page.close();
  });

  it.each([
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['a phone', { width: 360, height: 740 }],
  ] as const)('has nothing that axe finds: %s', async (_, options) => {
    const { page } = await open('weights=1,2,3&n=4', options);
    await settled(page);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.close();
  });
});
