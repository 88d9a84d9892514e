import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import { difference } from '../../src/arithmetic/real.ts';
import { idealWinRate } from '../../src/bounds/ideal-curve.ts';
import { BestOfN, FinitePolicy, printReal } from '../../src/index.ts';
import { reportSchema } from '../../src/report/schema.ts';
import { pageAt } from './pages.ts';

const page = pageAt('docs/open-questions.md');
const { claims } = reportSchema.parse(JSON.parse(pageAt('reports/verification.json')));

/** The ids that are links in a text. */
const linked = (text: string): string[] =>
  [...text.matchAll(/\[`([a-z0-9-]+)`\]\([^)]*#claim-\1\)/g)].map(([, id = '']) => id);

describe('the page of open questions', () => {
  it('has every open claim of the catalogue', () => {
    const open = catalogue.filter(({ expected }) => expected === 'open').map(({ id }) => id);
    expect(linked(page)).toEqual(expect.arrayContaining(open));
    for (const id of open) expect(page).toContain(`\n<a id="${id}"></a>\n`);
  });

  it('lists the other claims of which Coq does not say all', () => {
    const rows = [...page.matchAll(/^\| (\[.*) \| [^|]+ \|$/gm)].map(([, row = '']) => row);
    const partly = claims.filter(
      ({ expected, proof }) => expected !== 'open' && (proof === null || proof.beyond !== null),
    );
    expect(rows.flatMap(linked).sort()).toEqual(partly.map(({ id }) => id).sort());
  });

  it('says what the committed run found of the open claim', () => {
    const found = claims.find(({ id }) => id === 'ideal-curve-excess');
    const { lo, instance } = found?.smallestMargin ?? { lo: '', instance: { weights: [], n: 0 } };
    expect(page).toContain(`searched ${found?.instances.toLocaleString('en')} instances.`);
    expect(page).toContain(`at least ${lo}, on a policy of ${instance.weights.length} weights at n = ${instance.n}.`);
    expect(claims.filter(({ outcomes, firstUndecided }) => outcomes.undecided > 0 || firstUndecided !== null)).toEqual(
      [],
    );
  });

  it('names a policy above the ideal curve at n = 5', () => {
    const weights = [220n, ...Array.from({ length: 400 }, () => 1n)];
    const { winRate, kl } = new BestOfN(FinitePolicy.fromWeights(weights), 5);
    const { lo } = printReal(difference(winRate, idealWinRate(kl)), 12);
    expect(page).toContain(`one outcome of weight 220 below 400 of weight 1 is ${lo.slice(0, 12)}… above it`);
  });

  it('says how far κ_n/n² is certified to decrease', () => {
    const { constants } = JSON.parse(pageAt('reports/constants.json')) as {
      constants: { n: number; kappa: [string, string] }[];
    };
    const enclosed = constants.map(
      ({ n, kappa }) => kappa.map((end) => new Decimal(end).div(n ** 2)) as [Decimal, Decimal],
    );
    expect(enclosed.every(([, hi], i) => i === 0 || hi.lt(enclosed[i - 1]?.[0] ?? 0))).toBe(true);
    const ns = Array.from({ length: 63 }, (_, i) => i + 2);
    expect(constants.map(({ n }) => n)).toEqual([...ns, 100, 1000]);
    expect(page).toContain('n = 2, 3, …, 64, 100, 1000. So it is certified up to n = 64');
  });
});
