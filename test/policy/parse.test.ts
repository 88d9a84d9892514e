import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/policy/errors.ts';
import { parseNumbers } from '../../src/policy/parse.ts';
import { parsePolicyFile } from '../../src/policy/policy-file.ts';

const parse = (text: string): ReturnType<typeof parsePolicyFile> => parsePolicyFile(text, 'policy.json');
const parseJson = (value: unknown): ReturnType<typeof parsePolicyFile> => parse(JSON.stringify(value));

describe('parseNumbers', () => {
  it('reads a list exactly, with spaces around its numbers', () => {
    expect(parseNumbers('1,1/5, 0.2 ,3e1').map(String)).toEqual(['1', '1/5', '1/5', '30']);
  });

  it.each([
    ['1,two,3', 'the 2nd entry: "two" is not a number like 3, 1/5 or 0.25'],
    ['', 'the 1st entry: "" is not a number'],
    ['1,', 'the 2nd entry: "" is not a number'],
    ['1,2,1/0', 'the 3rd entry: "1/0" has denominator 0'],
  ])('refuses %j', (text, message) => {
    expect(() => parseNumbers(text)).toThrow(InputError);
    expect(() => parseNumbers(text)).toThrow(message);
  });
});

describe('parsePolicyFile reads', () => {
  it('weights, as texts or numbers, exactly as they are written', () => {
    expect(parseJson({ weights: [1, '2', '1/2', 0.25] }).weights).toEqual([4n, 8n, 2n, 1n]);
    expect(parse('{"weights": [9007199254740993, 1]}').weights).toEqual([9007199254740993n, 1n]);
    expect(parse('{"weights": [0.1, 0.3]}').weights).toEqual([1n, 3n]);
    expect(parse('{"weights": [1E+400, 1.0]}').weights).toEqual([10n ** 400n, 1n]);
  });

  it('rewards that differ beyond the precision of doubles', () => {
    const rewards = ['9007199254740993', '9007199254740992', '9007199254740992.0'];
    const outcomes = rewards.map((reward) => `{"reward": ${reward}, "weight": 1}`).join();
    expect(parse(`{"outcomes": [${outcomes}]}`).ranks).toEqual([0, 0, 1]);
  });

  it('probabilities, with the option to normalize', () => {
    expect(parseJson({ probabilities: ['0.1', '0.9'] }).weights).toEqual([1n, 9n]);
    const text = JSON.stringify({ probabilities: ['0.1', '0.1'] });
    expect(parsePolicyFile(text, 'p', { normalize: true }).weights).toEqual([1n, 1n]);
  });

  it('outcomes with rewards in any order, with the options for ties', () => {
    const outcomes = [
      { reward: '2.5', weight: 1 },
      { reward: -1, weight: '3' },
      { reward: '5/2', weight: 2 },
    ];
    expect(parseJson({ outcomes }).atoms).toEqual([3n, 3n]);
    const ordered = parsePolicyFile(JSON.stringify({ outcomes }), 'p', { ties: 'order' });
    expect([ordered.atoms, ordered.places]).toEqual([
      [3n, 1n, 2n],
      [1, 0, 2],
    ]);
    expect(() => parsePolicyFile(JSON.stringify({ outcomes }), 'p', { ties: 'error' })).toThrow('--ties error');
  });
});

describe('parsePolicyFile refuses with an InputError that names the file and the field', () => {
  it.each([
    ['', 'policy.json is not JSON; is it cut off?'],
    ['{"weights": [1, 2', 'policy.json is not JSON; is it cut off?'],
    ['{"weights": [1/2]}', 'policy.json is not JSON'],
  ])('text that is no JSON: %s', (text, message) => {
    expect(() => parse(text)).toThrow(InputError);
    expect(() => parse(text)).toThrow(message);
  });

  const only = 'policy.json: a policy has exactly one field, "weights", "probabilities" or "outcomes", not';
  const exact = 'must be a number, or a string such as "1/3"';

  it.each([
    ['{"weights": [1], "weights": [1]}', 'policy.json: the key "weights" is given twice'],
    [
      '{\n"outcomes": [\n{"reward": 1, "weight": 1, "\\u0072eward": 2}]}',
      'policy.json:3: the key "reward" is given twice',
    ],
    [`${'['.repeat(200)}${']'.repeat(200)}`, 'policy.json: values are nested more than 100 deep'],
  ])('JSON that says two things: %s', (text, message) => {
    expect(() => parse(text)).toThrow(new InputError(message));
  });

  it.each<[unknown, string]>([
    [{}, `${only} none`],
    [[1, 2], `${only} none`],
    [null, `${only} none`],
    ['weights', `${only} none`],
    [{ weight: [1] }, `${only} "weight"`],
    [{ weights: [1], probabilities: ['1'] }, `${only} "weights", "probabilities"`],
    [{ toString: [1] }, `${only} "toString"`],
    [{ weights: [1, true] }, `policy.json: weights[1]: ${exact}`],
    [{ weights: [[1]] }, `policy.json: weights[0]: ${exact}`],
    [{ weights: [null] }, `policy.json: weights[0]: ${exact}`],
    [{ weights: 5 }, 'policy.json: weights: '],
    [{ probabilities: ['1', 0.1] }, 'policy.json: the probabilities sum to 1/10 more than 1; --normalize'],
    [{ probabilities: ['1', {}] }, `policy.json: probabilities[1]: ${exact}`],
    [
      {
        outcomes: [
          { reward: 1, weight: 1 },
          { reward: null, weight: 1 },
        ],
      },
      `policy.json: outcomes[1].reward: ${exact}`,
    ],
    [{ outcomes: [{ reward: 1 }] }, 'policy.json: outcomes[0].weight: '],
    [{ outcomes: [{ reward: 1, weight: 1, mass: 2 }] }, 'policy.json: outcomes[0]: '],
    [{ weights: [] }, 'policy.json: a policy needs at least one outcome, and this one is empty'],
    [{ outcomes: [] }, 'policy.json: a policy needs at least one outcome, and this one is empty'],
    [{ weights: [1, 'x'] }, 'policy.json: the 2nd entry: "x" is not a number'],
    [{ weights: [1, -2] }, 'policy.json: the 2nd entry is -2, and weights must be positive'],
    [{ probabilities: ['0.5'] }, 'policy.json: the probabilities sum to 1/2 less than 1; --normalize'],
    [{ outcomes: [{ reward: '?', weight: 1 }] }, 'policy.json: the reward of the 1st entry: "?" is not a number'],
    [{ outcomes: [{ reward: 1, weight: '1/0' }] }, 'policy.json: the weight of the 1st entry: "1/0" has'],
  ])('%j', (value, message) => {
    expect(() => parseJson(value)).toThrow(InputError);
    expect(() => parseJson(value)).toThrow(message);
  });

  it('a number that JSON does not have, naming the entry', () => {
    expect(() => parse('{"weights": [1, NaN]}')).toThrow(
      new InputError('policy.json: the 2nd entry: "NaN" is not a number like 3, 1/5 or 0.25'),
    );
  });

  it('whatever the file is called', () => {
    expect(() => parsePolicyFile('{}', 'dir/other.json')).toThrow(/^dir\/other\.json: /);
  });
});
