import { describe, expect, it } from 'vitest';
import { complaint, jsonLines, read } from './files.ts';

const row = (response: string, reward: unknown): object => ({ prompt: 'p', response, reward });

describe('JSON lines are read', () => {
  it('row by row, with the line they stand on', async () => {
    const content = jsonLines(row('a', 1), { prompt: 'q', response: 'b', reward: -2 });
    expect(await read('s.jsonl', content)).toEqual([
      ['p', 'a', '1', 1],
      ['q', 'b', '-2', 2],
    ]);
  });

  it('with rewards as the exact values of their doubles', async () => {
    const rows = await read('s.jsonl', jsonLines(row('a', 0.5), row('b', 0.1), row('c', 1e-320)));
    expect(rows.map(([, , reward]) => reward)).toEqual([
      '1/2',
      '3602879701896397/36028797018963968',
      `253/${2n ** 1071n}`,
    ]);
  });

  it('without regard to further columns and their order', async () => {
    const content = '{"id": 7, "reward": 1, "logprobs": [1, 2], "response": "a", "prompt": "p"}\n';
    expect(await read('s.jsonl', content)).toEqual([['p', 'a', '1', 1]]);
  });

  it('over blank lines, which count as lines', async () => {
    const content = `\n${jsonLines(row('a', 1))}\n  \t\n${jsonLines(row('b', 2))}\n`;
    expect((await read('s.jsonl', content)).map(([, response, , line]) => [response, line])).toEqual([
      ['a', 2],
      ['b', 5],
    ]);
  });

  it('after a byte order mark', async () => {
    expect(await read('s.jsonl', `\uFEFF${jsonLines(row('a', 1))}`)).toEqual([['p', 'a', '1', 1]]);
    expect(await read('s.jsonl', `\uFEFF\n${jsonLines(row('a', 1))}`)).toEqual([['p', 'a', '1', 2]]);
  });

  it('with line ends of any system, and without the last one', async () => {
    const [one, two] = [row('a', 1), row('b', 2)].map((each) => JSON.stringify(each));
    expect(await read('s.jsonl', `${one}\r\n${two}`)).toEqual(await read('s.jsonl', `${one}\n${two}\n`));
  });

  it('from a file of any name that does not end in .csv', async () => {
    expect(await read('samples', jsonLines(row('a', 1)))).toHaveLength(1);
  });

  it('with texts of any kind, empty ones too', async () => {
    const texts = ['', 'line\nbreak', 'π_ref "quoted"', '__proto__', '\u2028'];
    const rows = await read('s.jsonl', jsonLines(...texts.map((text) => row(text, 0))));
    expect(rows.map(([, response]) => response)).toEqual(texts);
  });
});

describe('a bad row is named by file, line and field', () => {
  const bad = (second: string): Promise<string> => complaint('s.jsonl', `${jsonLines(row('a', 1))}${second}\n`);

  it.each([
    ['a missing reward', '{"prompt": "p", "response": "b"}', /^FILE:2: reward: .*undefined/],
    ['a missing response', '{"prompt": "p", "reward": 1}', /^FILE:2: response: /],
    ['a missing prompt', '{"response": "b", "reward": 1}', /^FILE:2: prompt: /],
    ['a reward that is null', '{"prompt": "p", "response": "b", "reward": null}', /^FILE:2: reward: .*null/],
    ['a reward that is a text', '{"prompt": "p", "response": "b", "reward": "1"}', /^FILE:2: reward: .*string/],
    ['an infinite reward', '{"prompt": "p", "response": "b", "reward": 1e999}', /^FILE:2: reward: .*Infinity/],
    ['a prompt that is a number', '{"prompt": 1, "response": "b", "reward": 1}', /^FILE:2: prompt: /],
    ['a response that is null', '{"prompt": "p", "response": null, "reward": 1}', /^FILE:2: response: /],
    ['a list', '["p", "b", 1]', /^FILE:2: the row: /],
    ['a number', '7', /^FILE:2: the row: /],
    ['null', 'null', /^FILE:2: the row: /],
    ['a reward that is NaN', '{"prompt": "p", "response": "b", "reward": NaN}', /^FILE:2: the line is not JSON$/],
    ['a line that is cut off', '{"prompt": "p", "resp', /^FILE:2: the line is not JSON$/],
    ['a line of CSV', 'p,b,1', /^FILE:2: the line is not JSON$/],
    ['a byte order mark in the middle', `\uFEFF${JSON.stringify(row('b', 1))}`, /^FILE:2: the line is not JSON$/],
  ])('%s', async (_, line, message) => {
    expect(await bad(line)).toMatch(message);
  });
});
