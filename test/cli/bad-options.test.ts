import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { bonafide, refusal } from './bonafide.ts';

const POLICY = ['compute', '--weights', '1,1'];

describe('compute refuses n', () => {
  it.each(['0', '-3', '2.5', '1e3', `1${'0'.repeat(400)}`, '1000000001', 'ten', '', ' ', 'NaN', '0x2', '2,', '2,0'])(
    '%s',
    async (n) => {
      const sentence = await refusal(...POLICY, '--n', n);
      expect(sentence).toMatch(/^n must be an integer from 1 to 1000000000, not /);
      expect(sentence.length).toBeLessThan(110);
    },
  );

  it('that is missing', async () => {
    expect(await refusal(...POLICY)).toBe('give the number of draws with --n');
  });
});

describe('options are refused by name', () => {
  it.each([
    [[...POLICY, '--n', '2', '--digits', '0'], /^--digits must be an integer from 1 to 1000, not "0"$/],
    [[...POLICY, '--n', '2', '--digits', '1001'], /^--digits must be an integer from 1 to 1000, not "1001"$/],
    [[...POLICY, '--n', '2', '--digits', '1.5'], /^--digits must be /],
    [[...POLICY, '--n', '2', '--ties', 'x'], /^--ties must be level, order or error, not "x"$/],
    [['verify', '--runs', '0'], /^--runs must be an integer from 1 to 1000000000000, not "0"$/],
    [['verify', '--runs', '1000000000001'], /^--runs must be /],
    [['verify', '--runs', 'many'], /^--runs must be .*, not "many"$/],
    [['verify', '--runs', ''], /^--runs must be .*, not ""$/],
    [['verify', '--seed', '-1'], /^--seed must be an integer from 0 to 2147483647, not "-1"$/],
    [['verify', '--seed', '2147483648'], /^--seed must be /],
    [['verify', '--workers', '0'], /^--workers must be an integer from 1 to 256, not "0"$/],
    [['verify', '--workers', '257'], /^--workers must be /],
    [['verify', '--time', '0'], /^--time must be a positive number of seconds, not "0"$/],
    [['verify', '--time', '-2'], /^--time must be .*, not "-2"$/],
    [['verify', '--time', 'Infinity'], /^--time must be /],
    [['verify', '--time', 'soon'], /^--time must be /],
    [['verify', '--time', ''], /^--time must be /],
    [['verify', '--time', '0x10'], /^--time must be /],
    [['verify', '--samples', 's.jsonl', '--n', '2,0'], /^n must be an integer .* not 0$/],
    [['verify', '--samples', 's.jsonl', '--n', ''], /^n must be an integer .* not empty$/],
    [['verify', '--samples', 's.jsonl'], /^--samples DATA and --n LIST must be given together$/],
    [['verify', '--n', '2,4'], /^--samples DATA and --n LIST must be given together$/],
    [['verify', '--duplicate-reward', 'mean'], /^--duplicate-reward needs --samples DATA$/],
    [['verify', '--duplicate-reward', 'error'], /^--duplicate-reward needs --samples DATA$/],
    [['verify', '--map', 'reward=score'], /^--map needs --samples DATA$/],
    [['verify', '--layout', 'verl'], /^--layout needs --samples DATA$/],
    [['verify', '--on-bad-row', 'skip'], /^--on-bad-row needs --samples DATA$/],
    [['verify', '--duplicate-reward', 'best'], /^--duplicate-reward must be error, first or mean, not "best"$/],
    [['verify', '--duplicates', 'mean'], /^unknown option '--duplicates'; see bonafide --help$/],
    [
      ['verify', '--samples', 's.jsonl', 'kl-bound', '--n', '2'],
      /^kl-bound is a claim; name claims before --samples DATA$/,
    ],
  ])('%o', async (args, message) => {
    expect(await refusal(...args)).toMatch(message);
  });
});

describe('an option given twice is refused: the last value would count, and nobody would notice', () => {
  it.each([
    [['verify', '--samples', 'a', '--n', '2', '--n', '4'], '--n'],
    [['verify', '--proofs', '--no-proofs'], '--no-proofs'],
    [['verify', '--json', '--json'], '--json'],
    [[...POLICY, '--weights', '1,2', '--n', '2'], '--weights'],
    [['compute', '--policy', 'a', '--policy=b', '--n', '2'], '--policy'],
    [['replay', '--json', '--json'], '--json'],
    [['prove', '--checker', 'coqc', '--checker', 'embedded'], '--checker'],
    [['certify', '--out', 'a', '--out', 'b'], '--out'],
    [['claims', '--json', '--json'], '--json'],
  ])('%o', async (args, option) => {
    expect(await refusal(...args)).toBe(`${option} is given twice`);
  });
});

describe('the command line', () => {
  it('prints its help where it gets no command, and is not content', async () => {
    const { code, out, err } = await bonafide();
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^Usage: bonafide \[options\] \[command\]\n/);
  });

  it.each(['--version', '-V'])('prints its version: %s', async (option) => {
    expect(await bonafide(option)).toEqual({ code: 0, out: `${packageJson.version}\n`, err: '' });
  });

  it('takes the letters of options', async () => {
    const long = await bonafide('compute', '--weights', '1,2', '--n', '4', '--digits', '5');
    expect(long.code).toBe(0);
    expect(await bonafide('compute', '-w', '1,2', '-n', '4', '-d', '5')).toEqual(long);
    expect((await bonafide('compute', '-p', '1/3,2/3', '-n', '4', '-d', '5')).out).toBe(long.out);
    expect(await refusal('compute', '-n', '2', '--n', '3', '-w', '1')).toBe('--n is given twice');
  });
});

describe('what is not known is refused by name', () => {
  it.each([
    [['verify', 'no-such-claim'], /^there is no claim "no-such-claim"; `bonafide claims` lists them$/],
    [['verify', 'kl-bound', 'KL-bound'], /^there is no claim "KL-bound"; did you mean kl-bound\?$/],
    [['verify', 'kl-bond'], /^there is no claim "kl-bond"; did you mean kl-bound\?$/],
    [['verify', 'win'], /^there is no claim "win"; did you mean win-rate, win-rate-gap or win-rate-[a-z-]+\?$/],
    [['compute', '-x', '1,2', '-n', '2'], /^unknown option '-x'; see bonafide --help$/],
    [['compute', '-x', '1,2'], /^unknown option '-x'; see bonafide --help$/],
    [
      ['test', '-KL <= 0'],
      /^unknown option '-KL <= 0'; a formula that begins with - stands behind --, as in bonafide test -- '-KL <= 0'$/,
    ],
    [['test', '--foo=3', 'KL <= 0'], /^unknown option '--foo=3'; see bonafide --help$/],
    [['verify', '--fast'], /^unknown option '--fast'; see bonafide --help$/],
    [
      ['compute', '--weigths', '1', '--n', '2'],
      /^unknown option '--weigths' \(Did you mean --weights\?\); see bonafide --help$/,
    ],
    [['claims', 'pmf'], /^too many arguments .*; see bonafide --help$/],
    [['disprove'], /^unknown command 'disprove'/],
    [['verfiy'], /^unknown command 'verfiy' \(Did you mean verify\?\); see bonafide --help$/],
    [['compute', '--weights'], /^option '-w, --weights <list>' argument missing; see bonafide --help$/],
  ])('%o', async (args, message) => {
    expect(await refusal(...args)).toMatch(message);
  });
});
