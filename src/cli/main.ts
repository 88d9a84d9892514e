import { Argument, Command } from 'commander';
import { packageVersion } from '../io/place.ts';
import { InputError } from '../policy/errors.ts';
import { catalogueAt } from '../run/catalogue.ts';
import type { AnalyzeOptions } from './analyze.ts';
import type { CertifyOptions } from './certify.ts';
import type { ChooseOptions } from './choose.ts';
import type { ClaimsOptions } from './claims.ts';
import type { ComputeOptions } from './computed.ts';
import type { ConformChoices } from './conform.ts';
import { withConformOptions } from './conform-options.ts';
import type { Context } from './context.ts';
import { claimOf, codeOfError } from './errors.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { ExploreOptions } from './explore.ts';
import { parseAccuracy, parseBudget, parseReward, parseWinRate } from './goal-options.ts';
import { withExamples } from './help-examples.ts';
import { DATA, DUPLICATE_REWARD, LAYOUT, MAP, ON_BAD_ROW, withQuestion } from './log-options.ts';
import type { MergeOptions } from './merge.ts';
import {
  defaultWorkers,
  lastOne,
  parseCampaignRuns,
  parseChecker,
  parseDialect,
  parseDigits,
  parseDrawList,
  parseExpectation,
  parseExpected,
  parseReporter,
  parseRuns,
  parseSeconds,
  parseSeed,
  parseSelection,
  parseShard,
  parseTies,
  parseTimeLimit,
  parseTimeout,
  parseWorkers,
  repeated,
} from './options.ts';
import { withPolicy } from './policy-options.ts';
import type { ProveOptions } from './prove.ts';
import type { ReportOptions } from './report.ts';
import type { SharpenOptions } from './sharpen.ts';
import type { TestOptions } from './test.ts';
import type { VerifyOptions } from './verify.ts';

const CLAIM_OPTION = 'a module with a claim of your own, .ts or .js, whose code is run; may be given several times';

/**
 * Parses the arguments, runs the command and returns its exit code. User errors become one line and exit code 2. Each command is loaded
 * when it is called, because the help needs neither claims nor provers.
 */
