import { conform } from '../conform/conform.ts';
import { findingsOf } from '../conform/finding.ts';
import type { Form } from '../conform/given.ts';
import type { QuantityName } from '../conform/quantities.ts';
import type { ConformResult } from '../conform/schema.ts';
import { conformText } from '../conform/text.ts';
import type { TieRules } from '../conform/tie-rules.ts';
import type { Tolerance } from '../conform/tolerance.ts';
import type { Findings } from '../report/findings/finding.ts';
import { github } from '../report/findings/github.ts';
import { junit } from '../report/findings/junit.ts';
import { sarif } from '../report/findings/sarif.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { inThread, prepareThread } from './in-thread.ts';
import { Interrupted } from './interrupted.ts';

export interface ConformChoices {
  readonly want: readonly QuantityName[];
  readonly give: Form;
  readonly runs: number;
  readonly seed: number;
  readonly time: number;
  readonly timeout: number;
  readonly rel?: string;
  readonly abs?: string;
  readonly maxN: number;
  readonly maxTotal?: number;
  readonly ties: TieRules;
  readonly batch?: boolean;
  readonly reporter: Reporter;
}

/** How the result is printed. */
const REPORTERS = {
  text: conformText,
  json: (result: ConformResult): string => JSON.stringify(result, null, 2),
  junit: (result: ConformResult): string => junit(asFindings(result)).trimEnd(),
  sarif: (result: ConformResult): string => sarif(asFindings(result)).trimEnd(),
  github: (result: ConformResult): string => github(asFindings(result)).trimEnd(),
} as const;

function asFindings(result: ConformResult): Findings {
  return { suite: 'bonafide conform', subject: result.program.join(' '), findings: findingsOf(result) };
}

export type Reporter = keyof typeof REPORTERS;

const CODES: Record<ConformResult['status'], ExitCode> = {
  conforms: EXIT.ok,
  wrong: EXIT.failed,
  undecided: EXIT.inconclusive,
};

/** `bonafide conform`: tests a program in any language. The program is asked here; instances and truths are computed on threads. */
export async function conformCommand(
  command: readonly string[],
  choices: ConformChoices,
  context: Context,
): Promise<ExitCode> {
  const { want, give, runs, seed, time, timeout, maxN, maxTotal = null, ties, batch = false, reporter } = choices;
  const { signal, console } = context;
  prepareThread(context);
  const options = {
    command,
    want,
    form: give,
    cases: { seed, runs, maxDraws: maxN, maxTotal, ties },
    tolerance: toleranceOf(choices),
    seconds: time,
    timeout,
    batch,
    signal,
  };
  const result = await conform(options, {
    cases: (input) => inThread('conformCases', input, context),
    judge: (input) => inThread('conformJudge', input, context),
  }).catch((error: unknown) => {
    throw signal.aborted ? new Interrupted('interrupted') : error;
  });
  console.out(REPORTERS[reporter](result));
  return CODES[result.status];
}

/** The errors that the user allows. One that is not given is 0; without any, doubles decide. */
function toleranceOf({ rel, abs }: ConformChoices): Tolerance {
  return rel === undefined && abs === undefined ? 'doubles' : { rel: rel ?? '0', abs: abs ?? '0' };
}
