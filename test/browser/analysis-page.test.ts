import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bonafide } from '../cli/bonafide.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { jsonLines } from '../logs/read.ts';
import { measured, outside, overlapping } from '../pictures/boxes.ts';
import { samplesFile } from '../samples/files.ts';
import { describeInBrowser, violations } from './browser.ts';

function log(row: (i: number, j: number) => object): string {
  const all = Array.from({ length: 240 }, (_, k) => [k % 12, Math.floor(k / 12)] as const);
  return jsonLines(...all.map(([i, j]) => ({ prompt: `p${j}`, response: `r${i}`, ...row(i, j) })));
}

const SELECTED = jsonLines(
  ...Array.from({ length: 50 }, (_, i) => ({
    prompt: `p${i >> 1}`,
    response: `r${i % 2}`,
    logprob: i % 4 < 2 ? -40 : -0.8,
  })),
);
const SAMPLES = log((i, j) => ({ reward: (i * 7 + j) % 5 }));

async function pageOf(text: string, n: string, ...options: string[]): Promise<string> {
  const page = join(await temporaryFolder(), 'page.html');
  const { code, err } = await bonafide(
    'analyze',
    await samplesFile('log.jsonl', text),
    '--n',
    n,
    '--html',
    page,
    ...options,
  );
  expect([code, err]).toEqual([0, '']);
  return readFile(page, 'utf8');
}

describeInBrowser('the page of an analysis', (open) => {
  it.each([
    ['few n', SAMPLES, '2,4,16'],
    ['many n', SAMPLES, '1,2,3,4,5,6,8,12,16,32,64,1000'],
    ['large n', SAMPLES, '4,1000000000'],
    ['n = 1', SAMPLES, '1'],
    ['large rewards', log((i, j) => ({ reward: 1e9 + ((i * 7 + j) % 5) })), '2,4'],
    ['tiny rewards', log((i, j) => ({ reward: -1e-7 * ((i * 7 + j) % 5) })), '2,4'],
    ['certified values', log((i) => ({ reward: i, probability: 1 / 12 })), '1,2,8'],
    ['selected rows', SELECTED, '2,16', '--selected'],
  ])('has no text in a picture that covers another one or is cut off: %s', async (_, text, n, ...options) => {
    const page = await open('about:blank');
    await page.setContent(await pageOf(text, n, ...options));
    const pictures = await measured(page);
    await page.close();
    expect(pictures.length).toBeGreaterThan(0);
    expect(pictures.flatMap(overlapping)).toEqual([]);
    expect(pictures.flatMap(outside)).toEqual([]);
  });

  it.each([
    ['light', 1000],
    ['dark', 360],
  ] as const)('can be used by all: %s, %d pixels wide', async (colorScheme, width) => {
    const page = await open('about:blank', { colorScheme, width });
    await page.setContent(await pageOf(SAMPLES, '2,4,16'));
    expect(await violations(page)).toEqual([]);
    const room = await page.evaluate('document.documentElement.scrollWidth');
    await page.close();
    expect(room).toBeLessThanOrEqual(width);
  });
});
