#!/usr/bin/env node
import { EXIT, type ExitCode } from './exit-code.ts';

const controller = new AbortController();
let hasEnded = false;

/** The first signal ends the run in order; a second one at once. */
function interrupt(): void {
  if (controller.signal.aborted) {
    hasEnded = true;
    process.exit(EXIT.inconclusive);
  }
  controller.abort();
}

// A closed terminal and Ctrl-\ too: what is left to the system would leave checkers and folders behind.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const) process.on(signal, interrupt);

// All else comes after: a signal is heard while it loads, too.
const { processConsole } = await import('./console.ts');
const { codeOfError, main } = await import('./main.ts');
const { OutputError } = await import('./output.ts');

for (const stream of [process.stdout, process.stderr]) {
  // Comes late, and maybe after everything else: a pipe or a terminal is written to in its own time.
  stream.on('error', (error) => end(codeOfError(new OutputError(error), processConsole)));
}
process.on('uncaughtException', (error) => end(codeOfError(error, processConsole)));

/** Nothing that comes after a failure makes it good. */
function end(code: ExitCode): void {
  process.exitCode ||= code;
}

// A claim is a program and could end the process as if all were well.
process.on('exit', () => {
  if (hasEnded) return;
  processConsole.err('bonafide: the process was ended from within, by a claim perhaps, before the command was done');
  process.exitCode = EXIT.badInput;
});

end(await main(process.argv.slice(2), processConsole, controller.signal));
hasEnded = true;
