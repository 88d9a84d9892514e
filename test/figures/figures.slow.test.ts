import { describe, expect, it } from 'vitest';
import { texts } from '../../scripts/figures/build.ts';
import { textOf } from './files.ts';

describe('the data of the figures, their page and their pictures, worked out again', () => {
  it('give the bytes that are committed', () => {
    for (const [path, text] of texts()) expect(text === textOf(path), path).toBe(true);
  });
});
