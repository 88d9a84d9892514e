import { existsSync } from 'node:fs';
import { createRequire, register } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { moduleAt, PACKAGE } from '../io/place.ts';
import { InputError } from '../policy/errors.ts';

const RUNS_SOURCES = import.meta.url.endsWith('.ts');
/** Where a build runs in a checkout, claims import the checkout's sources. */
const IS_CHECKOUT = existsSync(join(PACKAGE, 'scripts', 'bonafide.mjs'));

let isPrepared = RUNS_SOURCES;

/**
 * Lets a module be loaded that is written in TypeScript or imports it. Node 20 reads none: there the module, the working directory or
 * this package must find tsx. The sources run under tsx anyway.
 *
 * @throws InputError where tsx is needed and not found.
 */
export async function prepareFor(url: string, file: string): Promise<void> {
  const isTypeScript = /\.[mc]?ts$/.test(url);
  if (isPrepared || !(isTypeScript || IS_CHECKOUT)) return;
  if ('typescript' in process.features && !IS_CHECKOUT) return;
  for (const place of [dirname(fileURLToPath(url)), process.cwd(), PACKAGE]) {
    const loaders = loadersIn(place);
    for (const loader of loaders) (await import(pathToFileURL(loader).href)).register();
    isPrepared = loaders.length > 0;
    if (isPrepared) break;
  }
  if (isPrepared && IS_CHECKOUT) shareCode();
  if (isPrepared || !isTypeScript) return;
  throw new InputError(`${file}: to read TypeScript, install tsx (npm install tsx), or build the file to .js`);
}

/** The loaders of tsx for ESM and CommonJS, as resolved from a folder. `require` finds the .cjs form; the .mjs beside it is imported. */
function loadersIn(folder: string): string[] {
  const { resolve: find } = createRequire(resolve(folder, 'claim.js'));
  try {
    return ['tsx/esm/api', 'tsx/cjs/api'].map((name) => find(name).replace(/\.cjs$/, '.mjs'));
  } catch {
    return [];
  }
}

/** Gives a claim that imports src/index.ts the copy of it that runs: of another copy, values and functions would not fit together. */
function shareCode(): void {
  const shared = ['src/index', 'properties/index', 'properties/catalogue'];
  const copies = shared.map((name) => [pathToFileURL(join(PACKAGE, `${name}.ts`)).href, moduleAt(name)]);
  const hook = `
    const copies = new Map(${JSON.stringify(copies)});
    export async function resolve(specifier, context, next) {
      const found = await next(specifier, context);
      const copy = copies.get(found.url.split('?')[0]);
      return copy ? { url: copy, format: 'module', shortCircuit: true } : found;
    }`;
  register(`data:text/javascript,${encodeURIComponent(hook)}`);
}
