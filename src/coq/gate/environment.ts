import { devNull, tmpdir } from 'node:os';
import { resolve } from 'node:path';

/** The variables that a program needs to run at all: the places of programs and, on Windows, of the system. */
const NEEDED = ['PATH', 'Path', 'SystemRoot'];

/**
 * The whole environment of a checker. Anything else could make it load foreign files: COQLIB, COQPATH, OCAMLFIND_CONF and others name
 * libraries, NODE_OPTIONS names modules, and a home folder has files that programs read.
 */
export function environment(): Record<string, string> {
  const kept = NEEDED.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  return { ...Object.fromEntries(kept), HOME: devNull, TMPDIR: temporary() };
}

/** The folder for temporary folders, as an absolute path: a relative TMPDIR would mean another folder where a checker runs. */
export function temporary(): string {
  return resolve(tmpdir());
}
