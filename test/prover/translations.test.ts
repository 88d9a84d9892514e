import { describe, expect, it } from 'vitest';
import { translations } from '../../proofs/translations/index.ts';
import { atMost, translate } from '../../proofs/translations/translation.ts';
import { evaluate, manifest, test } from './translations.ts';

test(translations);

describe('the translations', () => {
  it('are of every theorem, in the order of the manifest', () => {
    expect(translations.map(({ theorem }) => theorem)).toEqual(manifest.theorems.map(({ name }) => name));
  });

  it('are noticed when they do not hold', () => {
    const turned = translate('kl_le_formula', '', ({ q }) => [atMost(q.formula, q.kl)]);
    expect(evaluate(turned).wrong).not.toBeNull();
  });
});
