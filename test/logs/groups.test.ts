import { describe, expect, it } from 'vitest';
import { jsonLines, readLog, refusal, shown } from './read.ts';

const raw = (...rewards: readonly string[]): string =>
  rewards.map((reward) => `{"prompt": "p", "reward": ${reward}}\n`).join('');

const groupsOf = async (content: string, options = {}): Promise<string | undefined> =>
  shown((await readLog({ 'a.jsonl': content }, options)).prompts).p;

describe('rewards are levels', () => {
  it('by their exact value, however they are written', async () => {
    expect(await groupsOf(raw('1', '1.0', '"1"', '1e0', '"2/2"', 'true', '"True"'))).toBe('1 x7');
    expect(await groupsOf(raw('false', '0.0', '-0'))).toBe('0 x3');
  });

  it('that are not rounded to doubles', async () => {
    expect(await groupsOf(raw('9007199254740993', '9007199254740992'))).toBe(
      '9007199254740992 x1, 9007199254740993 x1',
    );
    expect(await groupsOf(raw('0.1', '0.1000000000000000001'))).toMatch(/^1\/10 x1, 1000000000000000001\//);
  });

  it('in ascending order', async () => {
    expect(await groupsOf(raw('10', '9', '-1', '"1/3"', '0.33'))).toBe('-1 x1, 33/100 x1, 1/3 x1, 9 x1, 10 x1');
    expect(await groupsOf(raw('"1e200"', '1e-30', '-1e-30', '0', '1e-40'))).toBe(
      `-1/${10n ** 30n} x1, 0 x1, 1/${10n ** 40n} x1, 1/${10n ** 30n} x1, ${10n ** 200n} x1`,
    );
    const large = `${10n ** 300n}`;
    expect(await groupsOf(raw(`"1${large}"`, `"${large}.5"`, `"${large}"`))).toBe(
      `${large} x1, ${2n * 10n ** 300n + 1n}/2 x1, 1${large} x1`,
    );
  });
});

describe('samples are counted', () => {
  it('as often as a response was drawn', async () => {
    const row = { prompt: 'p', response: 'a', reward: 1 };
    expect(await groupsOf(jsonLines(row, row, { ...row, response: 'b' }))).toBe('1 x3');
  });

  it('by a column of counts', async () => {
    const content = 'prompt,reward,count\np,1,3\np,0,2\np,1.0,4\n';
    const { prompts, summary } = await readLog({ 'a.csv': content });
    expect([shown(prompts).p, prompts[0]?.samples, summary.samples, summary.rows]).toEqual(['0 x2, 1 x7', 9, 9, 3]);
  });

  it('from lists, one row for each prompt', async () => {
    const content = jsonLines(
      { question: 'p', completions: ['a', 'b', 'a'], scores: [1, 0, 1], logprobs: [-1, -2.5, -1] },
      { question: 'q', completions: ['a'], scores: [true], logprobs: [null] },
    );
    expect(shown((await readLog({ 'a.jsonl': content })).prompts)).toEqual({
      p: '0 log p -2.5 x1, 1 log p -1 x2',
      q: '1 x1',
    });
  });
});

describe('responses that are kept apart', () => {
  const options = { areApart: true };

  it('are groups, also of equal reward, in order of reward and first appearance', async () => {
    const rows = ['b', 'c', 'a', 'b'].map((response) => ({ prompt: 'p', response, reward: response === 'c' ? 0 : 1 }));
    expect(await groupsOf(jsonLines(...rows), options)).toBe('0 x1, 1 x2, 1 x1');
    expect(await groupsOf(jsonLines(...rows))).toBe('0 x1, 1 x3');
  });

  it('are not known without a column of responses', async () => {
    expect(await groupsOf(raw('1', '0', '1.0'), options)).toBe('0 x1, 1 x2');
  });
});

describe('with log-probabilities', () => {
  const row = (response: string, reward: number, logprob: number): object => ({
    prompt: 'p',
    response,
    reward,
    logprob,
  });

  it('each response is a group, in order of reward and log-probability', async () => {
    const content = jsonLines(row('a', 1, -1), row('b', 1, -3), row('c', 0, -2), row('a', 1, -1), row('d', 1, -1));
    expect(await groupsOf(content)).toBe('0 log p -2 x1, 1 log p -3 x1, 1 log p -1 x2, 1 log p -1 x1');
  });

  it('minus zero is zero', async () => {
    const { prompts } = await readLog({
      'a.jsonl': '{"prompt": "p", "response": "a", "reward": 1, "logprob": -0.0}\n',
    });
    expect(prompts[0]?.groups[0]?.logProbability).toBe(0);
  });

  it('those of the tokens are summed where that is asked for', async () => {
    const content = jsonLines({ prompt: 'p', response: 'a', reward: 1, logprobs: [-0.5, -0.25, 0] });
    expect(await groupsOf(content, { map: new Map([['logprob', 'sum(logprobs)']]) })).toBe('1 log p -0.75 x1');
  });

  it('a response with several is refused, or has the first one or the mean', async () => {
    const content = jsonLines(row('a', 1, -1), row('a', 1, -1), row('a', 1, -4));
    expect(await refusal({ 'a.jsonl': content })).toBe(
      'a.jsonl:3: the same response has another log-probability at a.jsonl:1; --duplicate-reward first takes the first one, --duplicate-reward mean the mean',
    );
    expect(await groupsOf(content, { duplicateReward: 'first' })).toBe('1 log p -1 x3');
    expect(await groupsOf(content, { duplicateReward: 'mean' })).toBe('1 log p -2 x3');
  });
});

describe('with probabilities', () => {
  it('they are exact', async () => {
    const content = 'prompt,response,reward,probability\np,a,1,0.1\np,b,1,1/3\np,c,0,17/30\n';
    const { prompts } = await readLog({ 'a.csv': content });
    expect(shown(prompts).p).toBe('0 p 17/30 x1, 1 p 1/10 x1, 1 p 1/3 x1');
  });

  it('each row without a response is an outcome of its own', async () => {
    const { prompts } = await readLog({ 'a.csv': 'prompt,reward,probability\np,1,0.25\np,1,0.25\np,0,1/2\n' });
    expect(shown(prompts).p).toBe('0 p 1/2 x1, 1 p 1/4 x1, 1 p 1/4 x1');
  });
});

describe('a response with several rewards', () => {
  const content = jsonLines(
    { prompt: 'p', response: 'a', reward: 0.25 },
    { prompt: 'p', response: 'b', reward: 1 },
    { prompt: 'p', response: 'a', reward: 0.5 },
    { prompt: 'q', response: 'a', reward: 7 },
    { prompt: 'p', response: 'a', reward: 0.5 },
  );

  it('is refused, naming both lines', async () => {
    expect(await refusal({ 'a.jsonl': content })).toMatch(
      /^a.jsonl:3: the same response has another reward at a.jsonl:1; /,
    );
  });

  it.each([
    ['first', '1/4 x3, 1 x1'],
    ['mean', '5/12 x3, 1 x1'],
  ] as const)('has the %s', async (duplicateReward, expected) => {
    const { prompts } = await readLog({ 'a.jsonl': content }, { duplicateReward });
    expect(shown(prompts)).toEqual({ p: expected, q: '7 x1' });
    expect(prompts.map(({ noisy }) => noisy)).toEqual([1, 0]);
  });

  it('is not told without a column of responses', async () => {
    expect(await groupsOf(raw('0.25', '0.5'))).toBe('1/4 x1, 1/2 x1');
  });
});

describe('prompts are', () => {
  it('texts, numbers as they are written, or messages whatever the order of their keys', async () => {
    const lines = [
      '{"prompt": "1", "reward": 1}',
      '{"prompt": 1, "reward": 2}',
      '{"prompt": 1.0, "reward": 3}',
      '{"prompt": [{"role": "user", "content": "é"}], "reward": 4}',
      '{"prompt": [{"content":"\\u00e9","role":"user"}], "reward": 5}',
    ];
    const { prompts } = await readLog({ 'a.jsonl': `${lines.join('\n')}\n` });
    expect(shown(prompts)).toEqual({
      '1': '1 x1, 2 x1',
      '1.0': '3 x1',
      '[{"content":"é","role":"user"}]': '4 x1, 5 x1',
    });
  });

  it('different where only halves of surrogate pairs differ, and so are responses', async () => {
    const rows = ['\ud800', '\ufffd', '__proto__', ''].map((prompt) => ({ prompt, reward: 1 }));
    expect((await readLog({ 'a.jsonl': jsonLines(...rows) })).prompts).toHaveLength(4);
    const responses = ['\ud800', '\ufffd'].map((response, reward) => ({ prompt: 'p', response, reward }));
    expect(await groupsOf(jsonLines(...responses))).toBe('0 x1, 1 x1');
  });
});
