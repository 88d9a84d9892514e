import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { page as pageOf } from '../../src/report/formats/html.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { falsehood, modelWith, NO_LINKS, refuted, reported } from '../report/sample-reports.ts';
import { describeInBrowser, violations } from './browser.ts';

/** A test of another file holds that this is what the format makes of the committed report. */
const COMMITTED = new URL('../../reports/index.html', import.meta.url).href;

const shown = (page: Page): Promise<string | null> => page.textContent('#shown');
const visible = (page: Page): Promise<number> => page.locator('article.claim:visible').count();
const all = (page: Page): Promise<number> => page.locator('article.claim').count();

describeInBrowser('the report in a browser', (open) => {
  it.each([
    ['light', 1000],
    ['dark', 1000],
    ['light', 360],
  ] as const)('has no fault that axe knows: %s, %i px', async (colorScheme, width) => {
    const page = await open(COMMITTED, { colorScheme, width });
    await page.locator('#claim-equality summary').click();
    await page.locator('#claim-sharp-quadratic summary').click();
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it('does not scroll sideways at 360 px, with all details open', async () => {
    const page = await open(COMMITTED, { width: 360 });
    await page.click('#details');
    const wide = await page.evaluate(
      `[document.documentElement, ...document.querySelectorAll('.statement')].filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent)`,
    );
    expect(wide).toEqual([]);
    await page.close();
  });

  it('requests nothing but itself', async () => {
    const page = await open('about:blank');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    const refusals: string[] = [];
    page.on('console', (message) => refusals.push(message.text()));
    await page.goto(COMMITTED);
    await page.waitForLoadState('networkidle');
    expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([COMMITTED]);
    expect(refusals).toEqual([]);
    expect(await page.evaluate('[...document.images].every((one) => one.complete && one.naturalWidth > 0)')).toBe(true);
    await page.close();
  });

  it('is searched and filtered by keyboard, and tells how many claims are shown', async () => {
    const page = await open(COMMITTED);
    const count = await all(page);
    expect(await shown(page)).toBe(`${count} of ${count} claims are shown.`);
    await page.focus('#words');
    await page.keyboard.type('kl-BOUND');
    expect(await shown(page)).toBe(`1 of ${count} claims are shown.`);
    expect(await page.locator('article.claim:visible h3').textContent()).toBe('The formula is an upper bound');
    expect(new URL(page.url()).hash).toBe('#words=kl-BOUND');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Tab');
    await page.keyboard.type('false');
    const falsehoods = await page.locator('article[data-expected=fails]').count();
    expect([await visible(page), await shown(page)]).toEqual([
      falsehoods,
      `${falsehoods} of ${count} claims are shown.`,
    ]);
    await page.reload();
    expect(await visible(page)).toBe(falsehoods);
    await page.getByRole('button', { name: 'Show all claims' }).press('Enter');
    await page.waitForFunction(`!location.hash`);
    expect(await visible(page)).toBe(count);
    await page.getByLabel('Evidence', { exact: true }).selectOption('proved except');
    await page.getByLabel('Source', { exact: true }).selectOption('2401.01879');
    const wanted = 'article[data-evidence="proved except"][data-source~="2401.01879"]';
    expect(await visible(page)).toBe(await page.locator(wanted).count());
    await page.close();
  });

  it('shows the claim of a link even where a filter hides it', async () => {
    const page = await open(`${COMMITTED}#expected=fails&words=zzz`);
    expect(await visible(page)).toBe(0);
    await page.evaluate(`location.hash = '#claim-kl-bound'`);
    await page.waitForSelector('#claim-kl-bound details[open]');
    expect(await page.evaluate('document.activeElement.id')).toBe('title-kl-bound');
    expect([await visible(page), await page.inputValue('#expected')]).toEqual([await all(page), '']);
    await page.close();
    const direct = await open(`${COMMITTED}#claim-equality`);
    expect(await direct.locator('details[open]').count()).toBe(1);
    expect(await direct.locator('#claim-equality').getByText('3/4*log(3) - log(2)').isVisible()).toBe(true);
    await direct.close();
  });

  it('shows everything without scripts', async () => {
    const page = await open(COMMITTED, { javaScript: false });
    expect(await page.locator('details[open]').count()).toBe(await all(page));
    expect(await page.locator('#claim-equality').getByText('3/4*log(3) - log(2)').isVisible()).toBe(true);
    expect(await page.locator('#filters').isVisible()).toBe(false);
    await page.close();
  });

  it('has foreign texts as texts', async () => {
    const evil = `</script></style></code><img src=x onerror="document.title='hit'"><script>document.title='hit'</script>\\href{javascript:alert(1)}{x}\u202e\ud800`;
    const side = { name: evil, lo: '1', hi: '1', exact: evil };
    const claim = reported(
      { ...falsehood, title: evil, statement: evil, source: evil, hypotheses: evil },
      refuted,
      evil,
    );
    const violated = { left: side, is: '≤', right: side, margin: { lo: evil, hi: '1' } } as const;
    const counterexample = claim.counterexample && { ...claim.counterexample, smallest: evil, violated };
    const theorem = { name: evil, file: evil, statement: evil, words: evil, definitions: [], ok: false, reason: evil };
    const proofs = { status: 'failed' as const, theorems: [theorem], axioms: [], faults: [evil] };
    const proof = { theorems: [evil], beyond: evil, refutes: 'some policy' as const };
    const claims = [{ ...claim, id: evil, counterexample, proof, reasons: [evil], shortfalls: [evil] }];
    const links = { ...NO_LINKS, counterexamples: 'c', proofs: 'p' };
    const file = join(await temporaryFolder(), 'evil.html');
    await writeFile(file, pageOf(modelWith({ claims, proofs, stale: [{ file: evil, detail: evil }] }, links)));
    const page = await open(pathToFileURL(file).href);
    expect(await page.title()).toBe('Verification report');
    const counts = await page.evaluate(
      `['script', 'style', 'img', 'a[href^="javascript"]'].map((name) => document.querySelectorAll(name).length)`,
    );
    expect(counts).toEqual([1, 1, 0, 0]);
    expect(await page.locator('article h3').textContent()).toContain('<script>');
    await page.close();
  });
});
