import { randomBytes } from 'node:crypto';

/** Sentences for Coq. Each answer comes after a mark that no source can know beforehand. */
export interface Script {
  readonly nonce: string;
  readonly text: string;
}

/** Letters and digits that nobody can guess. */
export function nonce(): string {
  return randomBytes(12).toString('hex');
}

/** A sentence that prints a line. */
export function mark(text: string): string {
  return `Goal True. idtac "${text}". Abort.`;
}

/** The sentences of the steps, each after a mark with its key, and a last mark. */
export function script(nonce: string, steps: readonly (readonly [key: string, sentences: string])[]): Script {
  const lines = steps.map(([key, sentences]) => `${mark(`${nonce} ${key}`)}\n${sentences}`);
  return { nonce, text: `${[...lines, mark(`${nonce} end`)].join('\n')}\n` };
}

export interface Answers {
  /** What was printed after each mark. */
  readonly by: ReadonlyMap<string, string>;
  /** The last mark that was reached, which is where a failed run ended. */
  readonly last: string | null;
  /** Whether the script ran to its end; otherwise something was cut off or never run. */
  readonly ended: boolean;
}

export function answers(lines: readonly string[], { nonce }: Script): Answers {
  const found = new Map<string, string[]>();
  let answer: string[] = [];
  let last: string | null = null;
  for (const line of lines) {
    if (line.startsWith(`${nonce} `)) {
      answer = [];
      last = line.slice(nonce.length + 1).trim();
      found.set(last, answer);
    } else {
      answer.push(line);
    }
  }
  return { by: new Map([...found].map(([key, text]) => [key, text.join('\n')])), last, ended: last === 'end' };
}
