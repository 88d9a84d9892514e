import { describe, expect, it } from 'vitest';
import { jsonLines, readLog, refusal, shown } from './read.ts';

const lmEval = (id: number, response: string, score: unknown, more: object = {}): object => ({
  doc_id: id,
  doc: { question: 'q' },
  target: '4',
  arguments: [['q', {}]],
  resps: [[response]],
  filtered_resps: [response],
  filter: 'strict-match',
  metrics: ['exact_match'],
  doc_hash: `hash ${id}`,
  exact_match: score,
  ...more,
});

describe('logs of lm-evaluation-harness', () => {
  it('have a row for each document', async () => {
    const content = jsonLines(lmEval(0, 'a', 1.0), lmEval(1, 'b', 0.0), lmEval(0, 'c', false));
    const { prompts, summary } = await readLog({ 'samples_gsm8k.jsonl': content });
    expect(shown(prompts)).toEqual({ 0: '0 x1, 1 x1', 1: '0 x1' });
    expect([summary.layout, Object.fromEntries(summary.columns)]).toEqual([
      'lm-eval',
      { prompt: 'doc_id', response: 'resps.0.0', reward: 'exact_match' },
    ]);
  });

  it('of older versions name no metrics', async () => {
    const old = { ...lmEval(0, 'a', 1), metrics: undefined };
    expect(shown((await readLog({ 'a.jsonl': jsonLines(old) })).prompts)).toEqual({ 0: '1 x1' });
  });

  it('of several metrics need the name of one', async () => {
    const content = jsonLines(lmEval(0, 'a', 1, { metrics: ['acc', 'acc_norm'], acc: 1, acc_norm: 0 }));
    expect(await refusal({ 'a.jsonl': content })).toBe(
      'a.jsonl: the log has several metrics, "acc", "acc_norm"; name the reward, as --map reward=acc',
    );
    const { prompts } = await readLog({ 'a.jsonl': content }, { map: new Map([['reward', 'acc_norm']]) });
    expect(shown(prompts)).toEqual({ 0: '0 x1' });
  });

  it('compare options without a response', async () => {
    const row = lmEval(0, 'a', 1, { resps: [[['-1.5', 'False']], [['-2.5', 'False']]] });
    const { summary } = await readLog({ 'a.jsonl': jsonLines(row) });
    expect(Object.fromEntries(summary.columns)).toEqual({ prompt: 'doc_id', reward: 'exact_match' });
  });

  it('count a sample once, although each filter scores it', async () => {
    const content = jsonLines(lmEval(0, 'a', 0), lmEval(0, 'a', 1, { filter: 'flexible-extract' }));
    expect(await refusal({ 'a.jsonl': content })).toMatch(
      /^a\.jsonl:2: filter: it is "flexible-extract", and was "strict-match" before; each filter scores the same samples/,
    );
    const { prompts, summary } = await readLog({ 'a.jsonl': content }, { onBadRow: 'skip' });
    expect([shown(prompts), summary.problems[0]?.kind]).toEqual([{ 0: '0 x1' }, 'another filter']);
  });

  it('of several tasks are not mixed', async () => {
    const content = jsonLines(lmEval(0, 'a', 0), lmEval(0, 'a', 1, { doc_hash: 'other' }));
    expect(await refusal({ 'a.jsonl': content })).toMatch(
      /^a\.jsonl:2: doc_hash: .*; the same doc_id stands for another/,
    );
    const { prompts } = await readLog({ 'a.jsonl': content }, { map: new Map([['prompt', 'doc_hash']]) });
    expect(shown(prompts)).toEqual({ 'hash 0': '0 x1', other: '1 x1' });
  });

  it('of several responses need a score for each', async () => {
    const content = jsonLines(lmEval(0, 'a', 1, { resps: [['a', 'b']] }));
    expect(await refusal({ 'a.jsonl': content })).toMatch(
      /^a\.jsonl:1: resps: the row has 2 responses and one score; /,
    );
  });
});

describe('logs of', () => {
  it.each([
    ['trl', { step: 1, prompt: 'p', completion: 'a', accuracy_reward: 0.5, advantage: 1.2 }, 'accuracy_reward'],
    ['verl', { input: 'p', output: 'a', gts: '4', score: 0.5, step: 1, acc: true }, 'score'],
    ['openrlhf', { input: 'p', output: 'a', reward: 0.5 }, 'reward'],
    ['human-eval', { task_id: 'p', completion: 'a', result: 'passed', passed: 0.5 }, 'passed'],
  ])('%s', async (layout, row, reward) => {
    const { prompts, summary } = await readLog({ 'a.jsonl': jsonLines(row) });
    expect([summary.layout, summary.columns.get('reward'), shown(prompts)]).toEqual([layout, reward, { p: '1/2 x1' }]);
    expect(summary.columns.size).toBe(3);
  });

  it('trl with several reward functions need the name of one', async () => {
    const row = { step: 1, prompt: 'p', completion: 'a', format: 1, accuracy: 0, advantage: 1.2 };
    expect(await refusal({ 'a.jsonl': jsonLines(row) })).toBe(
      'a.jsonl: the log has several reward functions, "format", "accuracy"; name the reward, as --map reward=format',
    );
  });

  it.each(['trl', 'verl'])('%s hold one step, since the policy changes', async (layout) => {
    const row =
      layout === 'trl' ? { prompt: 'p', completion: 'a', r: 1, advantage: 1 } : { input: 'p', output: 'a', score: 1 };
    const content = jsonLines({ ...row, step: 1 }, { ...row, step: 2 });
    expect(await refusal({ 'a.jsonl': content })).toMatch(
      /^a\.jsonl:2: step: it is 2, and was 1 before; the policy changes/,
    );
  });

  it('a layout that is asked for must have its columns', async () => {
    expect(await refusal({ 'a.csv': 'prompt,reward\np,1\n' }, { layout: 'verl' })).toBe(
      'a.csv: the layout verl needs a column input, and there are "prompt", "reward"',
    );
  });

  it('a layout that is not wanted is not recognised', async () => {
    const row = { input: 'p', output: 'a', score: 1, step: 1 };
    const { prompts } = await readLog({ 'a.jsonl': jsonLines(row, { ...row, step: 2 }) }, { layout: 'columns' });
    expect(shown(prompts)).toEqual({ p: '1 x2' });
  });
});
