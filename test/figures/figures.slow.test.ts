import { describe, expect, it } from 'vitest';
import { texts } from '../../scripts/figures/build.ts';
import { expectSame } from '../pictures/same-picture.ts';
import { textOf } from './files.ts';

describe('the data of the figures, their page and their pictures, worked out again', () => {
  it('give the bytes that are committed', () => {
    for (const [path, text] of texts()) {
      if (path.endsWith('.svg')) expectSame(path, text);
      else expect(text === textOf(path), path).toBe(true);
    }
  });
});
