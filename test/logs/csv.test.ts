import { describe, expect, it } from 'vitest';
import { readLog, refusal, rowsOf } from './read.ts';

const HEADER = 'prompt,response,reward\n';

describe('CSV is read', () => {
  it('row by row, with the line they stand on', async () => {
    expect(await rowsOf('s.csv', `${HEADER}p,a,1\nq,b,-2.5\n`)).toEqual([
      ['p', 'a', '1', 2],
      ['q', 'b', '-5/2', 3],
    ]);
  });

  it('with rewards exactly as they are written', async () => {
    const rows = await rowsOf('s.csv', `${HEADER}p,a,0.1\np,b,1/3\np,c,1e-30\np,d, 7 \n`);
    expect(rows.map(([, , reward]) => reward)).toEqual(['1/10', '1/3', `1/1${'0'.repeat(30)}`, '7']);
  });

  it('by the names of its columns, in any order, without regard to further ones', async () => {
    expect(await rowsOf('s.csv', 'id,reward,response,prompt,note\n1,3,a,p,x\n')).toEqual([['p', 'a', '3', 2]]);
  });

  it('with quoted commas, quotes and newlines', async () => {
    const rows = await rowsOf('s.csv', `${HEADER}"p, q","say ""hi""\nagain",1\np,b,2\n`);
    expect(rows.map(([prompt, response]) => [prompt, response])).toEqual([
      ['p, q', 'say "hi"\nagain'],
      ['p', 'b'],
    ]);
  });

  it('over blank lines', async () => {
    const rows = await rowsOf('s.csv', `${HEADER}\np,a,1\n\np,b,2\n\n`);
    expect(rows).toEqual([
      ['p', 'a', '1', 3],
      ['p', 'b', '2', 5],
    ]);
  });

  it('after a byte order mark, with line ends of any system', async () => {
    expect(await rowsOf('s.csv', `\uFEFF${HEADER}p,a,1\n`.replaceAll('\n', '\r\n'))).toEqual([['p', 'a', '1', 2]]);
  });

  it('with line ends of several kinds in one file', async () => {
    const { prompts } = await readLog({ 's.csv': 'response,reward,prompt\nx,1,a\r\ny,2,a\nz,3,a\rw,4,a' });
    expect(prompts).toMatchObject([{ prompt: 'a', samples: 4 }]);
  });

  it.each([
    ['tabs', '\t', 's.csv'],
    ['tabs', '\t', 's.tsv'],
    ['semicolons', ';', 's.csv'],
    ['commas in spite of the name', ',', 's.tsv'],
  ])('with columns separated by %s', async (_, separator, name) => {
    const quoted = separator === ',' ? '"1,2"' : '1,2';
    const rows = [
      ['id', '"reward"', 'response', 'prompt'],
      [quoted, '3', '"a;b\tc,d"', '"p\n"'],
    ];
    const found = await rowsOf(name, `\n${rows.map((row) => `${row.join(separator)}\r\n`).join('')}`);
    expect(found).toEqual([['p\n', 'a;b\tc,d', '3', 4]]);
  });

  it('from names that end in .csv in any case', async () => {
    expect(await rowsOf('S.CSV', `${HEADER}p,a,1\n`)).toHaveLength(1);
  });

  it('with empty texts', async () => {
    expect(await rowsOf('s.csv', `${HEADER},,1\n`)).toEqual([['', '', '1', 2]]);
  });
});

describe('a bad row of CSV is named by file, line and field', () => {
  it.each([
    ['an empty reward', 'p,b,', /^s\.csv:3: reward: the reward is missing; /],
    ['a reward that is a word', 'p,b,good', /^s\.csv:3: reward: "good" is not a number like 3, 1\/5 or 0.25; /],
    ['a reward that is NaN', 'p,b,NaN', /^s\.csv:3: reward: it is NaN; /],
    ['a decimal comma', 'p,b,"0,5"', /^s\.csv:3: reward: "0,5" is not a number/],
    ['an infinite reward', 'p,b,Infinity', /^s\.csv:3: reward: it is infinite; /],
    ['a reward over zero', 'p,b,1/0', /^s\.csv:3: reward: "1\/0" has denominator 0; /],
    ['a reward of too many digits', 'p,b,1e99999', /^s\.csv:3: reward: .*digits; /],
    ['a row that is too short', 'p,b', /^s\.csv:3: the row has 2 values for 3 columns; /],
    ['a row that is too long', 'p,b,1,2', /^s\.csv:3: the row has 4 values for 3 columns; /],
    ['a quote in the middle', 'p,b"c,1', /^s\.csv: not CSV: .*line 3/],
    ['a quote that is not closed', 'p,"b,1', /^s\.csv: not CSV: .*line/],
  ])('%s', async (_, line, message) => {
    expect(await refusal({ 's.csv': `${HEADER}p,a,1\n${line}\n` })).toMatch(message);
  });

  it('a file with bars, whose columns are one', async () => {
    expect(await refusal({ 's.csv': 'prompt|response|reward\n1\n' })).toBe(
      's.csv: no column is known to be the prompt or the reward among "prompt|response|reward"; name them with --map prompt=COLUMN,reward=COLUMN',
    );
  });
});
