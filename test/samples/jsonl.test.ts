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

  it('with rewards exactly as they are written, as numbers or as texts', async () => {
    const rewards = ['0.1', '9007199254740993', '9007199254740992', '1e-320', '-2.50E+1', '1e999', '"1/3"', '"-.5"'];
    const lines = rewards.map((reward, i) => `{"prompt": "p", "response": "${i}", "reward": ${reward}}\n`);
    const rows = await read('s.jsonl', lines.join(''));
    expect(rows.map(([, , reward]) => reward)).toEqual([
      '1/10',
      '9007199254740993',
      '9007199254740992',
      `1/${10n ** 320n}`,
      '-25',
      String(10n ** 999n),
      '1/3',
      '-1/2',
    ]);
  });

  it('without regard to further columns that have no number', async () => {
    const content = '{"prompt": "p", "response": "NaN", "reward": 1, "logprob": NaN, "at": [-Infinity]}\n';
    expect(await read('s.jsonl', content)).toEqual([['p', 'NaN', '1', 1]]);
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
    const texts = [
      '',
      'line\nbreak',
      'π_ref "quoted"',
      '__proto__',
      'a\u2028b\u2029c',
      '\u0085',
      '\\',
      '\\"',
      'a\\\\"b',
      '\ud800',
    ];
    const rows = await read('s.jsonl', jsonLines(...texts.map((text) => row(text, 0))));
    expect(rows.map(([, response]) => response)).toEqual(texts);
  });
});

describe('a bad row is named by file, line and field', () => {
  const bad = (second: string): Promise<string> => complaint('s.jsonl', `${jsonLines(row('a', 1))}${second}\n`);

  it.each([
    [
      'a missing reward',
      '{"prompt": "p", "response": "b"}',
      /^FILE:2: the column reward is missing; samples need .*, and here there are "prompt", "response"$/,
    ],
    [
      'columns of other names',
      '{"completion": "b", "score": 1}',
      /^FILE:2: the columns prompt, response and reward are missing; .* here there are "completion", "score"$/,
    ],
    [
      'a key given twice',
      '{"prompt": "p", "response": "b", "reward": 1, "reward": 1}',
      /^FILE:2: the key "reward" is given twice$/,
    ],
    [
      'a column of counts',
      '{"prompt": "p", "response": "b", "reward": 1, "count": 3}',
      /^FILE:2: the column "count" is not supported: /,
    ],
    ['a missing response', '{"prompt": "p", "reward": 1}', /^FILE:2: the column response is missing; /],
    ['a missing prompt', '{"response": "b", "reward": 1}', /^FILE:2: the column prompt is missing; /],
    [
      'a reward that is null',
      '{"prompt": "p", "response": "b", "reward": null}',
      /^FILE:2: reward: .*null; remove this sample$/,
    ],
    [
      'a reward that is a word',
      '{"prompt": "p", "response": "b", "reward": "good"}',
      /^FILE:2: reward: "good" is not a number/,
    ],
    [
      'a reward of too many digits',
      '{"prompt": "p", "response": "b", "reward": 1e99999}',
      /^FILE:2: reward: .*digits$/,
    ],
    [
      'a reward that is true',
      '{"prompt": "p", "response": "b", "reward": true}',
      /^FILE:2: reward: it must be a number, not true$/,
    ],
    ['a prompt that is a number', '{"prompt": 1, "response": "b", "reward": 1}', /^FILE:2: prompt: /],
    ['a response that is null', '{"prompt": "p", "response": null, "reward": 1}', /^FILE:2: response: /],
    ['a list', '["p", "b", 1]', /^FILE:2: the row: /],
    ['a number', '7', /^FILE:2: the row: /],
    ['null', 'null', /^FILE:2: the row: /],
    [
      'a reward that is NaN',
      '{"prompt": "p", "response": "b", "reward": NaN}',
      /^FILE:2: reward: "NaN" is not a number like .*; remove this sample$/,
    ],
    ['a line that is cut off', '{"prompt": "p", "resp', /^FILE:2: the line is not JSON; is it cut off\?$/],
    [
      'a reward that is −∞, as text',
      '{"prompt": "p", "response": "b", "reward": "-inf"}',
      /^FILE:2: reward: "-inf" is not a number like .*; remove this sample$/,
    ],
    ['a prompt that is NaN', '{"prompt": NaN, "response": "b", "reward": 1}', /^FILE:2: prompt: .*, not a number$/],
    ['a line of CSV', 'p,b,1', /^FILE:2: the line is not JSON; .*\.csv or \.tsv$/],
    ['a list over several lines', '[', /^FILE:2: the line is not JSON; instead of one list, .* `jq -c '\.\[\]'` does$/],
    [
      'a list on one line',
      '[{"prompt": "p", "response": "b", "reward": 1}]',
      /^FILE:2: the row: .*; instead of one list, /,
    ],
    ['an object over several lines', '{', /^FILE:2: the line is not JSON; every sample must stand on one line, as `jq/],
    ['a byte order mark in the middle', `\uFEFF${JSON.stringify(row('b', 1))}`, /^FILE:2: the line is not JSON/],
  ])('%s', async (_, line, message) => {
    expect(await bad(line)).toMatch(message);
  });
});
