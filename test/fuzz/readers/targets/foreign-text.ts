import { parseHTML } from 'linkedom';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { oneLine, visible } from '../../../../src/io/visible.ts';
import { asCode, inMarkdown, linked } from '../../../../src/report/escape.ts';
import { html } from '../../../../src/report/html.ts';
import { joined, md, table } from '../../../../src/report/md.ts';
import { holds, same, textOf } from '../target.ts';

/** Markdown as pages of repositories show it: with HTML, bare addresses and tables. */
const render = (text: string): string =>
  micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
const ACTS = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

/** Foreign texts on terminals, in Markdown and in HTML: they are shown, and do nothing. */
export function fuzz(bytes: Uint8Array): void {
  const text = textOf(bytes);
  holds('it acts on a terminal', !ACTS.test(visible(text)) && !oneLine(text).includes('\n'));
  checkMarkdown(text);
  checkHtml(text);
}

function checkMarkdown(text: string): void {
  const all = Number.POSITIVE_INFINITY;
  const shown = oneLine(text.replace(/\s+/g, ' ').trim());
  if (shown === '') return;
  const escaped = inMarkdown(text, all);
  const rows = table([
    [md`a`, md`b`],
    [asCode(text, all), escaped],
  ]);
  const page = joined([escaped, md`- ${linked(escaped, text)}`, rows], '\n\n');
  const { document } = parseHTML(`<!DOCTYPE html><html><body>${render(page)}</body></html>`);
  const found = [...document.body.children].map((element) => skeletonOf(element, shown, oneLine(text).trim()));
  const cells = '<tr><td><code>CODE</code></td><td>TEXT</td></tr>';
  const head = '<thead><tr><th>a</th><th>b</th></tr></thead>';
  same('other elements', found, [
    '<p>TEXT</p>',
    '<ul><li><a>TEXT</a></li></ul>',
    `<table>${head}<tbody>${cells}</tbody></table>`,
  ]);
}

/** What is looked at of an element. */
interface Shown {
  readonly tagName: string;
  readonly children: ArrayLike<Shown>;
  readonly textContent: string | null;
}

/** An element without attributes, with words for the texts that are expected. */
function skeletonOf(element: Shown, text: string, code: string): string {
  const name = element.tagName.toLowerCase();
  const { children, textContent } = element;
  if (children.length > 0)
    return `<${name}>${Array.from(children)
      .map((child) => skeletonOf(child, text, code))
      .join('')}</${name}>`;
  const content = textContent ?? '';
  const word =
    name === 'code'
      ? content.trim() === code
        ? 'CODE'
        : content
      : content === text && name !== 'th'
        ? 'TEXT'
        : content;
  return `<${name}>${word}</${name}>`;
}

function checkHtml(text: string): void {
  const { document } = parseHTML(`<!DOCTYPE html><html><body>${html`<b title="${text}">${text}</b>`}</body></html>`);
  const [element] = document.querySelectorAll('body > b');
  same('another text', element?.textContent, oneLine(text));
  same('another attribute', element?.getAttribute('title'), oneLine(text));
  same('further elements', document.querySelectorAll('body *').length, 1);
}
