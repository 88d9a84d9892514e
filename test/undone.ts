// It starts its service in the folder in which it is first loaded, which must stay: some tests work in folders that are removed.
import 'esbuild';
import { afterAll, beforeAll, expect, vi } from 'vitest';
// It adds globals of its own, and the first command would load it.
import 'zod';

const EVENTS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'uncaughtException'];

/** What the fast tests share, and could change. */
function shared(): Map<string, unknown> {
  return new Map<string, unknown>([
    ['the working directory', process.cwd()],
    ['a fake clock', vi.isFakeTimers()],
    ...EVENTS.map((name) => [`listeners to ${name}`, process.listenerCount(name)] as const),
    ...Object.entries(process.env).map(([name, value]) => [`the environment's ${name}`, value] as const),
    ...Reflect.ownKeys(globalThis).map((name) => [`the global ${String(name)}`, true] as const),
  ]);
}

let before: Map<string, unknown>;
beforeAll(() => {
  before = shared();
});

// As the first hook of each file it runs last.
afterAll(() => {
  const after = shared();
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const changed = names.filter((name) => before.get(name) !== after.get(name));
  expect(changed, 'what the tests of this file changed and did not undo').toEqual([]);
});
