import { inFile } from '../mutant.ts';

const runningBest = inFile('src/selection/oracles/running-best.ts', [
  {
    id: 'runningBest/tie-lost',
    find: '    secondUpTo += other;\n    const both = weight * secondUpTo + firstBelow * other;\n',
    replace: '    const both = weight * secondUpTo + firstBelow * other;\n    secondUpTo += other;\n',
    models: 'both blocks having the same best lost',
  },
  {
    id: 'runningBest/tie-twice',
    find: '    const both = weight * secondUpTo + firstBelow * other;\n    firstBelow += weight;\n',
    replace: '    firstBelow += weight;\n    const both = weight * secondUpTo + firstBelow * other;\n',
    models: 'both blocks having the same best counted twice',
  },
  {
    id: 'runningBest/last-block-only',
    find: 'law = law ? bestOfBoth(law, block) : block;',
    replace: 'law = block;',
    models: 'n rounded down to a power of 2',
  },
]);

const enumerate = inFile('src/selection/oracles/enumerate.ts', [
  {
    id: 'enumerate/multiplicity-lost',
    find: 'return draw.filter((y) => value(y) === top);',
    replace: 'return [...new Set(draw)].filter((y) => value(y) === top);',
    models: 'a tie broken among distinct outcomes',
  },
  {
    id: 'enumerate/ties-ignored',
    find: `policy.ties === 'level' ? (policy.ranks[y] as number) : y`,
    replace: 'y',
    models: 'the listed order breaks ties',
  },
  {
    id: 'enumerate/worst',
    find: 'Math.max(...draw.map(value))',
    replace: 'Math.min(...draw.map(value))',
    models: 'the worst of n draws',
  },
  {
    id: 'enumerate/ties-lose',
    find: 'BigInt(order + 1)',
    replace: '(order > 0 ? 2n : 0n)',
    models: 'ties with the reference count 0',
  },
  {
    id: 'enumerate/kl-swapped',
    find: 'LogForm.log(probability.div(reference)).scale(probability)',
    replace: 'LogForm.log(reference.div(probability)).scale(reference)',
    models: 'KL(p‖π) for KL(π‖p)',
  },
]);

/** Slips in the cross-checks: an oracle that is wrong must be noticed as well. */
export const oracleMutants = [...runningBest, ...enumerate];
