import { describe, expect, it } from 'vitest';
import { checkForm } from '../../src/claims/check-form.ts';

const good = {
  id: 'good',
  title: 'Good',
  statement: '0 ≤ 1',
  source: 'a test',
  hypotheses: 'none',
  expected: 'holds',
  domain: { atoms: 2, draws: 2 },
  shares: {},
  relations: () => [],
};

const EXTENSION =
  'extensions.one-draw must be "holds", "fails", {witness: {weights: [1n, 2n], ranks: [0, 1], n: 1}} or {notApplicable: "why"}';
const WITNESS = { weights: [1n, 2n], ranks: [0, 1], n: 2 };

const changed = (field: string, value: unknown): object => ({ ...good, [field]: value });
const domain = (field: string, value: unknown): object => changed('domain', { ...good.domain, [field]: value });
const oneDraw = (value: unknown): object => changed('extensions', { 'one-draw': value });

describe('the form of a claim', () => {
  it.each<[string, object]>([
    ['the least there is', good],
    ['real n to 1/8', domain('draws', 1.125)],
    ['a whole domain', domain('maxDraws', 2)],
    ['a domain up to the most draws', domain('maxDraws', 1e9)],
    ['a domain of one number of atoms', domain('maxAtoms', 2)],
    ['flags', changed('domain', { atoms: 2, draws: 2, ties: true, auxiliary: true })],
    ['a reach', changed('reach', { draws: 1000, atoms: 50 })],
    ['a witness', oneDraw({ witness: WITNESS })],
    ['a question that does not arise', oneDraw({ notApplicable: 'nobody asks' })],
    ['theorems', changed('proof', { theorems: ['le'], beyond: 'real n' })],
  ])('may be %s', (_, claim) => {
    expect(() => checkForm(claim)).not.toThrow();
  });

  it('may be an instance of a class, whose methods are not its own', () => {
    class Mine {
      relations(): [] {
        return [];
      }
    }
    const { relations: _, ...fields } = good;
    expect(() => checkForm(Object.assign(new Mine(), fields))).not.toThrow();
  });

  it.each<[unknown, string]>([
    [null, 'the claim must be an object'],
    [[good], 'the claim must be an object'],
    [{}, 'the claim id must be a string'],
    [changed('id', 5n), 'the claim id must be a string'],
    [changed('id', 'No'), 'the claim id "No" is not kebab-case'],
    [changed('id', 'a'.repeat(101)), 'the claim id must have at most 100 characters'],
  ])('has a name: not %o', (claim, sentence) => {
    expect(() => checkForm(claim)).toThrow(new TypeError(sentence));
  });

  it.each<[object, string]>([
    [changed('title', ' '), 'title must be a string'],
    [changed('source', undefined), 'source must be a string'],
    [changed('expected', 'true'), 'expected must be one of "holds", "fails", "open"'],
    [changed('cost', undefined), 'cost must be one of "low", "medium", "high"'],
    [changed('crossChecks', []), 'crossChecks must be a function'],
    [changed('domain', []), 'domain must be an object such as {atoms: 1, draws: 1}'],
    [changed('shares', null), 'shares must be an object such as COMMON_SHARES'],
    [changed('shares', { ties: '0.5' }), 'shares.ties must be a number from 0 to 1'],
    [domain('atoms', 1.5), 'domain.atoms must be an integer ≥ 1'],
    [domain('atoms', 0), 'domain.atoms must be an integer ≥ 1'],
    [domain('atoms', 1e10), 'domain.atoms must be at most 10000'],
    [domain('draws', 1.1), 'domain.draws must be an integer from 1 to 1000000000, or a multiple of 1/8 for real n'],
    [domain('draws', '2'), 'domain.draws must be an integer from 1 to 1000000000, or a multiple of 1/8 for real n'],
    [domain('draws', 0), 'domain.draws must be an integer from 1 to 1000000000, or a multiple of 1/8 for real n'],
    [
      domain('maxDraws', 1e9 + 1),
      'domain.maxDraws must be an integer from 1 to 1000000000, or a multiple of 1/8 for real n',
    ],
    [domain('maxAtoms', 1), 'domain.maxAtoms is below domain.atoms'],
    [domain('maxDraws', 1), 'domain.maxDraws is below domain.draws'],
    [domain('ties', false), 'domain.ties must be true or left out'],
    [
      changed('domain', { atoms: 2, draws: 2, ties: true, atomless: true }),
      'domain contains no instance: a policy without atoms has no ties, so ties and atomless exclude each other',
    ],
    [changed('reach', { atoms: 0 }), 'reach.atoms must be an integer ≥ 1'],
    [changed('proof', { theorems: 'le' }), 'proof.theorems must be a list of names'],
    [changed('proof', { theorems: [] }), 'proof.theorems must name a theorem'],
    [changed('proof', { theorems: ['le', ''] }), 'proof.theorems.1 must be a string'],
    [changed('proof', 'le'), 'proof must be an object such as {theorems: ["NAME"], beyond: "what they do not say"}'],
    [changed('extensions', []), 'extensions must be an object such as {"one-draw": "fails"}'],
    [oneDraw('maybe'), EXTENSION],
    [oneDraw({ notApplicable: '' }), 'extensions.one-draw.notApplicable must be a string'],
    [oneDraw({ witness: { ...WITNESS, weights: [1, 2] } }), EXTENSION],
    [
      oneDraw({ witness: { ...WITNESS, ranks: [0, 2] } }),
      'extensions.one-draw.witness is not an instance: weights must be positive, ranks must start at 0 and grow by 0 or 1, and n must be at least 1',
    ],
  ])('is as documented: not %o', (claim, problem) => {
    expect(() => checkForm(claim)).toThrow(new TypeError(`claim good: ${problem}`));
  });

  it.each<[object, string]>([
    [changed('sources', ''), 'sources; there are id, title, statement, source, '],
    [domain('tie', true), 'domain.tie; there are atoms, maxAtoms, draws, maxDraws, '],
    [changed('reach', { n: 1 }), 'reach.n; there are draws, atoms'],
    [changed('shares', { tie: 1 }), 'shares.tie; there are best-rare, '],
    [changed('extensions', { 'two-draws': 'fails' }), 'extensions.two-draws; there are random-ties, '],
    [changed('proof', { theorems: ['le'], theorem: 'le' }), 'proof.theorem; there are theorems, beyond, refutes'],
  ])('has no other field: not %o', (claim, problem) => {
    expect(() => checkForm(claim)).toThrow(`claim good: there is no field ${problem}`);
  });

  it('names the field with a slip, not the one that is then missing', () => {
    const { relations, ...rest } = good;
    expect(() => checkForm({ ...rest, relation: relations })).toThrow(
      'claim good: there is no field relation; there are',
    );
  });
});
