import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../evidence/folder.ts';
import { refusal } from './bonafide.ts';

describe('compute refuses weights', () => {
  it.each([
    ['0', /^--weights: the 1st entry .*0/],
    ['1,0', /^--weights: the 2nd entry .*0/],
    ['1,2,-3', /^--weights: the 3rd entry .*-3/],
    ['-1,2', /^--weights: the 1st entry .*-1/],
    ['1,two', /^--weights: the 2nd entry: "two"/],
    ['1,,2', /^--weights: the 2nd entry: ""/],
    ['1,2,', /^--weights: the 3rd entry: ""/],
    ['', /^--weights: the 1st entry: ""/],
    [' ', /^--weights: the 1st entry: " "/],
    ['NaN', /^--weights: the 1st entry: "NaN"/],
    ['Infinity,1', /^--weights: the 1st entry: "Infinity"/],
    ['1;2', /^--weights: the 1st entry: "1;2"/],
    ['1/0', /^--weights: the 1st entry: .*denominator 0/],
    ['0x10', /^--weights: the 1st entry: .*is not a number/],
    ['1,1e999999', /^--weights: the 2nd entry: .*digits/],
  ])('%s', async (weights, message) => {
    expect(await refusal('compute', '--weights', weights, '--n', '2')).toMatch(message);
  });
});

describe('compute refuses probabilities', () => {
  it.each([
    ['0.2,0.2', /^--probabilities: .* 3\/5 less than 1; --normalize /],
    ['1/3,1/3,1/3,1/3', /^--probabilities: .* 1\/3 more than 1; --normalize /],
    ['0.1,0.2,0.7000000000000000000001', /^--probabilities: .* 1\/1(0{22}) more than 1; --normalize /],
    ['0.5,0.5,0', /^--probabilities: the 3rd entry/],
    ['1.5,-0.5', /^--probabilities: the 2nd entry/],
    ['half,half', /^--probabilities: the 1st entry: "half"/],
    ['', /^--probabilities: the 1st entry: .*is not a number/],
  ])('%s', async (probabilities, message) => {
    expect(await refusal('compute', '--probabilities', probabilities, '--n', '2')).toMatch(message);
  });

  it('that are not positive even when they are to be normalised', async () => {
    expect(await refusal('compute', '--probabilities', '1,-1,1', '--normalize', '--n', '2')).toMatch(/the 2nd entry/);
  });
});

describe('compute refuses a policy file', () => {
  async function refused(content: string, ...more: string[]): Promise<string> {
    const file = join(await temporaryFolder(), 'policy.json');
    await writeFile(file, content);
    const sentence = await refusal('compute', '--policy', file, '--n', '2', ...more);
    expect(sentence.startsWith(file)).toBe(true);
    return sentence.slice(file.length);
  }

  it.each([
    ['that is cut off', '{"weights": ["1", "2"', /^ is not JSON; is it cut off\?$/],
    ['that is empty', '', /^ is not JSON/],
    ['with a misspelt field', '{"weigths": ["1"]}', /^: .*exactly one field.*"weigths"/],
    ['with two forms', '{"weights": ["1"], "probabilities": ["1"]}', /^: .*exactly one field/],
    ['with no field', '{}', /^: .*exactly one field.*none/],
    ['that is a list', '["1", "2"]', /^: .*exactly one field/],
    ['with a weight that is null', '{"weights": [1, null]}', /^: weights\[1\]: must be a number/],
    ['with a key given twice', '{"weights": [1],\n"weights": [2]}', /^:2: the key "weights" is given twice$/],
    ['with no weights', '{"weights": []}', /^: /],
    ['with a weight of 0', '{"weights": ["1", "0"]}', /^: the 2nd entry/],
    ['with a word for a weight', '{"weights": ["one"]}', /^: the 1st entry: "one"/],
    [
      'with probabilities that do not sum to 1',
      '{"probabilities": ["0.5", "0.4"]}',
      /^: .* 1\/10 less than 1; --normalize /,
    ],
    ['with an outcome without reward', '{"outcomes": [{"weight": "1"}]}', /^: outcomes\[0\]\.reward/],
    ['with an outcome of another field', '{"outcomes": [{"reward": 1, "weight": 1, "p": 1}]}', /^: outcomes\[0\]/],
    ['with a reward that is a word', '{"outcomes": [{"reward": "hi", "weight": 1}]}', /^: the reward of the 1st entry/],
  ])('%s', async (_, content, message) => {
    expect(await refused(content)).toMatch(message);
  });

  it('with ties where those are an error', async () => {
    const tied = '{"outcomes": [{"reward": 1, "weight": 1}, {"reward": 0, "weight": 1}, {"reward": 1, "weight": 1}]}';
    expect(await refused(tied, '--ties', 'error')).toMatch(/^: the 1st entry and the 3rd entry have the same reward/);
  });

  it('that is missing, a folder or below a file', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'folder'));
    await writeFile(join(folder, 'file'), '');
    const reason = (name: string): Promise<string> => refusal('compute', '--policy', join(folder, name), '--n', '2');
    expect(await reason('absent')).toMatch(/^cannot read .*absent: there is no such file or folder$/);
    expect(await reason('folder')).toMatch(/^cannot read .*folder: it is a folder$/);
    expect(await reason('file/x')).toMatch(/^cannot read .*x: a part of its path is a file$/);
  });
});

describe('compute refuses', () => {
  it.each([
    ['no policy at all', ['--n', '2']],
    ['two policies', ['--weights', '1,1', '--probabilities', '1/2,1/2', '--n', '2']],
    ['a policy and a file', ['--weights', '1,1', '--policy', 'p.json', '--n', '2']],
  ])('%s', async (_, args) => {
    expect(await refusal('compute', ...args)).toBe('give exactly one of --weights, --probabilities and --policy');
  });
});
