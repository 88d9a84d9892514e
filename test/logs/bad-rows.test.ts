import { describe, expect, it } from 'vitest';
import { jsonLines, readLog, refusal, shown } from './read.ts';

const GOOD = jsonLines({ prompt: 'p', response: 'a', reward: 1, logprob: -1, probability: 0.5, count: 1 });
const AFTER = '; correct or remove it, or skip bad rows with --on-bad-row skip';

/** A bad line, its kind, and what is said of it. */
const BAD: readonly (readonly [string, string, string])[] = [
  ['{"prompt": "p", "resp', 'not JSON', 'the row is not JSON; is it cut off?'],
  ['{"prompt": p}', 'not JSON', 'the row is not JSON'],
  ['{"prompt": 1, "prompt": 2}', 'not JSON', 'the key "prompt" is given twice'],
  ['[1]', 'not an object', 'the row must be an object, not a list'],
  ['7', 'not an object', 'the row must be an object, not a number'],
  ['{"response": "b", "reward": 1}', 'missing prompt', 'prompt: the prompt is missing'],
  ['{"prompt": null, "response": "b", "reward": 1}', 'missing prompt', 'prompt: the prompt is missing'],
  ['{"prompt": NaN, "response": "b", "reward": 1}', 'missing prompt', 'prompt: the prompt is missing'],
  [
    '{"prompt": {}, "response": "b", "reward": 1}',
    'wrong type',
    'prompt: it must be a text or a list of chat messages, not an object',
  ],
  ['{"prompt": "p", "reward": 1}', 'missing response', 'response: the response is missing'],
  ['{"prompt": "p", "response": "b"}', 'missing reward', 'reward: the reward is missing'],
  ['{"prompt": "p", "response": "b", "reward": ""}', 'missing reward', 'reward: the reward is missing'],
  ['{"prompt": "p", "response": "b", "reward": NaN}', 'NaN', 'reward: it is NaN'],
  ['{"prompt": "p", "response": "b", "reward": "nan"}', 'NaN', 'reward: it is NaN'],
  ['{"prompt": "p", "response": "b", "reward": -Infinity}', 'infinite', 'reward: it is infinite'],
  [
    '{"prompt": "p", "response": "b", "reward": "good"}',
    'not a number',
    'reward: "good" is not a number like 3, 1/5 or 0.25',
  ],
  ['{"prompt": "p", "response": "b", "reward": {}}', 'wrong type', 'reward: it must be a number, not an object'],
  [
    '{"prompt": "p", "response": "b", "reward": 1, "logprob": 0.5}',
    'positive log-probability',
    'logprob: a log-probability is at most 0, not 0.5',
  ],
  ['{"prompt": "p", "response": "b", "reward": 1, "logprob": "-inf"}', 'infinite', 'logprob: it is infinite'],
  [
    '{"prompt": "p", "response": "b", "reward": 1, "logprob": -1e999}',
    'infinite',
    'logprob: it is beyond the range of doubles',
  ],
  [
    '{"prompt": "p", "response": "b", "reward": 1, "probability": 1.5}',
    'probability outside [0, 1]',
    'probability: a probability is from 0 to 1, not 1.5',
  ],
  [
    '{"prompt": "p", "response": "b", "reward": 1, "probability": -1e-9}',
    'probability outside [0, 1]',
    'probability: a probability is from 0 to 1, not -1e-9',
  ],
  [
    '{"prompt": "p", "response": "b", "reward": 1, "count": 0}',
    'bad count',
    'count: a number of samples is an integer from 1 to 2^53 − 1, not 0',
  ],
  [
    '{"prompt": "p", "response": "b", "reward": 1, "count": 1.5}',
    'bad count',
    'count: a number of samples is an integer from 1 to 2^53 − 1, not 1.5',
  ],
  [
    '{"prompt": "p", "response": "b", "reward": 1, "count": 9007199254740993}',
    'bad count',
    'count: a number of samples is an integer from 1 to 2^53 − 1, not 9007199254740993',
  ],
  [
    '{"prompt": "p", "response": ["b"], "reward": [1, 2]}',
    'lists of different lengths',
    'response: the list has 1 entries, and others have 2',
  ],
  [
    '{"prompt": "p", "response": "b", "reward": [1]}',
    'wrong type',
    'response: it must be a list, as the rewards are, not a string',
  ],
];

