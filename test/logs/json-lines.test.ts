import { describe, expect, it } from 'vitest';
import { jsonLines, refusal, rowsOf } from './read.ts';

const row = (response: string, reward: unknown): object => ({ prompt: 'p', response, reward });

describe('JSON lines are read', () => {
  it('row by row, with the line they stand on', async () => {
    const content = jsonLines(row('a', 1), { prompt: 'q', response: 'b', reward: -2 });
    expect(await rowsOf('s.jsonl', content)).toEqual([
      ['p', 'a', '1', 1],
      ['q', 'b', '-2', 2],
    ]);
  });

  it('with rewards exactly as they are written, as numbers or as texts', async () => {
    const rewards = ['0.1', '9007199254740993', '9007199254740992', '1e-320', '-2.50E+1', '1e999', '"1/3"', '"-.5"'];
    const lines = rewards.map((reward, i) => `{"prompt": "p", "response": "${i}", "reward": ${reward}}\n`);
    const rows = await rowsOf('s.jsonl', lines.join(''));
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
    expect(await rowsOf('s.jsonl', content)).toEqual([['p', 'NaN', '1', 1]]);
  });

  it('without regard to further columns and their order', async () => {
    const content = '{"id": 7, "reward": 1, "logprobs": [1, 2], "response": "a", "prompt": "p"}\n';
    expect(await rowsOf('s.jsonl', content)).toEqual([['p', 'a', '1', 1]]);
  });

  it('over blank lines, which count as lines', async () => {
    const content = `\n${jsonLines(row('a', 1))}\n  \t\n${jsonLines(row('b', 2))}\n`;
    expect((await rowsOf('s.jsonl', content)).map(([, response, , line]) => [response, line])).toEqual([
      ['a', 2],
      ['b', 5],
    ]);
  });

  it('after a byte order mark', async () => {
    expect(await rowsOf('s.jsonl', `\uFEFF${jsonLines(row('a', 1))}`)).toEqual([['p', 'a', '1', 1]]);
    expect(await rowsOf('s.jsonl', `\uFEFF\n${jsonLines(row('a', 1))}`)).toEqual([['p', 'a', '1', 2]]);
  });

  it('with line ends of any system, and without the last one', async () => {
    const [one, two] = [row('a', 1), row('b', 2)].map((each) => JSON.stringify(each));
    expect(await rowsOf('s.jsonl', `${one}\r\n${two}`)).toEqual(await rowsOf('s.jsonl', `${one}\n${two}\n`));
  });

  it('from a file of any name that does not end in .csv', async () => {
    expect(await rowsOf('samples', jsonLines(row('a', 1)))).toHaveLength(1);
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
    const rows = await rowsOf('s.jsonl', jsonLines(...texts.map((text) => row(text, 0))));
    expect(rows.map(([, response]) => response)).toEqual(texts);
  });
});

describe('a bad row of JSON lines is named by file, line and field', () => {
  const bad = (second: string): Promise<string> => refusal({ 's.jsonl': `${jsonLines(row('a', 1))}${second}\n` });

  it.each([
    [
      'a reward of too many digits',
      '{"prompt": "p", "response": "b", "reward": 1e99999}',
      /^s\.jsonl:2: reward: .*digits; /,
    ],
    [
      'a reward that is −∞, as text',
      '{"prompt": "p", "response": "b", "reward": "-inf"}',
      /^s\.jsonl:2: reward: it is infinite; /,
    ],
    [
      'a response that is null',
      '{"prompt": "p", "response": null, "reward": 1}',
      /^s\.jsonl:2: response: the response is missing; /,
    ],
    ['a line of CSV', 'p,b,1', /^s\.jsonl:2: the row is not JSON; /],
    ['a list over several lines', '[', /^s\.jsonl:2: the row is not JSON; /],
  ])('%s', async (_, line, message) => {
    expect(await bad(line)).toMatch(message);
  });
});
