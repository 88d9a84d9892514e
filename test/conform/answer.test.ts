import { describe, expect, it } from 'vitest';
import { readLine } from '../../src/conform/answer.ts';

describe('a line of a program', () => {
  it.each([
    ['{"id": 3, "kl": 0.1}', 0.1, '0.1'],
    ['{"kl":1e-400,"id":3}', 0, '0'],
    ['{"id": 3, "kl": 1e400}', null, 'Infinity'],
    ['{"id": 3, "kl": NaN}', null, 'NaN'],
    ['{"id": 3, "kl":nan}', null, 'nan'],
    ['{"id": 3, "kl": -Infinity, "more": 1}', null, '-Infinity'],
    ['{"id": 3, "kl": -inf}', null, '-inf'],
    ['{"id": 3, "kl": NA}', null, 'NA'],
    ['{"id": 3, "kl": null}', null, 'null'],
    ['{"id": 3, "kl": "0.1"}', null, '"0.1"'],
    ['{"id": 3, "kl": [0.1]}', null, '[0.1]'],
    ['{"id": 3}', null, 'nothing'],
  ])('is an answer: %s', (line, value, text) => {
    expect(readLine(line, ['kl'])).toEqual({ kind: 'answer', id: 3, answers: { kl: { value, text } } });
  });

  it.each([
    ['', 'no JSON: '],
    ['Loading …', 'no JSON: Loading …'],
    ['{"id": 3, "kl": 0.1', 'no JSON: {"id": 3, "kl": 0.1'],
    ['[3, 0.1]', 'no JSON object: [3, 0.1]'],
    ['null', 'no JSON object: null'],
    ['{"kl": 0.1}', 'no id: {"kl": 0.1}'],
    ['{"id": "3", "kl": 0.1}', 'no id: {"id": "3", "kl": 0.1}'],
  ])('is none: %s', (line, why) => {
    expect(readLine(line, ['kl'])).toEqual({ kind: 'none', why });
  });

  it('has only what was asked, and is quoted in part', () => {
    expect(readLine('{"id": 1, "winRate": 2}', ['kl', 'winRate'])).toMatchObject({
      answers: { kl: { value: null }, winRate: { value: 2 } },
    });
    expect(readLine(`\u001b[31m${'x'.repeat(200)}`, ['kl'])).toEqual({
      kind: 'none',
      why: `no JSON: \\u001b[31m${'x'.repeat(70)}…`,
    });
  });
});
