import { Command, CommanderError } from 'commander';
import { catalogue } from '../../properties/index.ts';
import { ClaimFault } from '../claims/fault.ts';
import { Hindered } from '../coq/gate/hindered.ts';
import { packageVersion } from '../coq/gate/place.ts';
import { InputError } from '../policy/errors.ts';
import { oneLine } from '../report/escape.ts';
import { instanceInWords } from '../report/words.ts';
import { ClaimStopped } from '../run/stopped.ts';
import { type CertifyOptions, certify } from './certify.ts';
import { claims } from './claims.ts';
import { compute } from './compute.ts';
import type { ComputeOptions } from './computed.ts';
import type { Console } from './console.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { Interrupted } from './in-thread.ts';
import {
  defaultWorkers,
  lastOne,
  parseChecker,
  parseDigits,
  parseDrawList,
  parseDuplicates,
  parseRuns,
  parseSeconds,
  parseSeed,
  parseTies,
  parseTimeLimit,
  parseTimeout,
  parseWorkers,
  repeated,
} from './options.ts';
import { OutputError } from './output.ts';
import { type ProveOptions, prove } from './prove.ts';
import { replayCommand } from './replay.ts';
import { type VerifyOptions, verify } from './verify.ts';

const CLAIM_OPTION = 'a module with a claim of your own, .ts or .js, whose code is run; may be given several times';

/** Parses the arguments, runs the command and returns its exit code. User errors become one line and exit code 2. */
export async function main(args: readonly string[], console: Console, signal: AbortSignal): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  const program = new Command('bonafide')
    .description('Verifies the theory of best-of-n sampling with certified arithmetic.')
    .exitOverride()
    .version(packageVersion(), '-V, --version', 'print the version')
    .configureOutput({
      writeOut: (text) => console.out(text.trimEnd()),
      // The help of a call without a command. Errors are reported below.
      writeErr: (text) => console.err(text.trimEnd()),
      outputError: () => undefined,
    });
  program
    .command('verify')
    .description('search for counterexamples to the claims, report what is found, and save it where a folder is named')
    .argument('[claim...]', 'ids of claims; all when none is given')
    .option('--claim <file>', CLAIM_OPTION, repeated)
    .option('--full', 'larger budgets: more instances, larger enumerations, longer climbs')
    .option('--runs <N>', 'distinct instances for each claim', parseRuns)
    .option('--time <seconds>', 'end the search after about this many seconds', parseSeconds)
    .option('--claim-timeout <seconds>', 'stop a claim that spends more than this on one instance', parseTimeout)
    .option('--seed <S>', 'seed of the run', parseSeed)
    .option('--workers <W>', 'worker threads', parseWorkers, defaultWorkers())
    .option('--samples <file>', 'also check real samples: JSONL, CSV or TSV rows of prompt, response, reward')
    .option('-n, --n <list>', 'numbers of draws for the samples, such as 2,4,16', parseDrawList)
    .option(
      '--duplicates <how>',
      'a response of the samples with several rewards: error (the default), first or mean',
      parseDuplicates,
    )
    .option('--counterexamples <dir>', 'add the counterexamples to this folder', lastOne)
    .option('--out <dir>', 'save the reports in this folder', lastOne)
    .option(
      '--proofs',
      'also check the proofs in Coq; the default when all claims are verified without --runs or --time',
    )
    .option('--no-proofs', 'do not check the proofs in Coq')
    .option('--json', 'print the report as JSON')
    .action(async (ids: string[], options: VerifyOptions) => {
      code = await verify(ids, options, console, signal);
    });
  program
    .command('compute')
    .description('KL, bounds, win rate and estimators of one policy, certified')
    .option('-w, --weights <list>', 'weights from the worst outcome to the best, such as 1,2,3')
    .option('-p, --probabilities <list>', 'probabilities from the worst outcome to the best, such as 0.2,1/5,3/5')
    .option('--policy <file>', 'a JSON file with weights, probabilities or outcomes')
    .option('-n, --n <N>', 'number of draws')
    .option('-d, --digits <D>', 'certified significant digits', parseDigits, 30)
    .option('--ties <how>', 'level, order or error', parseTies, 'level')
    .option('--normalize', 'divide probabilities by their sum')
    .option('--pmf', 'also the probability of every outcome')
    .option('--json', 'print JSON')
    .action(async (options: ComputeOptions) => {
      code = await compute(options, console, signal);
    });
  program
    .command('replay')
    .description('recompute saved counterexamples')
    .argument('[file...]', 'counterexample files; all of counterexamples/ when none is given')
    .option('--claim <file>', CLAIM_OPTION, repeated)
    .option('--json', 'print JSON')
    .action(async (files: string[], options: { json?: boolean; claim?: readonly string[] }) => {
      code = await replayCommand(files, options, console, signal);
    });
  program
    .command('prove')
    .description('check the proofs in Coq, and that they prove the statements in the manifest')
    .option('--checker <which>', 'coqc, embedded or both; by default coqc where it is installed', parseChecker)
    .option('--coqchk', 'also check the compiled files with coqchk')
    .option('--no-cache', 'ignore cached results')
    .option('--time-limit <seconds>', 'stop a checker after this time, and reject the proofs', parseTimeLimit)
    .option('--json', 'print JSON')
    .action(async (options: ProveOptions) => {
      code = await prove(options, console, signal);
    });
  program
    .command('certify')
    .description('turn counterexamples into theorems in Coq, and check them')
    .argument('[file...]', 'counterexample files; by default those of counterexamples/ whose claims can be certified')
    .option('--out <dir>', 'folder for the certificates', 'certificates')
    .option('--checker <which>', 'coqc, embedded or both; by default coqc where it is installed', parseChecker)
    .option('--no-check', 'only write the certificates')
    .option('--json', 'print JSON')
    .action(async (files: string[], options: CertifyOptions) => {
      code = await certify(files, options, console, signal);
    });
  program
    .command('claims')
    .description('list the claims')
    .option('--claim <file>', CLAIM_OPTION, repeated)
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean; claim?: readonly string[] }) => {
      code = await claims(options, console, signal);
    });
  program.commands.forEach(refuseTwice);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    return codeOfError(error, console);
  }
}

