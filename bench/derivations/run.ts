/** Scores the search for the first broken link: `npm run bench:derivations`, with --canonical at the budget of `bonafide test --derivation`. */
import { parseArgs } from 'node:util';
import { extentOf } from '../../src/search/budget.ts';
import { Checker, DERIVATIONS, derivationOf, FAULTS } from './faults.ts';

const { values } = parseArgs({ options: { canonical: { type: 'boolean', default: false } } });

let misses = 0;
const start = performance.now();
for (const file of DERIVATIONS) {
  const faults = FAULTS.filter(({ derivation }) => derivation === file);
  const { claim } = derivationOf(file).links[0]?.conjecture ?? { claim: null };
  if (!claim) throw new Error(`${file} has no link`);
  const checker = new Checker(extentOf({ ...claim, cost: 'high' }, values.canonical ? 'canonical' : 'quick'));
  const untouched = checker.firstBroken(derivationOf(file));
  if (untouched !== null) miss(`${file}: link ${untouched} is refuted, and the derivation holds`);
  let named = 0;
  for (const fault of faults) {
    const found = checker.firstBroken(derivationOf(file, fault));
    if (found === fault.link) named += 1;
    else
      miss(
        `${file}: ${fault.kind} ${JSON.stringify(fault.to)}: link ${fault.link} is broken, and ${found ?? 'none'} is named`,
      );
  }
  console.log(`${file}: ${named} of ${faults.length} faults named at their link`);
}
console.log(
  `${FAULTS.length} faults, ${DERIVATIONS.length} derivations: ${misses} misses, ${Math.round((performance.now() - start) / 1000)} s`,
);
process.exitCode = misses > 0 ? 1 : 0;

function miss(what: string): void {
  misses += 1;
  console.log(`MISS ${what}`);
}
