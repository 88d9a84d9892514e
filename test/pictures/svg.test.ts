import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { element } from '../../src/pictures/dom.ts';
import { newDocument } from '../../src/pictures/in-node.ts';
import { Svg } from '../../src/pictures/svg.ts';
import { elementsOf } from '../analysis/elements.ts';
import { FILES } from './files.ts';

const textOf = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

describe.each(FILES)('the picture %s', (path) => {
  const text = textOf(path);
  const { document } = parseHTML(`<html><body>${text}</body></html>`);
  const svg = document.querySelector('svg');

  it('has a title and a description, by which it is named', () => {
    const ids = (svg?.getAttribute('aria-labelledby') ?? '').split(' ');
    expect(svg?.getAttribute('role')).toBe('img');
    expect(ids.map((id: string) => document.getElementById(id)?.localName)).toEqual(['title', 'desc']);
    for (const id of ids) expect(document.getElementById(id)?.textContent.length, id).toBeGreaterThan(20);
  });

  it('has ids of its own, a ground, and a style for the dark that touches nothing else', () => {
    const name = path.replace(/^.*\//, '').replace('.svg', '');
    const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toEqual([`${name}-title`, `${name}-description`]);
    const style = document.querySelector('style')?.textContent ?? '';
    expect(style).toContain('(prefers-color-scheme: dark)');
    for (const [, selector] of style.matchAll(/^([^@{}\n]+)\{/gm)) {
      for (const one of (selector as string).split(','))
        expect(one.trim()).toMatch(new RegExp(`^\\.picture-${name}\\b`));
    }
    expect(svg?.querySelector('rect')?.getAttribute('class')).toBe('ground');
  });

  it('loads and runs nothing, and has places in hundredths, an element on each line', () => {
    expect(text.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:|url\(|href|<script|@import/);
    expect(text.replace(/<desc.*/, '')).not.toMatch(/\d\.\d{3,}/);
    for (const line of text.split('\n')) expect(line.match(/<[a-z]/g)?.length ?? 0, line).toBeLessThan(8);
    expect(text.split('\n').length).toBeGreaterThan(80);
  });
});

describe('the text of a picture', () => {
  const draw = (...children: ReturnType<typeof element>[]): Svg => {
    const document = newDocument();
    return new Svg(element(document, 'svg', { width: 1.23456, class: 'a"b' }, ...children));
  };

  it('escapes texts and attributes, and shows what would act', () => {
    const document = newDocument();
    const hostile = '</title><script>alert(1)</script>&"\u202e\u001b\n';
    const svg = draw(element(document, 'title', { id: '<"&>' }, hostile));
    expect(String(svg)).toBe(
      '<svg class="a&quot;b" width="1.23">\n <title id="&lt;&quot;&amp;&gt;">&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;\\u202e\\u001b\\n</title>\n</svg>',
    );
    expect(elementsOf(String(svg)).map(({ name }) => name)).toEqual(['svg', 'title']);
  });

  it('rounds places and leaves words', () => {
    const document = newDocument();
    const path = element(document, 'path', { d: 'M1.23456,-0.0001L1e-7,2.5e-9Z', id: '1.23456' });
    expect(String(draw(path))).toContain('<path d="M1.23,0L1e-7,0Z" id="1.23456"/>');
    expect(String(draw(element(document, 'g', {}), element(document, 'text', {}, '3.14159')))).toContain(
      '\n <text>3.14159</text>\n',
    );
    expect(String(draw(element(document, 'g', {})))).toBe('');
  });
});
