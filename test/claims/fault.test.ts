import { describe, expect, it } from 'vitest';
import { attributed, instanceOf } from '../../src/claims/attributed.ts';
import { ClaimFault, messageOf } from '../../src/claims/fault.ts';
import { type Instance, instanceKey, quantitiesOf, untied } from '../../src/claims/instance.ts';
import { coin, planted } from './planted.ts';

const tied = { weights: [1n, 2n, 3n, 4n, 5n], ranks: [0, 0, 1, 2, 2], n: 3 };

describe('the instance that quantities are of', () => {
  it.each<[string, Instance]>([
    ['plain', untied([2n, 1n], 1.5)],
    ['tied', tied],
    ['tied, with an order', { ...tied, ties: 'order' }],
    ['with continuous parts', { ...untied([1n, 2n, 3n], 2), continuousParts: [0, 2] }],
    ['with a continuous part above a tie', { ...tied, continuousParts: [2] }],
    ['with continuous parts above ties', { ...tied, ranks: [0, 0, 1, 2, 3], continuousParts: [2, 4] }],
    [
      'with continuous parts above ordered ties',
      { ...tied, ranks: [0, 0, 1, 2, 3], continuousParts: [2, 4], ties: 'order' },
    ],
    ['with auxiliary weights', { ...untied([1n, 2n], 2), auxiliary: [0n, 3n] }],
    ['of another selection', untied([1n, 2n], 2, 'worst-of-n')],
    ['of the last selection', untied([1n, 2n], 2.5, 'tilt-by-n')],
  ])('is the one that they were made of: %s', (_, instance) => {
    expect(instanceOf(quantitiesOf(instance))).toEqual(instance);
    expect(instanceKey(instanceOf(quantitiesOf(instance)))).toBe(instanceKey(instance));
  });

  it('has no order of ties where nothing ties', () => {
    expect(instanceOf(quantitiesOf({ ...untied([1n, 2n], 2), ties: 'order' }))).toEqual(untied([1n, 2n], 2));
  });
});

describe('a fault of a claim', () => {
  const blamed = (error: unknown): unknown => {
    try {
      return attributed(planted({ relations: () => [] }), coin, () => {
        throw error;
      });
    } catch (fault) {
      return fault;
    }
  };

  it('names claim, instance and what was thrown', () => {
    const fault = blamed(new RangeError('broken'));
    expect(fault).toBeInstanceOf(ClaimFault);
    expect(fault).toMatchObject({ claim: 'planted', instance: { weights: ['1', '1'], n: 2 }, message: 'broken' });
  });

  it('stays the same fault further out', () => {
    const inner = new ClaimFault('inner', { weights: ['1'], n: 1 }, 'broken');
    expect(blamed(inner)).toBe(inner);
  });

  it.each<[string, unknown, string]>([
    ['an error', new Error('broken'), 'broken'],
    ['a number', 7, '7'],
    ['several lines', new Error('  broken\n\tin two '), 'broken in two'],
    ['a long text', 'x'.repeat(301), `${'x'.repeat(300)}…`],
    ['a text that just fits', 'x'.repeat(300), 'x'.repeat(300)],
    ['nothing to say', new Error(' '), 'it threw an error without a message'],
    ['what cannot be printed', Object.create(null), 'it threw an error without a message'],
  ])('says what was thrown on one short line: %s', (_, thrown, message) => {
    expect(messageOf(thrown)).toBe(message);
  });
});
