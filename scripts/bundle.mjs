// @ts-check
import { readdir, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** The modules of the package that are loaded by their address. All else is in chunks that they share. */
export const ENTRIES = [
  'src/index.ts',
  'src/cli/bin.ts',
  'src/cli/job-worker.ts',
  'src/run/worker.ts',
  'properties/index.ts',
  'properties/catalogue.ts',
  'src/io/source-digest.ts',
];

/**
 * Bundles the sources of a checkout, without its dependencies. Bundles load several times as fast as some four hundred modules.
 * @param {string} root the folder of the checkout
 * @param {string} outdir where the bundles go, in the places of their entries
 * @param {readonly string[]} more entries besides those of the package
 */
export async function bundle(root, outdir, more = []) {
  await build({
    absWorkingDir: root,
    entryPoints: [...ENTRIES, ...more],
    outbase: '.',
    outdir,
    bundle: true,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    charset: 'utf8',
    logLevel: 'silent',
  });
  await writeDigests(root, outdir);
}

/**
 * Cached results depend on parts of the sources, which the bundles no longer tell apart.
 * @param {string} root
 * @param {string} outdir
 */
async function writeDigests(root, outdir) {
  const { digestOfFolder } = await import(pathToFileURL(join(outdir, 'src', 'io', 'source-digest.js')).href);
  const rooms = await readdir(join(root, 'src'), { recursive: true, withFileTypes: true });
  const folders = rooms
    .filter((entry) => entry.isDirectory())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
  /** @type {Record<string, string>} */
  const digests = {};
  for (const folder of [...folders.map((name) => name.replaceAll(sep, '/')).sort(), 'properties'])
    digests[folder] = await digestOfFolder(join(root, folder), /\.ts$/);
  await writeFile(join(outdir, 'digests.json'), JSON.stringify(digests, null, 1));
}
