import { createHash, randomBytes } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isAlive } from './is-alive.ts';

/**
 * Tells machines and containers apart, since numbers of processes say nothing about those of another one. Containers may share the name of
 * their host, but have a namespace of processes of their own.
 */
const MACHINE = createHash('sha256').update(`${hostname()} ${namespaceOfProcesses()}`).digest('hex').slice(0, 8);

/** What Linux calls the numbers of processes that this one sees; nothing on other systems, which have one set of them. */
function namespaceOfProcesses(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

const NAME = /^\.bonafide-([0-9a-f]{8})-(\d+)-[0-9a-f]{16}\.tmp$/;

/** A new name for a file that gets its final one when it is complete. It names the process that writes it. */
export function temporaryName(): string {
  return `.bonafide-${MACHINE}-${process.pid}-${randomBytes(8).toString('hex')}.tmp`;
}

/** Removes what processes of this machine that were killed amid writing have left in a folder. */
export async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const dead = names.filter((name) => {
    const [, machine, pid] = NAME.exec(name) ?? [];
    return machine === MACHINE && !isAlive(Number(pid));
  });
  await Promise.all(dead.map((name) => rm(join(folder, name), { force: true }).catch(() => undefined)));
}
