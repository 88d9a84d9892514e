import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonElements } from '../../src/logs/json-elements.ts';

/** The bytes of a text, some at a time. */
async function* bytesOf(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function cut(text: string, size: number): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const elements of jsonElements(bytesOf(text, size), 'FILE')) {
    found.push(...elements.map((each) => JSON.parse(each.text)));
  }
  return found;
}

const texts = fc.oneof(fc.string(), fc.constantFrom('\\', '\\\\"', '"', '[{', 'é', '😀'));
const objects = fc.array(fc.dictionary(texts, fc.jsonValue({ maxDepth: 2 })));
const space = fc.constantFrom('', ' ', '\n', '\n  ', '\t');

describe('a JSON text is cut into its elements', () => {
  it('whatever they hold and however they are indented', async () => {
    await fc.assert(
      fc.asyncProperty(
        objects,
        fc.nat(3),
        space,
        fc.integer({ min: 1, max: 50 }),
        async (values, indent, around, size) => {
          const written = values.map((value) => JSON.stringify(value, null, indent));
          const expected = JSON.parse(`[${written.join()}]`);
          expect(await cut(`${around}[${around}${written.join(`${around},`)}${around}]${around}`, size)).toEqual(
            expected,
          );
          expect(await cut(around + written.join(around), size)).toEqual(expected);
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });

  it('with the line on which each starts', async () => {
    const lines: number[] = [];
    const text = '\n[\n {"a": "]}"},\n\n {\n "b": ["[\\"", 2]\n},3]';
    for await (const elements of jsonElements(bytesOf(text, 3), 'FILE'))
      lines.push(...elements.map(({ line }) => line));
    expect(lines).toEqual([3, 5, 7]);
  });
});
