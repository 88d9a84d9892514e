import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * A module of the checkout, bundled like those of the package. tsx, which runs the benchmarks, makes each function that is created carry
 * its name, at a cost that users do not pay.
 */
export async function bundled<T>(module: string): Promise<T> {
  const folder = join(ROOT, '.build', 'bench');
  await mkdir(folder, { recursive: true });
  const outfile = join(folder, basename(module).replace(/ts$/, 'js'));
  const options = { bundle: true, packages: 'external', format: 'esm', platform: 'node', logLevel: 'silent' } as const;
  await build({ ...options, absWorkingDir: ROOT, entryPoints: [module], outfile, target: 'node20.19' });
  return import(pathToFileURL(outfile).href);
}
