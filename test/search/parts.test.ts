import { describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import { atMost, type Claim } from '../../src/claims/claim.ts';
import { BLOCK, blockSeed, type Piece, piecesOf, rangeOf } from '../../src/search/blocks.ts';
import { type Extent, extentOf, searchOnly } from '../../src/search/budget.ts';
import { mergeParts } from '../../src/search/merge-parts.ts';
import type { PartRun } from '../../src/search/part-run.ts';
import { type FoundPiece, joinPieces, onlyPart, type PartPiece, piecesOfRun } from '../../src/search/parts.ts';
import { runPart } from '../../src/search/run-claim.ts';
import { lessOrEqual, rational } from '../claims/planted.ts';
import { limited, madeUp, none, truth } from './planted.ts';

const SMALL: Extent = {
  runs: 40,
  exhaustive: 4,
  grid: 2,
  far: { draws: 5, manyAtoms: 2, maxAtoms: 80 },
  climbs: 10,
  cells: 4,
};

/** The same, in pieces of every part but climbing and the cells. */
const pieces = (claim: Claim, extent: Extent, of: number): PartPiece[] =>
  piecesOfRun(claim, extent).flatMap(({ part, piece }) =>
    piece.index > 0
      ? []
      : Array.from({ length: part === 'climb' || part === 'cells' ? 1 : of }, (_, index) => ({
          part,
          piece: { index, of: part === 'climb' || part === 'cells' ? 1 : of },
        })),
  );

const find = (claim: Claim, extent: Extent, { part, piece }: PartPiece): FoundPiece => {
  const found = runPart(claim, { ...onlyPart(extent, part), seed: 3, piece });
  // As it is read from a file.
  return { part, piece, found: JSON.parse(JSON.stringify(found)) as PartRun };
};

const inPieces = (claim: Claim, extent: Extent, of: number): string => {
  const found = pieces(claim, extent, of).map((one) => find(claim, extent, one));
  return JSON.stringify(sorted(joinPieces(claim, 3, found.reverse())));
};

const asAWhole = (claim: Claim, extent: Extent): string =>
  JSON.stringify(sorted(runPart(claim, { ...extent, seed: 3 })));

/** With the keys of each object in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}

const kindOf = ({ expected, cost = 'low', domain }: Claim): string =>
  [expected, cost, domain.ties, domain.realDraws, domain.auxiliary, domain.continuousParts].join();

describe('pieces of a run, joined, are the run:', () => {
  const kinds = catalogue.filter((claim, at) => catalogue.findIndex((other) => kindOf(other) === kindOf(claim)) === at);
  it.each(kinds)('$id', (claim) => {
    expect(inPieces(claim, SMALL, 3)).toBe(asAWhole(claim, SMALL));
  });

  const late = { ...searchOnly(700) };
  const step = (name: string, isTrue: boolean) => ({ name, relation: lessOrEqual('0', isTrue ? '1' : '-1') });
  const PLANTED: readonly (readonly [string, Claim])[] = [
    ['a claim that is refuted on few instances', none('rare', ({ n, policy }) => n > 500 && policy.atoms.length > 20)],
    ['a claim that is refuted on many', limited('even', ({ n }) => n % 2, 0)],
    [
      'a claim that should hold and does not',
      madeUp({ ...limited('odd', ({ n }) => n % 7, 5), expected: 'holds' } as Claim),
    ],
    [
      'a proof with a broken step',
      madeUp({
        id: 'steps',
        relations: ({ n }) => [atMost('n', rational(String(n % 3)), '1', rational('1'))],
        derivation: ({ n, policy }) => [
          step('first', true),
          step(n > 900 ? 'far' : 'second', policy.atoms.length < 45 || n < 100),
        ],
      }),
    ],
    [
      'cross-checks that disagree late',
      madeUp({
        ...truth,
        id: 'ways',
        expected: 'holds',
        crossChecks: ({ n, policy }) => [
          { name: 'a way', one: rational('1'), other: rational(n > 700 && policy.atoms.length > 8 ? '2' : '1') },
        ],
      } as Claim),
    ],
    ['a domain of few instances', limited('few', ({ n }) => n, 9, { atoms: 1, maxAtoms: 1, draws: 1, maxDraws: 40 })],
  ];
  it.each(PLANTED)('%s', (_, claim) => {
    for (const of of [2, 4, 7]) expect(inPieces(claim, late, of)).toBe(asAWhole(claim, late));
  });

  it('in whatever order they are merged', () => {
    const claim = limited('even', ({ n }) => n % 2, 0);
    const [a, b, c] = pieces(claim, late, 3).map((one) => find(claim, late, one).found) as [PartRun, PartRun, PartRun];
    const left = mergeParts(claim, mergeParts(claim, a, b), c);
    expect(mergeParts(claim, a, mergeParts(claim, b, c))).toEqual(left);
  });
});

describe('the pieces of a search', () => {
  it.each([1, 19, 40, 99, 2_000, BLOCK, BLOCK + 1, 7 * BLOCK - 3, 10 ** 9, 10 ** 12])(
    'cover %i instances once',
    (runs) => {
      const of = piecesOf(runs);
      const ranges = Array.from({ length: of }, (_, index) => rangeOf(runs, { index, of }));
      const broken = ranges.filter(
        ({ from, to }, at) => from !== (ranges[at - 1]?.to ?? 0) || to <= from || (runs > BLOCK && from % BLOCK !== 0),
      );
      expect([broken, ranges.at(-1)?.to]).toEqual([[], runs]);
    },
  );

  it('have seeds that differ', () => {
    expect(blockSeed(17, 0)).toBe(17);
    const seeds = Array.from({ length: 100_000 }, (_, block) => blockSeed(17, block));
    expect(new Set(seeds).size).toBe(seeds.length);
    expect(seeds.every((seed) => seed >= 0 && seed < 2 ** 31)).toBe(true);
  });

  it('need no block before them', () => {
    const claim = limited('many-atoms', ({ policy }) => policy.atoms.length, 9);
    const piece: Piece = { index: 2, of: 3 };
    const { instances, least, complete } = runPart(claim, {
      ...searchOnly(2 * BLOCK + 30),
      seed: 3,
      piece,
    });
    expect([instances, complete, rangeOf(2 * BLOCK + 30, piece).from]).toEqual([30, true, 2 * BLOCK]);
    expect(least?.run).toBeGreaterThan(2 * BLOCK);
  });

  it('are one block in each complete run', () => {
    for (const claim of catalogue) expect(extentOf(claim, 'full').runs).toBeLessThanOrEqual(BLOCK);
  });
});
