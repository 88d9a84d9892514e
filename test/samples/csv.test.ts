import { describe, expect, it } from 'vitest';
import { complaint, policies, read } from './files.ts';

const HEADER = 'prompt,response,reward\n';

describe('CSV is read', () => {
  it('row by row, with the line they stand on', async () => {
    expect(await read('s.csv', `${HEADER}p,a,1\nq,b,-2.5\n`)).toEqual([
      ['p', 'a', '1', 2],
      ['q', 'b', '-5/2', 3],
    ]);
  });

  it('with rewards exactly as they are written', async () => {
    const rows = await read('s.csv', `${HEADER}p,a,0.1\np,b,1/3\np,c,1e-30\np,d, 7 \n`);
    expect(rows.map(([, , reward]) => reward)).toEqual(['1/10', '1/3', `1/1${'0'.repeat(30)}`, '7']);
  });

  it('by the names of its columns, in any order, without regard to further ones', async () => {
    expect(await read('s.csv', 'id,reward,response,prompt,note\n1,3,a,p,x\n')).toEqual([['p', 'a', '3', 2]]);
  });

  it('with quoted commas, quotes and newlines', async () => {
    const rows = await read('s.csv', `${HEADER}"p, q","say ""hi""\nagain",1\np,b,2\n`);
    expect(rows.map(([prompt, response]) => [prompt, response])).toEqual([
      ['p, q', 'say "hi"\nagain'],
      ['p', 'b'],
    ]);
  });

  it('over blank lines', async () => {
    const rows = await read('s.csv', `${HEADER}\np,a,1\n\np,b,2\n\n`);
    expect(rows).toEqual([
      ['p', 'a', '1', 3],
      ['p', 'b', '2', 5],
    ]);
  });

  it('after a byte order mark, with line ends of any system', async () => {
    expect(await read('s.csv', `\uFEFF${HEADER}p,a,1\n`.replaceAll('\n', '\r\n'))).toEqual([['p', 'a', '1', 2]]);
  });

  it('with line ends of several kinds in one file', async () => {
    const [policy, ...more] = await policies('s.csv', 'response,reward,prompt\nx,1,a\r\ny,2,a\nz,3,a\rw,4,a');
    expect([policy?.prompt, policy?.samples, more]).toEqual(['a', 4, []]);
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
    const found = await read(name, `\n${rows.map((row) => `${row.join(separator)}\r\n`).join('')}`);
    expect(found).toEqual([['p\n', 'a;b\tc,d', '3', 4]]);
  });

  it('from names that end in .csv in any case', async () => {
    expect(await read('S.CSV', `${HEADER}p,a,1\n`)).toHaveLength(1);
  });

  it('with empty texts', async () => {
    expect(await read('s.csv', `${HEADER},,1\n`)).toEqual([['', '', '1', 2]]);
  });
});

describe('a bad row is named by file, line and field', () => {
  it.each([
    ['an empty reward', 'p,b,', /^FILE:3: reward: "" is not a number .*; remove this sample$/],
    ['a reward that is a word', 'p,b,good', /^FILE:3: reward: "good" is not a number like 3, 1\/5 or 0.25$/],
    ['a reward that is NaN', 'p,b,NaN', /^FILE:3: reward: "NaN" is not a number .*; remove this sample$/],
    ['a decimal comma', 'p,b,"0,5"', /^FILE:3: reward: "0,5" is not a number/],
    ['an infinite reward', 'p,b,Infinity', /^FILE:3: reward: "Infinity" is not a number/],
    ['a reward over zero', 'p,b,1/0', /^FILE:3: reward: "1\/0" has denominator 0$/],
    ['a reward of too many digits', 'p,b,1e99999', /^FILE:3: reward: .*digits$/],
    ['a row that is too short', 'p,b', /^FILE: not CSV: .*on line 3/],
    ['a row that is too long', 'p,b,1,2', /^FILE: not CSV: .*on line 3/],
    ['a quote in the middle', 'p,b"c,1', /^FILE: not CSV: .*line 3/],
    ['a quote that is not closed', 'p,"b,1', /^FILE: not CSV: .*line/],
  ])('%s', async (_, line, message) => {
    expect(await complaint('s.csv', `${HEADER}p,a,1\n${line}\n`)).toMatch(message);
  });

  it.each(['prompt', 'response', 'reward'])('a missing column %s', async (column) => {
    const content = `${HEADER}p,a,1\n`.replace(column, 'other');
    const found = ['prompt', 'response', 'reward']
      .map((name) => (name === column ? '"other"' : `"${name}"`))
      .join(', ');
    expect(await complaint('s.csv', content)).toBe(
      `FILE:1: the column ${column} is missing; samples need prompt, response and reward, and here there are ${found}`,
    );
  });

  it('all columns that are missing at once', async () => {
    const rest = 'samples need prompt, response and reward, and here there are';
    expect(await complaint('s.csv', 'prompt,completion,score\np,a,1\n')).toBe(
      `FILE:1: the columns response and reward are missing; ${rest} "prompt", "completion", "score"`,
    );
    expect(await complaint('s.csv', 'p,a\np,b\n')).toBe(
      `FILE:1: the columns prompt, response and reward are missing; ${rest} "p", "a"`,
    );
  });

  it.each([
    ['a column given twice', 'prompt,response,reward,reward', 'the column "reward" is given twice'],
    ['a column of counts', 'prompt,response,reward,Count', 'the column "Count" is not supported: '],
    ['a column of weights', 'weight,prompt,response,reward', 'the column "weight" is not supported: '],
    ['a column of numbers of samples', 'prompt,response,reward,num_samples', 'the column "num_samples" is not '],
    ['bars', 'prompt|response|reward', 'the columns prompt, response and reward are missing; '],
  ])('%s', async (_, header, message) => {
    const row = header.split(',').map(() => '1');
    expect(await complaint('s.csv', `${header}\n${row}\n`)).toContain(`FILE:1: ${message}`);
  });
});
