import { describe, expect, it } from 'vitest';
import { sampleNotes } from '../../src/report/sample-notes.ts';
import { outdrawn, shapeOf } from '../../src/samples/shape.ts';
import { jsonLines } from '../logs/read.ts';
import { samples as plain } from '../report/sample-reports.ts';
import { policies } from './files.ts';

const sample = (prompt: string, response: string, reward: number): object => ({ prompt, response, reward });

describe('the shape of samples', () => {
  it('counts prompts of one level, prompts with ties and the fewest samples of a prompt', async () => {
    const content = jsonLines(
      ...['a', 'b', 'c', 'c'].map((response) => sample('level', response, 1)),
      ...['a', 'b', 'c'].map((response) => sample('binary', response, response === 'c' ? 1 : 0)),
      ...['a', 'a'].map((response) => sample('alone', response, 1)),
      ...['a', 'b', 'c', 'd'].map((response, i) => sample('distinct', response, i)),
    );
    const prompts = await policies('s.jsonl', content);
    expect(shapeOf(prompts)).toEqual({ prompts: 4, samples: 13, fewest: 2, oneLevel: 2, tied: 2, duplicates: 0 });
    expect([1, 2, 3, 4, 5].map((n) => outdrawn(prompts, n))).toEqual([0, 0, 1, 2, 4]);
  });
});

describe('notes on samples', () => {
  const [row] = plain.rows;
  if (!row) throw new Error('there is no row');
  const quiet = { ...plain, prompts: 4, fewest: 6, oneLevel: 0, tied: 0 };

  it('are none where nothing misleads', () => {
    expect(sampleNotes(quiet)).toEqual([]);
  });

  it('say where n is more than the samples at hand', () => {
    const rows = [row, { ...row, n: 64, outdrawn: 3 }];
    expect(sampleNotes({ ...quiet, rows })).toEqual([
      'n = 64 exceeds the number of samples of 3 of 4 prompts (the smallest number is 6): their KL and win rate describe resampling from the given samples, not the model',
    ]);
  });

  it('count prompts of one reward level', () => {
    expect(sampleNotes({ ...quiet, oneLevel: 1 })).toEqual([
      '1 of 4 prompts has one reward level, where best-of-n changes nothing: KL 0 and win rate 1/2 count in the means',
    ]);
  });

  it('say which number to believe where rewards tie', () => {
    expect(sampleNotes({ ...quiet, tied: 4 })).toEqual([
      'rewards tie in 4 of 4 prompts: use the KL columns, which are exact for these policies; the formula and the estimator are upper bounds, far above the KL if many rewards tie, such as rewards of 0 and 1',
    ]);
  });

  it('say that samples without responses are told apart by their rewards only', () => {
    const log = { ...quiet.log, columns: { prompt: 'prompt', reward: 'reward' } };
    expect(sampleNotes({ ...quiet, log })).toEqual([
      'the log has no column of responses: samples of equal reward count as one outcome',
    ]);
    expect(sampleNotes({ ...quiet, log, kind: 'support' })).toEqual([]);
  });

  it.each([
    ['mean', 1, '1 response has several rewards, of which the mean counts'],
    ['first', 2, '2 responses have several rewards, of which the first one counts'],
  ] as const)('say what became of several rewards: %s', (how, responses, note) => {
    expect(sampleNotes({ ...quiet, duplicates: { how, responses } })).toEqual([note]);
  });
});
