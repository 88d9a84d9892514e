import { describe, expect, it } from 'vitest';
import { corpusOf } from './corpus.ts';
import { TARGETS } from './targets/index.ts';

describe.each(Object.entries(TARGETS))('%s', (name, target) => {
  it('reads or refuses each of the committed inputs', async () => {
    const inputs = corpusOf(name);
    for (const input of inputs) await target(input);
    expect(inputs.length).toBeGreaterThan(3);
  });
});
