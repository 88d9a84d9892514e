import { devNull, tmpdir } from 'node:os';
import { resolve } from 'node:path';

/** What a program needs of the environment to run at all: where programs are and, on Windows, where the system is. */
const NEEDED = ['PATH', 'Path', 'SystemRoot'];

/**
 * All that a checker sees of the environment. Everything else could make it load something of its own: COQLIB, COQPATH,
 * OCAMLFIND_CONF and others name libraries, NODE_OPTIONS names modules; and so could the files of a home.
 */
export function environment(): Record<string, string> {
  const kept = NEEDED.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  return { ...Object.fromEntries(kept), HOME: devNull, TMPDIR: temporary() };
}

/** Where temporary folders are made. A TMPDIR that is relative means one thing here, and another where a checker runs. */
export function temporary(): string {
  return resolve(tmpdir());
}
