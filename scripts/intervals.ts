/** Prints the table of docs/estimates.md: how often intervals hold the truth, and how wide they are. `npm run intervals -- 500` for 500 runs. */
import { markdownTable } from 'markdown-table';
import { type Measured, REGIMES } from '../test/estimates/regimes.ts';
import { simulate } from '../test/estimates/simulation.ts';

const runs = Number(process.argv[2] ?? 2000);
const cell = (of: Measured | null): string =>
  of ? `${(100 * of.coverage).toFixed(1)} %, ${of.width.toFixed(3)}` : '–';

for (const target of ['prompts', 'population'] as const) {
  const rows = REGIMES.map((regime) => {
    const { name, truth, formula, kl, winRate, reward, plugIn } = simulate(regime, target, runs);
    const size = `${regime.policies.length}, ${regime.samples}, ${regime.n}`;
    return [name, size, formula.toFixed(3), truth.kl.toFixed(3), cell(kl), cell(plugIn), cell(winRate), cell(reward)];
  });
  const head = ['regime', 'J, m, n', 'formula', 'KL', 'KL', 'plug-in bootstrap', 'win rate', 'mean reward'];
  process.stdout.write(`${target}\n\n${markdownTable([head, ...rows])}\n\n`);
}
