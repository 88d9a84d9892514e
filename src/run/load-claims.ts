import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Claim, defineClaim } from '../claims/claim.ts';
import { messageOf } from '../claims/fault.ts';
import { InputError } from '../policy/errors.ts';
import { prepareFor } from './typescript.ts';

/** Claims from outside the catalogue. For the worker threads, each has the address of its module. */
export interface OwnClaims {
  readonly claims: readonly Claim[];
  readonly modules: ReadonlyMap<string, string>;
}

/**
 * Loads the claims of modules.
 * @throws InputError naming the file where it cannot be loaded, exports no claim, or a claim's form or id is wrong.
 */
export async function loadClaims(files: readonly string[], catalogue: readonly Claim[]): Promise<OwnClaims> {
  const claims: Claim[] = [];
  const modules = new Map<string, string>();
  const owners = new Map(catalogue.map(({ id }) => [id, 'the catalogue']));
  for (const file of files) {
    const url = await addressOf(file);
    for (const claim of await claimsOf(url, file)) {
      const owner = owners.get(claim.id);
      if (owner !== undefined)
        throw new InputError(`${file}: id: ${owner} already has a claim ${JSON.stringify(claim.id)}`);
      if (claim.proof !== undefined)
        throw new InputError(`${file}: claim ${claim.id}: only claims of the catalogue may have a proof; remove it`);
      owners.set(claim.id, file);
      modules.set(claim.id, url);
      claims.push(claim);
    }
  }
  return { claims, modules };
}

/** One claim of a module that the main thread has loaded already. */
export async function loadClaim(url: string, id: string): Promise<Claim | undefined> {
  return (await claimsOf(url, fileURLToPath(url))).find((claim) => claim.id === id);
}

async function addressOf(file: string): Promise<string> {
  try {
    if (!(await stat(file)).isFile()) throw new InputError(`cannot read ${file}: it is a folder`);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new InputError(`cannot read ${file}: ${code === 'ENOENT' ? 'there is no such file or folder' : code}`);
  }
  return pathToFileURL(resolve(file)).href;
}

/** The exports `claim` and `claims` of a module, or else its default export. */
async function claimsOf(url: string, file: string): Promise<Claim[]> {
  const { claim, default: byDefault, claims } = await importModule(url, file);
  const listed: [string, unknown][] = [['claim', claim]];
  if (Array.isArray(claims)) listed.push(...claims.map((one, i): [string, unknown] => [`claims[${i}]`, one]));
  else if (claims !== undefined) throw new InputError(`${file}: claims must be an array of claims`);
  if (claim === undefined && claims === undefined) listed.push(['default', byDefault]);
  const found = new Map<unknown, Claim>();
  for (const [name, value] of listed) {
    if (value === undefined) continue;
    try {
      found.set(value, defineClaim(value as Claim));
    } catch (error) {
      throw new InputError(`${file}: ${name}: ${messageOf(error)}`);
    }
  }
  if (found.size === 0) {
    throw new InputError(
      `${file} exports no claim: it must export it as \`claim\` or as default, or several as \`claims\``,
    );
  }
  return [...found.values()];
}

interface Exports {
  readonly claim?: unknown;
  readonly default?: unknown;
  readonly claims?: unknown;
}

async function importModule(url: string, file: string): Promise<Exports> {
  await prepareFor(url, file);
  try {
    const loaded: Exports = await import(url);
    return exportsOfCommonJs(loaded.default) ?? loaded;
  } catch (error) {
    const message = messageOf(error);
    throw new InputError(
      `${file}: ${isSyntaxError(error, message) ? `not valid code: ${complaint(message)}` : message}`,
    );
  }
}

/** A CommonJS module has all its exports in the default export, with a mark where it was translated from an ES module. */
function exportsOfCommonJs(value: unknown): Exports | null {
  const isObject = typeof value === 'object' && value !== null && !('id' in value);
  return isObject && ['__esModule', 'claim', 'claims', 'default'].some((name) => name in value) ? value : null;
}

function isSyntaxError(error: unknown, message: string): boolean {
  return error instanceof SyntaxError || message.startsWith('Transform failed');
}

/** The part of esbuild's message that says what is wrong. */
function complaint(message: string): string {
  return message.replace(/^Transform failed with \d+ errors?: /, '');
}
