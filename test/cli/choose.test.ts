import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Choice, choiceSchema } from '../../src/analysis/choice-schema.ts';
import { jsonLines } from '../logs/read.ts';
import { samplesFile } from '../samples/files.ts';
import { bonafide, refusal } from './bonafide.ts';

const SCORES = join('examples', 'scores.jsonl');

async function choiceOf(...args: string[]): Promise<Choice & { code: number }> {
  const { out, code } = await bonafide('choose', ...args, '--json');
  return { ...choiceSchema.parse(JSON.parse(out)), code };
}

describe('choose', () => {
  it('answers from samples as the README shows', async () => {
    const { out, code } = await bonafide('choose', SCORES, '--kl', '2', '--win-rate', '0.9');
    expect(code).toBe(0);
    const readme = await readFile('README.md', 'utf8');
    const shown = /above a table of the n that it names:\n\n```\n([^`]*)```/.exec(readme)?.[1];
    expect(out).toContain(shown);
  });

  it('gives the same answers as JSON, with the analysis of each n that it names', async () => {
    const { answers, analysis, code } = await choiceOf(SCORES, '--kl', '2', '--win-rate', '0.9');
    expect(code).toBe(0);
    expect(answers.map(({ byFormula, chosen, excluded, estimate }) => [byFormula, chosen, excluded, estimate])).toEqual(
      [
        [19, 20, 30, 22],
        [9, 18, 10, 11],
      ],
    );
    expect(analysis?.rows.map(({ n }) => n)).toEqual([9, 18, 19, 20, 36, 40]);
    expect(analysis?.rows.find(({ n }) => n === 20)?.kl.upper).toBeLessThanOrEqual(2);
  });

  it('says in its help which log-probability is meant', async () => {
    const { out, code } = await bonafide('choose', '--help');
    expect([code, out]).toEqual([0, expect.stringContaining('It is no mean over tokens.')]);
  });

  it('is undecided, with exit code 3, where the samples do not suffice', async () => {
    const { out, code } = await bonafide('choose', SCORES, '--win-rate', '0.96');
    expect(code).toBe(3);
    expect(out).toContain('Win rate ≥ 0.96: undecided. It is not shown at n = 31');
  });

  it('knows the range of rewards that are 0 or 1', async () => {
    const rows = Array.from({ length: 400 }, (_, i) => ({ prompt: `p${i % 20}`, reward: Number(i % 3 === 0) }));
    const file = await samplesFile('log.jsonl', jsonLines(...rows));
    const { answers, analysis } = await choiceOf(file, '--accuracy', '0.6');
    expect(answers[0]).toMatchObject({ measure: 'accuracy', method: 'finite-sample' });
    expect(analysis?.rows[0]?.reward?.interval?.method).toBe('finite-sample');
    expect(await refusal('choose', SCORES, '--accuracy', '0.6')).toContain('--accuracy needs rewards that are 0 or 1');
  });

  it('is certified for a policy, and says what no n reaches, with exit code 1', async () => {
    const kl = await choiceOf('--weights', '1,2,3', '--kl', '1/2');
    expect(kl).toMatchObject({ code: 0, answers: [{ chosen: 4, excluded: 5, byFormula: 3, method: 'certified' }] });
    expect(kl.analysis).toMatchObject({ log: null, kind: 'support' });
    const limit = await bonafide('choose', '--probabilities', '1/2,1/2', '--win-rate', '0.75');
    expect([limit.code, limit.out]).toEqual([1, expect.stringContaining('no n up to 10^9 reaches it')]);
    const any = await bonafide('choose', '--weights', '1,1', '--kl', '0.7');
    expect(any.out).toContain('every n up to 10^9 is within it');
  });

  it('is undecided, with exit code 3, where the last precision does not tell a win rate from its limit', async () => {
    const nearly = `0.74${'9'.repeat(6000)}`;
    const { out, code } = await bonafide('choose', '--probabilities', '1/2,1/2', '--win-rate', nearly);
    expect([code, out]).toEqual([3, expect.stringContaining('undecided at the last precision')]);
  });

  it('reads a log with the probabilities of all answers', async () => {
    const rows = [0.25, 0.75].map((probability, reward) => ({
      prompt: 'p',
      response: `r${reward}`,
      probability,
      reward,
    }));
    const { answers, code } = await choiceOf(await samplesFile('log.jsonl', jsonLines(...rows)), '--accuracy', '0.9');
    // 1 − (1/4)^n ≥ 0.9 first at n = 2.
    expect([code, answers[0]?.chosen, answers[0]?.method]).toEqual([0, 2, 'certified']);
  });

  it('decides mean rewards exactly', async () => {
    const chosenFor = async (failure: string, accuracy: string): Promise<number | null | undefined> => {
      const success = failure === '0.9' ? '0.1' : '1e-17';
      const rows = `p,0,${failure}\np,1,${success}\n`;
      const file = await samplesFile('log.csv', `prompt,reward,probability\n${rows}`);
      return (await choiceOf(file, '--accuracy', accuracy)).answers[0]?.chosen;
    };
    expect(await chosenFor('0.9', '0.19')).toBe(2);
    expect(await chosenFor('0.9', '0.190000000000000000001')).toBe(3);
    // 1 − (1 − 1e−17)^n ≥ 1e−9.
    expect(await chosenFor('0.99999999999999999', '1e-9')).toBe(100_000_001);
  });

  it('does not take samples without a success for a proof, nor for one sample', async () => {
    const file = await samplesFile('log.csv', 'prompt,reward\na,0\na,0\nb,0\nb,0\nc,0\nc,0\n');
    for (const options of [[], ['--target', 'population'], ['--support', 'complete']]) {
      const { answers, code } = await choiceOf(file, '--reward', '0.01', ...options);
      expect([code, answers[0]?.chosen, answers[0]?.excluded]).toEqual([3, null, null]);
    }
  });

  it('finds the n for a win rate from few prompts', async () => {
    const rows = Array.from({ length: 280 }, (_, i) => ({ prompt: `p${i % 7}`, reward: Math.sin(i) }));
    const { answers } = await choiceOf(await samplesFile('log.jsonl', jsonLines(...rows)), '--win-rate', '0.8');
    expect(answers[0]).toMatchObject({ byFormula: 4, estimate: 4, excluded: 3 });
    expect(answers[0]?.chosen).toBeLessThanOrEqual(10);
  });

  it('says without data what holds for every policy', async () => {
    const { out, code } = await bonafide('choose', '--kl', '2', '--win-rate', '0.9');
    expect(code).toBe(0);
    expect(out).toContain('KL ≤ 2 nats: n = 19, the largest n at which every policy is within it.');
    expect(out).toContain('Win rate ≥ 0.9: at least n = 9, for every policy');
    expect((await bonafide('choose', '--win-rate', '0.9999999999')).out).toContain('no n up to 10^9 reaches it');
    expect(await choiceOf('--win-rate', '0.50000000000000000000001')).toMatchObject({
      answers: [{ chosen: null, byFormula: 2 }],
    });
    expect(await choiceOf('--kl', '100')).toMatchObject({ analysis: null, answers: [{ chosen: 10 ** 9 }] });
  });

  it.each([
    [['--kl', '-1'], '--kl must be a number of nats ≥ 0, such as 2.0, not "-1"'],
    [['--kl', 'NaN'], '--kl must be a number of nats ≥ 0, such as 2.0, not "NaN"'],
    [['--win-rate', '1'], '--win-rate must be a probability between 0 and 1, such as 0.9, not "1"'],
    [['--accuracy', '1.1'], '--accuracy must be a share above 0 and at most 1, such as 0.9, not "1.1"'],
    [['--reward', ''], '--reward must be a number, such as 1.5, not ""'],
    [[], 'give a budget or a target: --kl, --win-rate, --reward or --accuracy'],
    [['--reward', '1'], '--reward and --accuracy need samples, or a log with the probability of every answer'],
    [['--kl', '1', '--weights', '1', SCORES], 'give samples or a policy, not both'],
    [['--kl', '1', '--weights', '1', '--policy', 'p'], 'give exactly one of --weights, --probabilities and --policy'],
    [['--kl', '1', '--weights', '1,-1'], '--weights: the 2nd entry is -1, and weights must be positive'],
    [['--kl', '1', '--layout', 'trl'], '--layout says how to read samples, and there are none; leave it out'],
    [['--kl', '1', '--min-samples', '2'], '--min-samples has no meaning for a choice without data; leave it out'],
  ])('refuses %j', async (args, message) => {
    expect(await refusal('choose', ...args)).toBe(message);
  });
});
