// @ts-check
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a build depends on. */
const SOURCES = ['src', 'properties', 'scripts', 'package.json', 'package-lock.json'];

/** The module of a checkout that makes the page of `bonafide explore`. */
const MORE = ['scripts/explorer/build.ts'];

/** So many builds are kept: a process that runs for long may load parts of its own when the sources have changed often. */
const KEPT = 50;

/**
 * The folder of a build that is as new as the sources. Its name is a hash of the sizes and times of all sources, so a build is never used
 * for other sources than its own. Where there is none, it is made, in half a second.
 * @param {string} root the folder of the checkout
 * @returns {Promise<string>}
 */
export async function freshBuild(root) {
  const builds = join(root, '.build');
  const key = stateOf(root);
  const folder = join(builds, key);
  if (isThere(folder)) return folder;
  const { bundle } = await import('./bundle.mjs');
  mkdirSync(builds, { recursive: true });
  removeOld(builds);
  const unfinished = mkdtempSync(join(builds, 'unfinished-'));
  try {
    await bundle(root, unfinished, MORE);
    // Somebody has written to the sources meanwhile.
    if (stateOf(root) !== key) return await freshBuild(root);
    rename(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}

/** @param {string} root */
function stateOf(root) {
  const hash = createHash('sha256');
  for (const source of SOURCES) for (const file of filesIn(join(root, source))) hash.update(file);
  return hash.digest('hex').slice(0, 16);
}

/**
 * @param {string} place
 * @returns {string[]} a line for each file with what changes when it is written
 */
function filesIn(place) {
  const about = statSync(place, { bigint: true });
  if (!about.isDirectory()) return [`${place} ${about.size} ${about.mtimeNs} ${about.ctimeNs} ${about.ino}\n`];
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesIn(join(place, name)));
}

/**
 * @param {string} from
 * @param {string} to
 */
function rename(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    // Another process has made the same build.
    if (!isThere(to)) throw error;
  }
}

/** @param {string} builds */
function removeOld(builds) {
  const places = readdirSync(builds).map((name) => join(builds, name));
  const made = new Map(places.map((place) => [place, statSync(place, { throwIfNoEntry: false })?.mtimeMs ?? 0]));
  const newestFirst = places.sort((a, b) => (made.get(b) ?? 0) - (made.get(a) ?? 0));
  for (const place of newestFirst.slice(KEPT)) rmSync(place, { recursive: true, force: true });
}

/** @param {string} place */
function isThere(place) {
  return statSync(place, { throwIfNoEntry: false }) !== undefined;
}