export async function main(args: readonly string[], context: Context): Promise<ExitCode> {
  const { console } = context;
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
    .argument('[claim...]', "ids of claims, or patterns such as 'kl-*'; all when none is given")
    .option('--claim <file>', CLAIM_OPTION, repeated)
    .option('--quick', 'a first look in seconds: small budgets, no proofs; writes no files')
    .option('--full', 'larger budgets: more instances, larger enumerations, longer climbs')
    .option('--runs <N>', 'instances for each claim, distinct up to 100,000', parseCampaignRuns)
    .option('--time <seconds>', 'end the search after about this many seconds', parseSeconds)
    .option('--claim-timeout <seconds>', 'stop a claim that spends more than this on one instance', parseTimeout)
    .option('--seed <S>', 'seed of the run', parseSeed)
    .option('--workers <W>', 'worker threads', parseWorkers, defaultWorkers())
    .option(
      '--samples <data...>',
      'also check samples: the files of a log, patterns or -, as analyze reads them',
      repeated,
    )
    .option('-n, --n <list>', 'numbers of draws for the samples, such as 2,4,16', parseDrawList)
    .addOption(MAP)
    .addOption(LAYOUT)
    .addOption(ON_BAD_ROW)
    .addOption(DUPLICATE_REWARD)
    .option('--shard <i/k>', 'only the i-th of k shards; merge joins their results', parseShard)
    .option('--resume <dir>', 'keep the results of finished pieces in this folder, and do only the others', lastOne)
    .option('--counterexamples <dir>', 'add the counterexamples to this folder', lastOne)
    .option('--out <dir>', 'save the reports in this folder', lastOne)
    .option(
      '--proofs',
      'also check the proofs in Coq; the default when all claims are verified without --quick, --runs or --time',
    )
    .option('--no-proofs', 'do not check the proofs in Coq')
    .option('--reporter <format>', 'print the report as text, json, junit, sarif or github', parseReporter)
    .option('--json', 'print JSON, as --reporter json does')
    .action(async (ids: string[], options: VerifyOptions) => {
      const { verify } = await import('./verify.ts');
      code = await verify(ids, options, context);
    });
  program
    .command('merge')
    .description('the report of a campaign from the results of its shards')
    .argument('<dir...>', 'the folders that verify --shard or --resume has written')
    .option('--claim <file>', CLAIM_OPTION, repeated)
    .option('--partial', 'accept that results are missing; the report says which, and decides nothing')
    .option('--workers <W>', 'worker threads', parseWorkers, defaultWorkers())
    .option('--counterexamples <dir>', 'add the counterexamples to this folder', lastOne)
    .option('--out <dir>', 'save the reports in this folder', lastOne)
    .option('--reporter <format>', 'print the report as text, json, junit, sarif or github', parseReporter)
    .option('--json', 'print JSON, as --reporter json does')
    .action(async (folders: string[], options: MergeOptions) => {
      const { merge } = await import('./merge.ts');
      code = await merge(folders, options, context);
    });
  program
    .command('test')
    .description('look for a counterexample to a conjecture that is typed, or to the claims of a file')
    .argument('[formula]', "such as 'KL <= log n - (n-1)/n'; docs/conjectures.md has the language")
    .option('--for <formula>', "the instances that it is about, such as 'n >= 3' or 'n = 2..10'")
    .option('--file <file>', 'a file of claims, one a line as id: formula')
    .option('--derivation <file>', 'a file with a chain such as KL = … <= D, plain or LaTeX; each link is checked')
    .option('--selection <name>', 'the selection; best-of-n by default', parseSelection)
    .option('--expect <what>', 'holds, fails or open; holds by default', parseExpectation)
    .option('--full', 'a larger search')
    .option('--runs <N>', 'distinct adversarial instances for each conjecture', parseRuns)
    .option('--time <seconds>', 'end the search of each conjecture after about this many seconds', parseSeconds)
    .option('--seed <S>', 'seed of the search', parseSeed)
    .option('--workers <W>', 'worker threads', parseWorkers, defaultWorkers())
    .option('--counterexamples <dir>', 'the folder in which counterexamples are saved and found again', 'bonafide')
    .option('--no-save', 'neither save counterexamples nor read saved ones')
    .option('--reporter <format>', 'text, json, junit, sarif or github', parseReporter)
    .option('--json', 'print JSON')
    .action(async (formula: string | undefined, options: TestOptions) => {
      const { derivation } = options;
      if (derivation === undefined) code = await (await import('./test.ts')).test(formula, options, context);
      else code = await (await import('./derivation.ts')).testDerivation(derivation, formula, options, context);
    });
  program
    .command('sharpen')
    .description('the least or greatest constant for which a conjecture survives all policies that are looked at')
    .argument('[formula]', "a comparison with a constant, such as 'gap <= C * S2'")
    .option('--for <formula>', "the instances that it is about, such as 'n >= 3' or 'n = 2..10'")
    .option('--unknown <name>', 'the name of the constant', 'C')
    .option('--selection <name>', 'the selection; best-of-n by default', parseSelection)
    .option('--full', 'a larger search')
    .option('--runs <N>', 'adversarial instances that are generated', parseRuns)
    .option('--time <seconds>', 'end the search after about this many seconds', parseSeconds)
    .option('--seed <S>', 'seed of the search', parseSeed)
    .option('--workers <W>', 'worker threads', parseWorkers, defaultWorkers())
    .option('--json', 'print JSON')
    .action(async (formula: string | undefined, options: SharpenOptions) => {
      const { sharpen } = await import('./sharpen.ts');
      code = await sharpen(formula, options, context);
    });
  withQuestion(
    program
      .command('analyze')
      .description('what best-of-n cost and won, according to logged samples')
      .argument('<data...>', DATA),
  )
    .option('-n, --n <list>', 'numbers of draws, such as 4,16,64', parseDrawList)
    .option('--plug-in', 'also the KL of the empirical policies, which does not estimate that of the model')
    .option('--selected', 'the rows are answers that best-of-n has selected, with log-probabilities')
    .option('--per-prompt <file>', 'also write a table of the prompts, .csv or .parquet', lastOne)
    .option('--html <file>', 'also write a page with tables and pictures, which loads nothing', lastOne)
    .option('--aggregate <file>', 'also write the counts of equal samples as Parquet, which is a log again', lastOne)
    .option('--sql <dialect>', 'print the query that counts them in a table: duckdb, spark or bigquery', parseDialect)
    .option('--json', 'print JSON')
    .action(async (sources: string[], options: AnalyzeOptions) => {
      const { analyze } = await import('./analyze.ts');
      code = await analyze(sources, options, context);
    });
  withQuestion(
    program
      .command('choose')
      .description('the n for a budget of KL or a target, from samples, from a policy, or from nothing')
      .argument('[data...]', DATA)
      .option('--kl <nats>', 'the largest n whose KL is at most this', parseBudget)
      .option('--win-rate <p>', 'the least n whose win rate is at least this', parseWinRate)
      .option('--reward <r>', 'the least n whose mean reward is at least this', parseReward)
      .option('--accuracy <p>', 'the same for rewards that are 0 or 1', parseAccuracy)
      .option('-w, --weights <list>', 'weights of a policy, from the worst outcome to the best, such as 1,2,3')
      .option('-p, --probabilities <list>', 'probabilities of a policy, from the worst outcome to the best')
      .option('--policy <file>', 'a JSON file with a policy'),
  )
    .option('--json', 'print JSON')
    .action(async (sources: string[], options: ChooseOptions) => {
      const { choose } = await import('./choose.ts');
      code = await choose(sources, options, context);
    });
  withPolicy(program.command('compute').description('KL, bounds, win rate and estimators of one policy, certified'))
    .option('-n, --n <list>', 'numbers of draws, such as 4 or 2,4,16')
    .option('-d, --digits <D>', 'certified significant digits; 6 by default, 30 with --json or --interval', parseDigits)
    .option('--interval', 'both ends of enclosures')
    .option('--ties <how>', 'level, order or error', parseTies, 'level')
    .option('--normalize', 'divide probabilities by their sum')
    .option('--pmf', 'also the probability of every outcome')
    .option('--json', 'print JSON')
    .action(async (options: ComputeOptions) => {
      const { compute } = await import('./compute.ts');
      code = await compute(options, context);
    });
  withPolicy(
    program
      .command('explore')
      .description('a page in which you drag a policy and see KL, win rate, gaps and claims; prints its address'),
  )
    .option('-n, --n <N>', 'the number of draws')
    .option('--selection <name>', 'the selection; best-of-n by default', parseSelection)
    .option('--ties <how>', 'level, order or error', parseTies)
    .option('--conjecture <formula>', 'a formula for the box of conjectures')
    .option('--for <formula>', 'the instances that it is about')
    .option('--out <file>', 'write the page to this file', lastOne)
    .action(async (options: ExploreOptions) => {
      const { explore } = await import('./explore.ts');
      code = await explore(options, context);
    });
  withConformOptions(
    program
      .command('conform')
      .description('test a program in any language against certified numbers; the program follows --')
      .argument('<program...>', 'the program and its arguments, such as -- python3 my_kl.py'),
  ).action(async (command: string[], choices: ConformChoices) => {
    const { conformCommand } = await import('./conform.ts');
    code = await conformCommand(command, choices, context);
  });
  program
    .command('replay')
    .description('recompute saved counterexamples')
    .argument('[file...]', 'counterexample files; all of counterexamples/ when none is given')
    .option('--claim <file>', CLAIM_OPTION, repeated)
    .option('--json', 'print JSON')
    .action(async (files: string[], options: { json?: boolean; claim?: readonly string[] }) => {
      const { replayCommand } = await import('./replay.ts');
      code = await replayCommand(files, options, context);
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
      const { prove } = await import('./prove.ts');
      code = await prove(options, context);
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
      const { certify } = await import('./certify.ts');
      code = await certify(files, options, context);
    });
  program
    .command('claims')
    .description('list the claims')
    .option('--claim <file>', CLAIM_OPTION, repeated)
    .option('--expected <what>', 'only those that are expected so: holds, fails or open', parseExpected)
    .option('--paper <text>', 'only those whose source has this text, such as Beirami or 2406.05882')
    .option('--proved', 'only those that are wholly proved in Coq, or proved to be false')
    .option('--json', 'print JSON')
    .action(async (options: ClaimsOptions) => {
      const { claims } = await import('./claims.ts');
      code = await claims(options, context);
    });
  program
    .command('explain')
    .description('what claims state, how they fare, and where they are proved or refuted')
    .argument('<claim...>', "ids of claims, or patterns such as 'kl-*'")
    .option('--json', 'print JSON')
    .action(async (ids: string[], options: { json?: boolean }) => {
      const { explain } = await import('./explain.ts');
      code = await explain(ids, options, context);
    });
  program
    .command('report')
    .description('write the pages of a saved report again, without a search')
    .argument('[report]', 'a saved verification.json, or its folder; by default the report of this version')
    .option('--out <dir>', 'the folder of the pages', lastOne)
    .option('--counterexamples <dir>', 'the folder of the counterexamples, to which the pages link', lastOne)
    .action(async (saved: string | undefined, options: ReportOptions) => {
      const { report } = await import('./report.ts');
      code = await report(saved, options, context);
    });
  program
    .command('cite')
    .description('BibTeX of the papers that claims are taken from, and of this program')
    .argument('[claim...]', "ids of claims, or patterns such as 'kl-*'; all when none is given")
    .action(async (ids: string[]) => {
      const { cite } = await import('./cite.ts');
      code = await cite(ids, context);
    });
  program
    .command('completion')
    .description('a script for a shell, which then completes commands, options and ids of claims')
    .addArgument(new Argument('<shell>').choices(['bash', 'zsh', 'fish']))
    .action(async (shell: 'bash' | 'zsh' | 'fish') => {
      const { completion } = await import('./completion.ts');
      code = await completion(shell, program, context);
    });
  program.commands.forEach(refuseTwice);
  program.commands.forEach(withExamples);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    return codeOfError(error, console, await isOwn(claimOf(error), context));
  }
}

/** Whether a claim is the user's own. The catalogue is loaded only where there is a claim. */
async function isOwn(claim: string | null, { catalogue }: Context): Promise<boolean> {
  return claim !== null && !(await catalogueAt(catalogue)).claims.some(({ id }) => id === claim);
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
