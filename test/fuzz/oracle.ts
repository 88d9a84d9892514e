/** The oracle as a process: compiled where Arb is installed. */
import { execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The names under which distributions install Arb; FLINT contains it from version 3 on. */
const LIBRARIES = [
  ['-lflint-arb', '-lflint', '-lm'],
  ['-larb', '-lflint', '-lm'],
  ['-lflint', '-lm'],
];

/** Compiles the oracle into a folder. @returns its path, or null where no Arb is installed */
export async function compileOracle(folder: string): Promise<string | null> {
  const program = join(folder, 'oracle');
  for (const libraries of LIBRARIES) {
    const args = ['-O2', '-o', program, join(import.meta.dirname, 'oracle.c'), ...libraries];
    const isCompiled = await promisify(execFile)('gcc', args).then(
      () => true,
      () => false,
    );
    if (isCompiled) return program;
  }
  return null;
}

export interface Judged {
  /** Numbers that cannot be right, one line each. */
  readonly wrong: readonly string[];
  readonly checked: number;
  /** Numbers that the oracle did not know much better than the library. */
  readonly blunt: number;
}

/** Lets the oracle judge lines. @throws Error when it does not come to its end. */
export async function judge(program: string, lines: Iterable<string>): Promise<Judged> {
  const child = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  for (const line of lines) {
    if (!child.stdin.write(`${line}\n`)) await new Promise((resolve) => child.stdin.once('drain', resolve));
  }
  child.stdin.end();
  const code = await ended;
  const printed = out.trimEnd().split('\n');
  const last = /^checked (\d+) blunt (\d+)$/.exec(printed.pop() ?? '');
  if (code !== 0 || !last) throw new Error(`the oracle ended with ${code}`);
  return { wrong: printed.filter((line) => line !== ''), checked: Number(last[1]), blunt: Number(last[2]) };
}
