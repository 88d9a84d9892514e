#!/usr/bin/env node
import { moduleAt } from '../io/place.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';

const controller = new AbortController();
let hasEnded = false;

/** The first signal ends the run in an orderly way, the second at once. */
function interrupt(): void {
  if (controller.signal.aborted) {
    hasEnded = true;
    process.exit(EXIT.inconclusive);
  }
  controller.abort();
}

// Includes a closed terminal and Ctrl-\: the system's default action would leave checkers and folders behind.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const) process.on(signal, interrupt);

// The rest is imported after that, so that signals are handled while it loads.
const { processConsole } = await import('./console.ts');
const { codeOfError } = await import('./errors.ts');
const { main } = await import('./main.ts');
const { OutputError } = await import('./output.ts');

/** The only place that says which catalogue and which provers the commands have. Both are loaded when they are needed. */
const context: Context = {
  console: processConsole,
  signal: controller.signal,
  catalogue: moduleAt('properties/catalogue'),
  chooseCheckers: async (...asked) => (await import('../coq/gate/choose.ts')).chooseCheckers(...asked),
};

// Writing to a pipe or a terminal is asynchronous, so these events can come late, even after everything else. What is wrong with standard
// error is told nowhere: to tell it there would fail again, and again.
const silent = { ...processConsole, err: () => undefined };
process.stdout.on('error', (error) => end(codeOfError(new OutputError(error), processConsole)));
process.stderr.on('error', (error) => end(codeOfError(new OutputError(error), silent)));
process.on('uncaughtException', (error) => end(codeOfError(error, processConsole)));

/** Keeps the first exit code that is a failure. */
function end(code: ExitCode): void {
  process.exitCode ||= code;
}

// A claim's code could end the process with a code that means success.
process.on('exit', () => {
  if (hasEnded) return;
  processConsole.err('bonafide: the process ended before the command was done; perhaps a claim ended it');
  process.exitCode = EXIT.badInput;
});

end(await main(process.argv.slice(2), context));
hasEnded = true;
