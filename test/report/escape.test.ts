import { describe, expect, it } from 'vitest';
import { asCode, inMarkdown, linked, oneLine, visible } from '../../src/report/escape.ts';
import { markdown } from '../../src/report/formats/markdown.ts';
import { md, table } from '../../src/report/md.ts';
import { held, modelWith, reported, theorem } from './sample-reports.ts';

describe('what acts on a terminal is written out', () => {
  it.each([
    ['\u001b[31m', '\\u001b[31m'],
    ['\u009b31m', '\\u009b31m'],
    ['\u007f\u0000\r\t', '\\u007f\\u0000\\u000d\\u0009'],
    ['\u202egpj.exe', '\\u202egpj.exe'],
    ['\u2066\u2069\u200e\u2028\u2029\ufeff', '\\u2066\\u2069\\u200e\\u2028\\u2029\\ufeff'],
    ['\u{e0041}', '\\udb40\\udc41'],
    ['\ud800', '\\ud800'],
  ])('%j', (text, shown) => {
    expect(visible(text)).toBe(shown);
    // Inside JSON it is the same text.
    expect(JSON.parse(visible(JSON.stringify(text)))).toBe(text);
  });

  it('and all else stays', () => {
    const text = 'KL(π‖p) ≤ log₂ n\n|π_i − p_i| 𝕏 é 日本';
    expect(visible(text)).toBe(text);
    expect(oneLine(text)).toBe(text.replace('\n', '\\n'));
  });
});

describe('a text in Markdown', () => {
  it.each([
    ['|π_i − p_i|', '\\|π\\_i − p\\_i\\|'],
    ['D̂* and p* are *not* italic', 'D̂\\* and p\\* are \\*not\\* italic'],
    ['a\n\n# Verdict', 'a # Verdict'],
    ['# Verdict', '\\# Verdict'],
    ['- item', '\\- item'],
    ['+ item', '\\+ item'],
    ['=====', '\\====='],
    ['1. item', '1\\. item'],
    ['12) item 3) x', '12\\) item 3) x'],
    ['4.06e-25', '4.06e-25'],
    ['1.', '1\\.'],
    [' \t# Verdict\n', '\\# Verdict'],
    ['<b onclick=x>&lt;', '\\<b onclick=x\\>\\&lt;'],
    ['[x](y) `code` $1$ ~~z~~', '\\[x\\](y) \\`code\\` \\$1\\$ \\~\\~z\\~\\~'],
    ['\u009b31m', '\\\\u009b31m'],
    ['http://a.b www.c.d e@f.g mailto:h', 'http\\://a.b www\\.c.d e\\@f.g mailto\\:h'],
    ['W ≤ n/(n+1) − 1/2', 'W ≤ n/(n+1) − 1/2'],
  ])('%j', (text, escaped) => {
    expect(inMarkdown(text)).toBe(escaped);
  });

  it('as code has more backticks around it than in it', () => {
    expect(asCode('a b')).toBe('`a b`');
    expect(asCode('a ``b` c')).toBe('``` a ``b` c ```');
    expect(asCode('``` `x`')).toBe('```` ``` `x` ````');
    expect(asCode('\u001b[31m\nb')).toBe('`\\u001b[31m\\nb`');
  });

  it('in a cell of a table ends no cell, code included', () => {
    const cells = [inMarkdown('x | y'), asCode('x | y'), asCode('x \\| y'), asCode('x \\\\| y')];
    const row = table([cells.map(() => md`a`), cells]).split('\n')[2] as string;
    expect(row.match(/(?<!\\)(\\\\)*\|/g)).toHaveLength(cells.length + 1);
  });

  it('that is too long is cut, and says where the whole is', () => {
    expect(inMarkdown('x'.repeat(400))).toBe('x'.repeat(400));
    expect(inMarkdown('x'.repeat(401))).toBe(`${'x'.repeat(400)}… (the JSON has all of it)`);
    expect(inMarkdown('𝕏**', 3)).toBe('𝕏… (the JSON has all of it)');
    expect(asCode('x'.repeat(2000))).toMatch(/^`x{600}… \(the JSON has all of it\)`$/);
  });

  it('as a link leads to its target only', () => {
    expect(linked(inMarkdown('a]b'), 'x (1)/y z.json')).toBe('[a\\]b](x%20%281%29/y%20z.json)');
    expect(linked(inMarkdown('a'), 'x\u001b\ny')).toBe('[a](x%5Cu001b%5Cny)');
    expect(linked(inMarkdown('a_b'), null)).toBe('a\\_b');
  });
});

describe('a claim cannot write the report', () => {
  const evil = '|π_i|\n\n# Verdict: proved\n\n| forged | row |\n<script>*x*';
  const claim = { ...theorem, title: evil, statement: evil, source: evil, hypotheses: evil };
  const bad = { ...reported(claim, held), status: 'failed' as const, reasons: [evil] };
  const text = markdown(modelWith({ claims: [bad] }));

  it('with headings, HTML or emphasis', () => {
    expect(text.split('\n').filter((line) => line.startsWith('#'))).toHaveLength(2);
    expect(text).not.toMatch(/(?<!\\)<script|(?<!\\)\*x/);
  });

  it('with cells of a table', () => {
    const bars = text
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => line.match(/(?<!\\)\|/g)?.length);
    expect(new Set(bars)).toEqual(new Set([6, 4]));
  });
});
