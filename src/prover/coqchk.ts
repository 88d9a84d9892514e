import type { Job } from './checker.ts';
import { run } from './process.ts';

/** What coqchk must say of each way to escape its checks. */
const ESCAPES = [
  'Constants/Inductives relying on type-in-type',
  'Constants/Inductives relying on unsafe (co)fixpoints',
  'Inductives whose positivity is assumed',
];

/**
 * Lets coqchk, whose kernel is a program of its own, check the compiled files of the project; those of the library are taken as
 * they are. It lists the axioms of every file that is loaded, used or not, so only their place is looked at. @returns a failure
 */
export async function checkAgain(program: string, { project, folder, signal }: Job): Promise<string | null> {
  const modules = project.sources.flatMap(({ module }) => ['-norec', `${project.name}.${module}`]);
  const args = ['-silent', '-o', '-Q', '.', project.name, ...modules];
  const { code, out, err } = await run(program, args, { cwd: folder, signal });
  return code === 0
    ? judgeSummary(out + err)
    : `coqchk: ${err.trim().replace(/\s+/g, ' ').slice(0, 300) || 'cannot be run'}`;
}

/** What is wrong in the summary that coqchk prints. */
export function judgeSummary(out: string): string | null {
  const text = out.replace(/\s+/g, ' ');
  if (!text.includes('* Theory: Set is predicative')) return 'coqchk: prints no summary, or Set is not predicative';
  const escaped = ESCAPES.find((what) => !text.includes(`* ${what}: <none>`));
  if (escaped !== undefined) return `coqchk: ${escaped}: not none`;
  const axioms = /\* Axioms: (.*?) \* /.exec(text)?.[1]?.split(' ');
  if (axioms === undefined) return 'coqchk: lists no axioms';
  const own = axioms.find((name) => name !== '<none>' && !name.startsWith('Coq.'));
  return own === undefined ? null : `coqchk: ${own} is an axiom that is not of the library`;
}
