import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const ROOT = new URL('../../', import.meta.url);

/** Expects that a file of the project has this text. Otherwise writes the text beside it, as NAME.new.svg, and names both files. */
export function expectSame(path: string, text: string, root: URL = ROOT): void {
  const file = new URL(path, root);
  const beside = path.replace(/(\.[a-z]+)$/, '.new$1');
  const isSame = readFileSync(file, 'utf8') === text;
  if (isSame) rmSync(new URL(beside, root), { force: true });
  else writeFileSync(fileURLToPath(new URL(beside, root)), text);
  expect(isSame, `${path} is not drawn as it is saved; compare it with ${beside}, and run npm run pictures`).toBe(true);
}