/** Refuses options that are given twice. Otherwise the last value would count, or a flag would be negated, without the user knowing. */
function refuseTwice(command: Command): void {
  const given = new Set<string>();
  for (const option of command.options) {
    if (option.parseArg === repeated || option.parseArg === lastOne) continue;
    command.on(`option:${option.name()}`, () => {
      const name = option.attributeName();
      if (given.has(name)) throw new InputError(`${option.long} is given twice`);
      given.add(name);
    });
  }
}

/** Prints one sentence about an error. @returns its exit code. */
export function codeOfError(error: unknown, console: Console): ExitCode {
  try {
    return tell(error, console);
  } catch (failure) {
    // Standard error cannot be written either, so the error cannot be reported.
    if (failure instanceof OutputError) return EXIT.badInput;
    throw failure;
  }
}

function tell(error: unknown, console: Console): ExitCode {
  if (error instanceof Interrupted) {
    console.err('bonafide: interrupted; saved files are complete');
    return EXIT.inconclusive;
  }
  if (error instanceof OutputError) {
    if (!error.isClosed) console.err(`bonafide: ${oneLine(error.message)}`);
    return EXIT.badInput;
  }
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.ok;
    if (error.code === 'commander.help') return EXIT.badInput;
    const message = error.message.replace(/^error: /, '').replaceAll('\n', ' ');
    console.err(`bonafide: ${oneLine(message)}; see bonafide --help`);
    return EXIT.badInput;
  }
  if (error instanceof InputError || error instanceof Hindered) {
    console.err(`bonafide: ${oneLine(error.message)}`);
    return error instanceof Hindered ? EXIT.inconclusive : EXIT.badInput;
  }
  if (error instanceof ClaimStopped && ('file' in error.whose || isOwn(error.whose.claim))) {
    console.err(`bonafide: ${oneLine(error.message)}`);
    return error.how === 'stalled' ? EXIT.inconclusive : EXIT.badInput;
  }
  if (error instanceof ClaimFault && isOwn(error.claim)) {
    console.err(`bonafide: ${faultInWords(error)}`);
    return EXIT.badInput;
  }
  const what = error instanceof ClaimFault ? faultInWords(error) : error instanceof Error ? error.message : error;
  console.err(`bonafide: internal error: ${oneLine(String(what))}; please report it`);
  if (process.env.BONAFIDE_DEBUG && error instanceof Error) console.err(error.stack ?? '');
  return EXIT.inconclusive;
}

function isOwn(claim: string): boolean {
  return !catalogue.some(({ id }) => id === claim);
}

function faultInWords({ claim, instance, message }: ClaimFault): string {
  return `claim ${claim} cannot be checked on ${instanceInWords(instance)}: ${oneLine(message)}`;
}
