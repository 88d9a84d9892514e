import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonElements } from '../../src/logs/json-elements.ts';
import type { Line } from '../../src/logs/lines.ts';

/** Two lines at a time. */
async function* linesOf(text: string): AsyncGenerator<Line[]> {
  const lines = text.split('\n').map((line, at) => ({ text: line, line: at + 1 }));
  for (let at = 0; at < lines.length; at += 2) yield lines.slice(at, at + 2);
}

async function cut(text: string): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const elements of jsonElements(linesOf(text), 'FILE'))
    found.push(...elements.map((each) => JSON.parse(each.text)));
  return found;
}

const objects = fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })));
const space = fc.constantFrom('', ' ', '\n', '\n  ', '\t');

describe('a JSON text is cut into its elements', () => {
  it('whatever they hold and however they are indented', async () => {
    await fc.assert(
      fc.asyncProperty(objects, fc.nat(3), space, async (values, indent, around) => {
        const written = values.map((value) => JSON.stringify(value, null, indent));
        const expected = JSON.parse(`[${written.join()}]`);
        expect(await cut(`${around}[${around}${written.join(`${around},`)}${around}]${around}`)).toEqual(expected);
        expect(await cut(around + written.join(around))).toEqual(expected);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('with the line on which each starts', async () => {
    const lines: number[] = [];
    for await (const elements of jsonElements(linesOf('\n[\n {"a": "]}"},\n\n {\n "b": ["[\\"", 2]\n},3]'), 'FILE')) {
      lines.push(...elements.map(({ line }) => line));
    }
    expect(lines).toEqual([3, 5, 7]);
  });
});
