import { parseHTML } from 'linkedom';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { expect } from 'vitest';

/** A text that would act on a terminal, in Markdown, in HTML, in a spreadsheet and in Coq, each of it marked by a word of its own. */
export const HOSTILE = [
  '=cmd|forged',
  '\u001b]0;title\u0007\u001b[2J\u009b31m\u202eforged',
  '\n\n# Forged heading\n\n- forged item\n\n| forged | cell |',
  '[forged](javascript:alert(1)) ![x](http://forged.example/x.png) <http://forged.example> www.forged.example',
  '</title></style></script><script>forged()</script><img src=x onerror=forged()>" onload="forged()',
  '*) Axiom forged : False. (*',
  '::error::forged',
].join(' ');

/** Nothing in what was printed acts on a terminal, and no line of it begins with foreign text. */
export function expectQuiet(printed: string): void {
  expect(printed).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
  expect(printed).not.toMatch(/^(?:# Forged|- forged|\| forged|::error|=cmd)/m);
}

/** A page of Markdown as a repository shows it has nothing that the hostile text asks for. */
export function expectPlainMarkdown(text: string): void {
  const shown = micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
  expectNothingForged(parseHTML(`<!DOCTYPE html><html><body>${shown}</body></html>`).document);
}

export function expectPlainHtml(page: string): void {
  expectQuiet(page);
  expectNothingForged(parseHTML(page).document);
}

function expectNothingForged(document: ReturnType<typeof parseHTML>['document']): void {
  const of = (selector: string): string[] => [...document.querySelectorAll(selector)].map((found) => found.outerHTML);
  expect(of('script').filter((script) => script.includes('forged()'))).toEqual([]);
  expect(of('img, [onerror], [onload]').filter((found) => /forged|src="x"/.test(found))).toEqual([]);
  expect(of('a[href*="://forged"], a[href^="javascript:"], a[href*="www.forged"]')).toEqual([]);
  expect(of('h1, h2, h3').filter((heading) => />\s*Forged heading/.test(heading))).toEqual([]);
  expect(of('li').filter((item) => /^<li>\s*forged item/.test(item))).toEqual([]);
  expect(of('td').filter((cell) => /^<td>\s*forged\s*<\/td>/.test(cell))).toEqual([]);
}
