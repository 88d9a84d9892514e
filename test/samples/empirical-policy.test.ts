import { describe, expect, it } from 'vitest';
import { empiricalPolicy } from '../../src/samples/empirical-policy.ts';
import { jsonLines, readLog } from '../logs/read.ts';
import { policies } from './files.ts';

const sample = (response: string, reward: number, prompt = 'p'): object => ({ prompt, response, reward });

/** Weights in reward order with their levels, for each prompt. */
async function shapes(...rows: object[]): Promise<object[]> {
  const found = await policies('s.jsonl', jsonLines(...rows));
  return found.map(({ prompt, samples, policy: { weights, ranks, ties } }) => ({
    prompt,
    samples,
    weights,
    ranks,
    ties,
  }));
}

describe('an empirical policy', () => {
  it('counts identical responses as one outcome', async () => {
    expect(await shapes(sample('a', 1), sample('b', 2), sample('a', 1))).toEqual([
      { prompt: 'p', samples: 3, weights: [2n, 1n], ranks: [0, 1], ties: 'level' },
    ]);
  });

  it('lets different responses of equal reward tie', async () => {
    expect(await shapes(sample('a', 1), sample('b', 0), sample('c', 1), sample('b', 0))).toEqual([
      { prompt: 'p', samples: 4, weights: [2n, 1n, 1n], ranks: [0, 1, 1], ties: 'level' },
    ]);
  });

  it('orders outcomes by exact reward, however they come', async () => {
    const [policy] = await shapes(sample('a', 0.3), sample('b', 0.1 + 0.2), sample('a', 0.3), sample('c', -1e300));
    expect(policy).toMatchObject({ weights: [1n, 2n, 1n], ranks: [0, 1, 2] });
  });

  it('takes 0 and −0 for one reward', async () => {
    expect(await shapes(sample('a', 0), sample('b', -0))).toMatchObject([{ weights: [1n, 1n], ranks: [0, 0] }]);
  });

  it('belongs to one prompt; prompts come in the order of the file', async () => {
    const rows = [sample('a', 1, 'z'), sample('a', 2, 'y'), sample('b', 0, 'z'), sample('a', 2, '__proto__')];
    expect(await shapes(...rows)).toMatchObject([
      { prompt: 'z', weights: [1n, 1n] },
      { prompt: 'y', weights: [1n] },
      { prompt: '__proto__', weights: [1n] },
    ]);
  });

  it('tells responses apart that differ in white space only', async () => {
    expect(await shapes(sample('a', 1), sample('a ', 1))).toMatchObject([{ weights: [1n, 1n] }]);
  });

  it('has weights without a common factor', async () => {
    const rows = [sample('a', 0), sample('a', 0), sample('b', 1), sample('b', 1)];
    expect(await shapes(...rows)).toMatchObject([{ samples: 4, weights: [1n, 1n] }]);
  });

  it('is the same from CSV, where rewards are read as written', async () => {
    const [policy] = await policies('s.csv', 'prompt,response,reward\np,a,0.5\np,b,1/2\np,c,0.50001\n');
    expect(policy?.policy).toMatchObject({ weights: [1n, 1n, 1n], ranks: [0, 0, 1] });
  });
});

describe('one response with several rewards', () => {
  const rows = [sample('a', 0.50012), sample('b', 0.50013), sample('a', 0.50015), sample('a', 0.50012), sample('c', 1)];

  it('has the first one where that is asked for', async () => {
    const [found] = await policies('s.jsonl', jsonLines(...rows), 'first');
    expect(found).toMatchObject({ samples: 5, duplicates: 1, policy: { weights: [3n, 1n, 1n], ranks: [0, 1, 2] } });
  });

  it('has the mean over its samples where that is asked for, exactly', async () => {
    // (.50012 + .50015 + .50012)/3 = .50013, as b has it
    const [found] = await policies('s.jsonl', jsonLines(...rows), 'mean');
    expect(found).toMatchObject({ samples: 5, duplicates: 1, policy: { weights: [3n, 1n, 1n], ranks: [0, 0, 1] } });
  });

  it('counts, and one with a reward that is written differently does not', async () => {
    const content = 'prompt,response,reward\np,a,1\np,a,1.0\np,b,1\np,b,2\np,b,1\nq,b,1\nq,b,3\n';
    const found = await policies('s.csv', content, 'mean');
    expect(found.map(({ duplicates }) => duplicates)).toEqual([1, 1]);
  });
});

describe('a response that is not known', () => {
  it('is any of its reward: the outcomes are the levels', async () => {
    const content = 'prompt,reward\np,1\np,0\np,1.0\n';
    expect(await policies('s.csv', content)).toMatchObject([
      { samples: 3, policy: { weights: [1n, 2n], ranks: [0, 1] } },
    ]);
  });

  it('counts as often as its row says', async () => {
    const content = 'prompt,reward,count\np,1,3\np,0,6\n';
    expect(await policies('s.csv', content)).toMatchObject([{ samples: 9, policy: { weights: [2n, 1n] } }]);
  });
});

describe('a policy is refused, naming its place', () => {
  it('where there are no rewards', async () => {
    const { prompts } = await readLog({ 's.csv': 'prompt,response\np,a\n' }, { map: new Map([['reward', '']]) });
    expect(() => prompts.map(empiricalPolicy)).toThrow(
      /s\.csv:2: the samples have no reward; name its column with --map reward=COLUMN$/,
    );
  });
});
