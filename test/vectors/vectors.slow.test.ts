import { describe, expect, it } from 'vitest';
import { texts } from '../../scripts/vectors/build.ts';
import { textOf } from './folder.ts';

describe('every test vector, worked out again', () => {
  it('gives the bytes of the folder', () => {
    for (const [name, text] of texts()) expect(text === textOf(name), name).toBe(true);
  });
});
