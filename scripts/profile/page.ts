import { markdownTable } from 'markdown-table';
import type { Row } from './measured.ts';
import { PHASES } from './phases.ts';

const total = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const cells = (numbers: readonly number[]): string[] => numbers.map((x) => x.toFixed(2));

/** A row for each claim, the longest first, and one for their sum. */
export function tableOf(rows: readonly Row[]): string {
  const all = [
    total(rows.map(({ seconds }) => seconds)),
    ...PHASES.map((of) => total(rows.map(({ phases }) => phases[of]))),
  ];
  const table = [
    ['claim', 'all', ...PHASES],
    ['all claims', ...cells(all)],
    ...rows.map(({ id, seconds, phases }) => [id, ...cells([seconds, ...PHASES.map((of) => phases[of])])]),
  ];
  return markdownTable(table, { align: ['l', ...PHASES.map(() => 'r'), 'r'] });
}

/** The table with an introduction. */
export function page(rows: readonly Row[]): string {
  return `# Where the time of the search goes

Seconds of processor time of the canonical search on one thread, without proofs, region certificates and sharpness, as
\`npm run profile -- --save\` measured them. The engine samples the stack, and the samples divide the time of a claim among the phases.

Four phases belong to the survey of generated instances: generation; decisions; margins, with the steps of a derivation; and
cross-checks. Enumeration, far-out instances, the climb, the cells of the matrix of assumptions, and shrinking follow. Collection of
garbage serves all of them. The rest is what tells distinct instances apart, and the machinery around a phase.

${tableOf(rows)}
`;
}

/** The module that orders the work of the threads. */
export function secondsModule(rows: readonly Row[]): string {
  const key = (id: string): string => (/^[a-z]+$/.test(id) ? id : `'${id}'`);
  const lines = rows.map(({ id, seconds }) => `  ${key(id)}: ${Number(seconds.toFixed(2))},`);
  return `/** Seconds of the canonical search of each claim on one core, as \`npm run profile -- --save\` measured them; neither exact nor enclosures. */
export const SECONDS: Readonly<Record<string, number>> = {
${lines.join('\n')}
};
`;
}