/** Rows that are wrong in one way only have a count, as the good ones do. */
const lineOf = (line: string, kind: string): string =>
  line.endsWith('}') && !/"count"|\[/.test(line) && kind !== 'not JSON' ? line.replace(/\}$/, ', "count": 1}') : line;

describe('a bad row', () => {
  it.each(BAD)('%s is %s', async (line, kind, message) => {
    const content = `${GOOD}${lineOf(line, kind)}\n${GOOD}`;
    expect(await refusal({ 'a.jsonl': content })).toBe(`a.jsonl:2: ${message}${AFTER}`);
    const { prompts, summary, folder } = await readLog({ 'a.jsonl': content }, { onBadRow: 'skip' });
    expect(summary.problems).toEqual([{ kind, rows: 1, first: `${folder}/a.jsonl:2` }]);
    expect([summary.rows, summary.samples, shown(prompts).p]).toEqual([3, 2, '1 log p -1 p 1/2 x2']);
  });

  it('of values that are too many or too few', async () => {
    const content = 'prompt,reward\np,1\np\np,1,2\np,0\n';
    expect(await refusal({ 'a.csv': content })).toBe(`a.csv:3: the row has 1 values for 2 columns${AFTER}`);
    const { prompts, summary } = await readLog({ 'a.csv': content }, { onBadRow: 'skip' });
    expect([shown(prompts).p, summary.rows]).toEqual(['0 x1, 1 x1', 4]);
    expect(summary.problems.map(({ kind, rows }) => [kind, rows])).toEqual([['uneven row', 2]]);
  });

  it('of lists loses only its bad samples', async () => {
    const content = '{"prompt": "p", "rewards": [1, NaN, null, 0]}\n';
    expect(await refusal({ 'a.jsonl': content })).toBe(`a.jsonl:1: entry 2: rewards: it is NaN${AFTER}`);
    const { prompts, summary } = await readLog({ 'a.jsonl': content }, { onBadRow: 'skip' });
    expect([shown(prompts).p, summary.problems.map(({ kind }) => kind)]).toEqual([
      '0 x1, 1 x1',
      ['NaN', 'missing reward'],
    ]);
  });

  it('is counted with its kind, and the first place', async () => {
    const content = `${GOOD}x\ny\n${GOOD}z\n`;
    const { summary, folder } = await readLog({ 'a.jsonl': content }, { onBadRow: 'skip' });
    expect(summary.problems).toEqual([{ kind: 'not JSON', rows: 3, first: `${folder}/a.jsonl:2` }]);
  });

  it('is not all that a log may hold', async () => {
    expect(await refusal({ 'a.jsonl': 'x\ny\n' }, { onBadRow: 'skip' })).toBe('a.jsonl holds no good samples');
  });

  it('of a list that is cut off is the last one', async () => {
    const content = '[{"prompt": "p", "reward": 1},\n{"prompt": "p", "rew';
    const { prompts, summary } = await readLog({ 'a.json': content }, { onBadRow: 'skip' });
    expect([shown(prompts).p, summary.problems[0]?.kind]).toEqual(['1 x1', 'not JSON']);
  });
});

describe('log-probabilities of tokens', () => {
  const row = { prompt: 'p', response: 'a', reward: 1, logprobs: [-1, -2] };

  it('are refused as those of the response', async () => {
    expect(await refusal({ 'a.jsonl': jsonLines(row) })).toMatch(
      /^a\.jsonl:1: logprobs: it is a list of log-probabilities of tokens, and that of the whole response is needed; logprob=sum\(logprobs\) /,
    );
  });

  it('are left alone where the user says so', async () => {
    const { prompts, summary } = await readLog({ 'a.jsonl': jsonLines(row) }, { map: new Map([['logprob', '']]) });
    expect([shown(prompts).p, summary.ignored]).toEqual(['1 x1', ['logprobs']]);
  });

  it('are not summed where one is missing', async () => {
    const content = jsonLines({ ...row, logprobs: [null, -1] });
    expect(await refusal({ 'a.jsonl': content }, { map: new Map([['logprob', 'sum(logprobs)']]) })).toBe(
      `a.jsonl:1: logprobs, entry 1: it must be a number, not null${AFTER}`,
    );
  });
});
