import { createInterface } from 'node:readline';

/** Calls `each` with every request, in turn. */
export async function forEachRequest(each) {
  for await (const line of createInterface({ input: process.stdin })) await each(JSON.parse(line));
}

export function say(...answers) {
  for (const answer of answers) process.stdout.write(`${JSON.stringify(answer)}\n`);
}
