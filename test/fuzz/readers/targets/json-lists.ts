import { type Element, jsonElements } from '../../../../src/logs/json-elements.ts';
import { awaited, FILE, inOnePiece, inPieces, same, textOf } from '../target.ts';

/** Lists and sequences of JSON values: their elements do not depend on how the bytes come, and are those of `JSON.parse`. */
export async function fuzz(bytes: Uint8Array): Promise<void> {
  const whole = await awaited(() => elementsOf(inOnePiece(bytes)));
  same('other elements from pieces', await awaited(() => elementsOf(inPieces(bytes))), whole);
  const list = listIn(textOf(bytes));
  if (whole && list)
    same(
      'other elements than those of JSON.parse',
      whole.map(({ text }) => JSON.parse(text)),
      list,
    );
}

async function elementsOf(chunks: AsyncIterable<Uint8Array>): Promise<Element[]> {
  const all: Element[] = [];
  // Space before an element is left out only where it comes in a piece of its own.
  for await (const elements of jsonElements(chunks, FILE))
    all.push(...elements.map(({ text, line }) => ({ text: text.trimStart(), line })));
  return all;
}

function listIn(text: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
