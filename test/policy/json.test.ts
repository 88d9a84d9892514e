import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/policy/errors.ts';
import { JsonNumber, readJson, readPlainJson } from '../../src/policy/json.ts';

const read = (text: string): unknown => readPlainJson(text, 'f')?.value;

describe('JSON is read', () => {
  it('as JSON.parse does where numbers are doubles and keys differ', () => {
    fc.assert(
      fc.property(fc.jsonValue({ depthSize: 'medium' }), fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(read(text)).toEqual(JSON.parse(text));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    '"\\\\"',
    '"\\""',
    '"a\\\\\\"b"',
    '"\\u2028\u2028"',
    ' [ ] ',
    '{ }',
    '[[],{"":[{}]}]',
    '{"a" : 1 , "b" : [ 2 ]\r\n}',
  ])('in every spelling: %s', (text) => {
    expect(read(text)).toEqual(JSON.parse(text));
  });

  it('with numbers as they are written', () => {
    const text = '[1.0, -0, 1E+2, 9007199254740993, 0.1000000000000000001]';
    const written = ['1.0', '-0', '1E+2', '9007199254740993', '0.1000000000000000001'];
    expect(readJson(text, 'f')?.value).toEqual(written.map((number) => new JsonNumber(number)));
  });

  it.each(['', '[1,]', '{"a": 1,}', "{'a': 1}", '[01]', '[1] 2', '[nan]', '{NaN: 1}', '"a\nb"', '\uFEFF1', '// x'])(
    'and nothing else: %j',
    (text) => {
      expect([readJson(text, 'f'), readPlainJson(text, 'f')]).toEqual([null, null]);
    },
  );

  it('with NaN and Infinity as numbers, wherever it is not to be plain', () => {
    const text = '{"a NaN": [NaN, -Infinity,"\\"NaN, "], "b":Infinity}';
    const [nan, low, high] = ['NaN', '-Infinity', 'Infinity'].map((word) => new JsonNumber(word));
    expect(readJson(text, 'f')?.value).toEqual({ 'a NaN': [nan, low, '"NaN, '], b: high });
    expect(readPlainJson(text, 'f')).toBeNull();
  });

  it.each([
    ['arrays', '[', ']'],
    ['objects', '{"a":', '}'],
  ])('up to 100 %s in each other', (_, open, close) => {
    const nested = (depth: number): string => `${open.repeat(depth)}1${close.repeat(depth)}`;
    expect(read(nested(100))).toEqual(JSON.parse(nested(100)));
    expect(() => read(nested(101))).toThrow(new InputError('f: values are nested more than 100 deep'));
  });

  it.each([
    ['on one line', '{"a":1,"a":1}\n', 'f'],
    ['on several', '{"a":1,\n"b":2,\n"a":1}\n', 'f:3'],
  ])('with the line of a fault where the text has several: %s', (_, text, place) => {
    expect(() => read(text)).toThrow(new InputError(`${place}: the key "a" is given twice`));
  });

  it('with every key once, at whatever depth and in whatever spelling', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(5), (key, depth) => {
        const escaped = [...key].map((_, i) => `\\u${key.charCodeAt(i).toString(16).padStart(4, '0')}`);
        const name = key.length === escaped.length ? `"${escaped.join('')}"` : JSON.stringify(key);
        const twice = `${'['.repeat(depth)}{${JSON.stringify(key)}: 1, ${name}: 1}${']'.repeat(depth)}`;
        expect(() => readJson(twice, 'f')).toThrow(new InputError(`f: the key ${JSON.stringify(key)} is given twice`));
      }),
    );
  });
});

describe('a row of texts and numbers, which is read faster', () => {
  const numbers = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    fc.integer().map(String),
    fc.constantFrom('-0', '0.10', '1e5', '1E-7', '1.0', '9007199254740993', '0.1000000000000000055', '1e-07', '1e400'),
  );
  const keys = fc.oneof(fc.constantFrom('a', 'b"a', 'a\\', '__proto__', 'a":', '', '1'), fc.string({ maxLength: 3 }));
  const values = fc.oneof(
    numbers,
    fc.string().map((text) => JSON.stringify(text)),
    fc.constantFrom('true', 'null', '"\\":1,"'),
  );
  const space = fc.constantFrom('', ' ', '  ');
  const rows = fc.array(fc.tuple(keys, values, space), { maxLength: 4 });

  it('is what a row with a list beside them is, which is not', () => {
    fc.assert(
      fc.property(rows, (entries) => {
        const inside = entries.map(([key, value, gap]) => `${JSON.stringify(key)}:${gap}${value}`).join(', ');
        const outcome = (text: string): unknown => {
          try {
            return JSON.stringify(readJson(text, 'x')?.value);
          } catch (error) {
            return (error as Error).message;
          }
        };
        const slow = outcome(`{${inside}${inside === '' ? '' : ', '}"a list":[]}`);
        expect(outcome(`{${inside}}`)).toBe(String(slow).replace(/,?"a list":\[\]/, ''));
      }),
      { numRuns: 3000, seed: 7 },
    );
  });
});
