#!/usr/bin/env node
import { processConsole } from './console.ts';
import { EXIT } from './exit-code.ts';
import { main } from './main.ts';

const controller = new AbortController();

/** The first signal ends the run in order; a second one at once. */
function interrupt(): void {
  if (controller.signal.aborted) process.exit(EXIT.inconclusive);
  controller.abort();
}

process.on('SIGINT', interrupt);
process.on('SIGTERM', interrupt);
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader such as `head` that closes the pipe is not an error of ours.
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await main(process.argv.slice(2), processConsole, controller.signal);
