import { checkProofs, type ProofOptions } from '../coq/gate/check-proofs.ts';
import type { CheckerName } from '../coq/gate/checker.ts';
import { PROOF_CACHE, PROOFS } from '../coq/gate/place.ts';
import { type ProofReport, SEE_FAULTS } from '../coq/gate/report.ts';
import { statusOfProofs, worst } from '../judge/parts.ts';
import type { Console } from './console.ts';
import type { Context } from './context.ts';
import { EXIT_OF, type ExitCode } from './exit-code.ts';
import { progress } from './progress.ts';

export interface ProveOptions {
  readonly checker?: CheckerName | 'both';
  readonly coqchk?: boolean;
  readonly cache: boolean;
  readonly json?: boolean;
  /** In seconds. */
  readonly timeLimit?: number;
}

interface Stages {
  readonly progress: NonNullable<ProofOptions['progress']>;
  readonly stop: () => void;
}

/** `bonafide prove`: checks the proofs, and compares what they prove with the manifest. */
export async function prove(options: ProveOptions, context: Context): Promise<ExitCode> {
  const { console, signal } = context;
  const reports: ProofReport[] = [];
  for (const checker of await context.chooseCheckers(options.checker, signal)) {
    const bars = stages(checker.name, console);
    const report = await checkProofs({
      checker,
      proofs: PROOFS,
      again: options.coqchk === true,
      cache: options.cache ? PROOF_CACHE : null,
      ...(options.timeLimit !== undefined && { seconds: options.timeLimit }),
      signal,
      progress: bars.progress,
    }).finally(bars.stop);
    reports.push(report);
    if (!options.json) for (const line of inWords(report)) console.out(line);
  }
  if (options.json) console.out(JSON.stringify(reports, null, 2));
  return codeOfReports(reports, options.coqchk === true);
}

/** Shows the stages: a bar on a terminal, a line for each stage elsewhere. */
function stages(checker: CheckerName, console: Console): Stages {
  const totals = new Map<string, number>();
  const bars = progress(console, { totals });
  return {
    progress: (stage, done, total) => {
      totals.set(checker, total);
      if (console.isTerminal) bars.update(checker, done);
      else console.err(`${checker}: ${stage}${done > 0 ? ` (${done} of ${total})` : ''}`);
    },
    stop: bars.stop,
  };
}

function codeOfReports(reports: readonly ProofReport[], again: boolean): ExitCode {
  const statuses = reports.map(({ verdict }) => statusOfProofs(verdict));
  const isMissing = again && !reports.some(({ checkedAgain }) => checkedAgain);
  return EXIT_OF[worst(isMissing ? [...statuses, 'inconclusive'] : statuses)];
}

const MISSING = {
  coqc: 'there is no coqc on the PATH; --checker embedded works without it',
  embedded:
    'the embedded checker, the npm package jscoq, is not installed; run npm ci in a checkout, or install coqc 8.16 or 8.17',
};

/** A report as lines of text. */
export function inWords(report: ProofReport): string[] {
  const { verdict, checker, version, theorems, axioms, faults, cached, checkedAgain } = report;
  if (verdict === 'unavailable') return [`${checker}: ${MISSING[checker]}`];
  if (verdict === 'interrupted') return [`${checker}: interrupted; nothing was checked`];
  if (verdict === 'rejected') {
    return [
      `${checker}: the proofs are rejected by ${version}`,
      ...faults.map((fault) => `  ${fault}`),
      ...theorems
        .filter(({ reason }) => reason !== null && reason !== SEE_FAULTS)
        .map(({ file, name, reason }) => `  ${file}: ${name}: ${reason}`),
    ];
  }
  const where = `${version}${checkedAgain ? ' and coqchk' : ''}${cached ? ' (an earlier run of the same files)' : ''}`;
  return [
    `${checker}: ${theorems.length} theorems proved, checked by ${where}`,
    `  resting on ${axioms.map(({ name }) => name).join(', ') || 'no axiom'}`,
  ];
}
