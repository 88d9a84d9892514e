import { CommanderError } from 'commander';
import { ClaimFault } from '../claims/fault.ts';
import { PointedError } from '../conjectures/syntax/errors.ts';
import { Hindered } from '../coq/gate/hindered.ts';
import { InputError } from '../policy/errors.ts';
import { oneLine } from '../report/escape.ts';
import { instanceInWords } from '../report/words.ts';
import { ClaimStopped } from '../run/stopped.ts';
import type { Console } from './console.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { Interrupted } from './interrupted.ts';
import { OutputError } from './output.ts';

/** The id of the claim whose code an error comes from; null where there is none. */
export function claimOf(error: unknown): string | null {
  if (error instanceof ClaimFault) return error.claim;
  return error instanceof ClaimStopped && 'claim' in error.whose ? error.whose.claim : null;
}

/**
 * Prints one sentence about an error.
 * @param isOwn whether the error comes from the code of a claim of the user's own
 * @returns its exit code.
 */
export function codeOfError(error: unknown, console: Console, isOwn = false): ExitCode {
  try {
    return tell(error, console, isOwn);
  } catch (failure) {
    // Standard error cannot be written either, so the error cannot be reported.
    if (failure instanceof OutputError) return EXIT.badInput;
    throw failure;
  }
}

function tell(error: unknown, console: Console, isOwn: boolean): ExitCode {
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
    const message = error.message.replace(/^error: |\.$/g, '').replaceAll('\n', ' ');
    const isFormula = error.code === 'commander.unknownOption' && /'-[^-].*([<>=≤≥≠]|\\[lgn]e)/.test(message);
    const advice = isFormula
      ? "a formula that begins with - stands behind --, as in bonafide test -- '-KL <= 0'"
      : 'see bonafide --help';
    console.err(`bonafide: ${oneLine(message)}; ${advice}`);
    return EXIT.badInput;
  }
  if (error instanceof InputError || error instanceof Hindered) {
    console.err(`bonafide: ${oneLine(error.message)}`);
    if (error instanceof PointedError) console.err(error.excerpt);
    return error instanceof Hindered ? EXIT.inconclusive : EXIT.badInput;
  }
  if (error instanceof ClaimStopped && ('file' in error.whose || isOwn)) {
    console.err(`bonafide: ${oneLine(error.message)}`);
    return error.how === 'stalled' ? EXIT.inconclusive : EXIT.badInput;
  }
  if (error instanceof ClaimFault && isOwn) {
    console.err(`bonafide: ${faultInWords(error)}`);
    return EXIT.badInput;
  }
  const what = error instanceof ClaimFault ? faultInWords(error) : error instanceof Error ? error.message : error;
  console.err(`bonafide: internal error: ${oneLine(String(what))}; please report it`);
  if (process.env.BONAFIDE_DEBUG && error instanceof Error) console.err(error.stack ?? '');
  return EXIT.inconclusive;
}

function faultInWords({ claim, instance, message }: ClaimFault): string {
  return `claim ${claim} cannot be checked on ${instanceInWords(instance)}: ${oneLine(message)}`;
}
