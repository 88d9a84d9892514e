import { describe, expect, it } from 'vitest';
import { parseMap } from '../../src/logs/fields.ts';
import { InputError } from '../../src/policy/errors.ts';
import { jsonLines, readLog, refusal, shown } from './read.ts';

const csvOf = (columns: string): Record<string, string> => ({
  'a.csv': `${columns}\n${columns
    .split(',')
    .map((column) => (column.includes('logprob') ? '0' : '1'))
    .join(',')}\n`,
});

describe('columns are recognised', () => {
  it.each([
    ['prompt,response,reward', 'prompt=prompt response=response reward=reward'],
    ['Prompt,Completion,Score', 'prompt=Prompt response=Completion reward=Score'],
    ['question,generated_text,is_correct', 'prompt=question response=generated_text reward=is_correct'],
    ['instruction,output,pass', 'prompt=instruction response=output reward=pass'],
    ['doc_id,acc', 'prompt=doc_id reward=acc'],
    ['prompt,question,response,text,reward,score', 'prompt=prompt response=response reward=reward'],
    [
      'task_id,text,correct,cumulative_logprob',
      'logprob=cumulative_logprob prompt=task_id response=text reward=correct',
    ],
    ['prompt,reward,probability,count', 'count=count probability=probability prompt=prompt reward=reward'],
    ['prompt,response,reward,mean_logprob', 'prompt=prompt response=response reward=reward'],
  ])('%s', async (columns, expected) => {
    const { summary } = await readLog(csvOf(columns));
    expect([...summary.columns].map(([field, column]) => `${field}=${column}`).join(' ')).toBe(expected);
  });

  it('in rows that lack some of them', async () => {
    const content = jsonLines({ prompt: 'p', reward: 1 }, { prompt: 'p', reward: 1, response: 'a' });
    expect(await refusal({ 'a.jsonl': content })).toMatch(/^a.jsonl:1: response: the response is missing/);
  });
});

describe('columns are refused', () => {
  it.each([
    [
      'task_id,question,score',
      'the columns "task_id", "question" may each be the prompt; name it with --map prompt=task_id, or give prompt= for none',
    ],
    [
      'prompt,score,passed',
      'the columns "score", "passed" may each be the reward; name it with --map reward=score, or give reward= for none',
    ],
    [
      'id,value',
      'no column is known to be the prompt or the reward among "id", "value"; name them with --map prompt=COLUMN,reward=COLUMN',
    ],
    ['prompt,value', 'no column is known to be the reward among "prompt", "value"; name it with --map reward=COLUMN'],
    [
      'prompt,reward,num_samples',
      'the column "num_samples" may say how many samples a row stands for; name it with --map count=num_samples, or give count= for none',
    ],
    [
      'prompt,reward,logprob',
      'log-probabilities (column "logprob") need a column of responses, since samples of one response share its probability; name it with --map response=COLUMN, or give logprob= for none',
    ],
  ])('%s', async (columns, message) => {
    expect(await refusal(csvOf(columns))).toBe(`a.csv: ${message}`);
  });
});

describe('columns are named', () => {
  it('by a map, as values within them too', async () => {
    const content = jsonLines({ id: 3, out: [{ text: 'a' }], metadata: { score: 0.5 }, 'x.y': 1 });
    const map = parseMap('prompt=id, response=out.0.text,reward=metadata.score');
    const { prompts, summary } = await readLog({ 'a.jsonl': content }, { map });
    expect([shown(prompts), summary.ignored]).toEqual([{ 3: '1/2 x1' }, ['x.y']]);
  });

  it('but not within a number', async () => {
    const content = jsonLines({ prompt: 'p', reward: 1, score: 2 });
    expect(await refusal({ 'a.jsonl': content }, { map: parseMap('reward=score.text') })).toMatch(
      /the reward is missing/,
    );
  });

  it('by their whole name first', async () => {
    const content = jsonLines({ prompt: 'p', 'x.y': 1, x: { y: 2 } });
    expect(shown((await readLog({ 'a.jsonl': content }, { map: parseMap('reward=x.y') })).prompts)).toEqual({
      p: '1 x1',
    });
  });

  it('while the others are recognised, without the named ones', async () => {
    const { summary } = await readLog(csvOf('prompt,output,score,acc'), { map: parseMap('reward=acc') });
    expect(Object.fromEntries(summary.columns)).toEqual({ prompt: 'prompt', response: 'output', reward: 'acc' });
  });

  it('as a number of samples, or not', async () => {
    const files = { 'a.csv': 'prompt,reward,n\np,1,3\n' };
    expect(shown((await readLog(files, { map: parseMap('count=n') })).prompts)).toEqual({ p: '1 x3' });
    expect(shown((await readLog(files, { map: parseMap('count=') })).prompts)).toEqual({ p: '1 x1' });
  });

  it('as none', async () => {
    const { prompts } = await readLog(csvOf('prompt,response,reward'), { map: parseMap('reward=,response=') });
    expect(shown(prompts)).toEqual({ 1: 'null x1' });
  });

  it('only if they exist', async () => {
    expect(await refusal(csvOf('prompt,reward'), { map: parseMap('reward=rewrad') })).toBe(
      'a.csv: there is no column "rewrad" for reward; there are "prompt", "reward"',
    );
  });
});

describe('a map is refused', () => {
  it.each([
    ['prompt', 'a map of columns: "prompt" must have the form FIELD=COLUMN, as prompt=prompt_id'],
    ['promt=a', 'a map of columns: "promt=a" must start with prompt, response, reward, logprob, probability or count'],
    ['reward=a,reward=b', 'a map of columns: reward is given twice'],
    ['reward=sum(a)', 'a map of columns: reward: only log-probabilities can be summed'],
    ['', 'a map of columns: "" must have the form FIELD=COLUMN, as prompt=prompt_id'],
  ])('%s', (text, message) => {
    expect(() => parseMap(text)).toThrow(new InputError(message));
  });

  it.each(['mean_logprob', 'avg_logprob', 'logprob_per_token', 'normalized_logprob', 'logprob_mean', 'norm_logp'])(
    'that takes %s for a log-probability',
    (column) => {
      expect(() => parseMap(`logprob=${column}`)).toThrow(
        /for each token, and the probability of the whole response .* is needed/,
      );
    },
  );
});
