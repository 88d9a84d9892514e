import { inShort } from './printed.ts';
import { run } from './process.ts';

/** The ways to escape the checks of coqchk. Its summary must say "<none>" for each. */
const ESCAPES = [
  'Constants/Inductives relying on type-in-type',
  'Constants/Inductives relying on unsafe (co)fixpoints',
  'Inductives whose positivity is assumed',
];

/**
 * Lets coqchk, which has a separate kernel, check compiled files; it trusts those of the library. It lists the axioms of every loaded
 * file, used or not, so only the place of an axiom is checked. @returns a failure
 */
export async function checkAgain(
  program: string,
  modules: readonly string[],
  paths: readonly string[],
  cwd: string,
  signal: AbortSignal,
): Promise<string | null> {
  const args = ['-silent', '-o', ...paths, ...modules.flatMap((module) => ['-norec', module])];
  const { code, out, err } = await run(program, args, { cwd, signal });
  return code === 0 ? judgeSummary(out + err) : `coqchk: ${inShort(err) || 'cannot be run'}`;
}

/** What is wrong in the summary of coqchk; null for nothing. */
export function judgeSummary(out: string): string | null {
  // Only the characters that Coq itself takes for white space: it takes others for letters.
  const text = out.replace(/[ \t\r\n]+/g, ' ');
  if (!text.includes('* Theory: Set is predicative')) return 'coqchk: prints no summary, or Set is not predicative';
  const escaped = ESCAPES.find((what) => !text.includes(`* ${what}: <none>`));
  if (escaped !== undefined) return `coqchk: ${escaped}: not none`;
  const axioms = /\* Axioms: (.*?) \* /.exec(text)?.[1]?.split(' ');
  if (axioms === undefined) return 'coqchk: lists no axioms';
  const own = axioms.find((name) => name !== '<none>' && !name.startsWith('Coq.'));
  return own === undefined ? null : `coqchk: ${own} is an axiom that is not of the library`;
}
