#!/usr/bin/env node
import { processConsole } from './console.ts';
import { EXIT } from './exit-code.ts';
import { main } from './main.ts';

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

process.on('SIGINT', interrupt);
process.on('SIGTERM', interrupt);
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader such as `head` that closes the pipe is not an error of ours.
  if (error.code !== 'EPIPE') throw error;
});

// A claim is a program and could end the process as if all were well.
process.on('exit', () => {
  if (hasEnded) return;
  process.stderr.write(
    'bonafide: the process was ended from within, by a claim perhaps, before the command was done\n',
  );
  process.exitCode = EXIT.badInput;
});

process.exitCode = await main(process.argv.slice(2), processConsole, controller.signal);
hasEnded = true;
