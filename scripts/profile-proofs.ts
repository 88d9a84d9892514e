/**
 * Times each sentence of the proofs with coqc, and prints tables: by file, by the first word of a sentence, and the slowest ones. Options
 * are passed on to coqc: with -bytecode-compiler no it lacks the kernel's virtual machine, as the embedded Coq does.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { markdownTable } from 'markdown-table';
import { inFolder } from '../src/coq/gate/folder.ts';
import { readManifest } from '../src/coq/gate/manifest.ts';
import { PROOFS } from '../src/coq/gate/place.ts';
import { run } from '../src/coq/gate/process.ts';
import { readProject } from '../src/coq/gate/project.ts';
import { whole } from '../src/coq/gate/whole.ts';

/** A sentence, where it stands, and the processor time that it takes in seconds: measured, neither exact nor an enclosure. */
interface Timed {
  readonly place: string;
  readonly file: string;
  readonly words: string;
  readonly seconds: number;
}

const { libraries } = await readManifest(join(PROOFS, 'manifest.json'));
const project = await readProject(PROOFS);
const { text, placeOf } = whole(project, libraries);
const { code, out, err } = await inFolder(async (folder) => {
  await writeFile(join(folder, 'Whole.v'), text);
  return run('coqc', ['-q', '-time', ...process.argv.slice(2), 'Whole.v'], { cwd: folder });
});
if (code === 0) {
  console.log(tables(timed(out)));
} else {
  console.error(
    `coqc did not accept the proofs; install Coq 8.16 or 8.17 and see npm run prove -- --checker coqc: ${err}`,
  );
  process.exitCode = 2;
}

/** The answers of `coqc -time`: the characters of each sentence, and its times. */
function timed(printed: string): Timed[] {
  const lines = [...printed.matchAll(/^Chars (\d+) - (\d+) \[.*?\] [\d.]+ secs \(([\d.]+)u,([\d.]+)s\)$/gm)];
  return lines.map(([, start, end, user, system]) => {
    const sentence = text.slice(Number(start), Number(end));
    const place = placeOf(text.slice(0, Number(start)).split('\n').length);
    const seconds = Number(user) + Number(system);
    return { place, file: place.replace(/:\d+$/, ''), words: sentence.replace(/\s+/g, ' '), seconds };
  });
}

function tables(all: readonly Timed[]): string {
  const slowest = all.toSorted((a, b) => b.seconds - a.seconds).slice(0, 20);
  return [
    `${all.length} sentences, ${total(all)} s of processor time, measured once.`,
    markdownTable([['file', 'sentences', 'seconds'], ...sums(all, ({ file }) => file)]),
    markdownTable([['first word', 'sentences', 'seconds'], ...sums(all, ({ words }) => firstWord(words)).slice(0, 15)]),
    markdownTable([
      ['place', 'seconds', 'sentence'],
      ...slowest.map(({ place, seconds, words }) => [place, seconds.toFixed(3), `\`${shortened(words)}\``]),
    ]),
  ].join('\n\n');
}

/** The time of each group and the number of its sentences, the slowest first. */
function sums(all: readonly Timed[], groupOf: (sentence: Timed) => string): string[][] {
  const groups = new Map<string, Timed[]>();
  for (const sentence of all) groups.set(groupOf(sentence), [...(groups.get(groupOf(sentence)) ?? []), sentence]);
  return [...groups]
    .toSorted(([, a], [, b]) => Number(total(b)) - Number(total(a)))
    .map(([name, group]) => [name, String(group.length), total(group)]);
}

function total(group: readonly Timed[]): string {
  return group.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(2);
}

/** What a sentence does first: without bullets, braces and parentheses before it. */
function firstWord(words: string): string {
  return /[A-Za-z]\w*/.exec(words)?.[0] ?? words;
}

function shortened(words: string): string {
  const plain = words.replaceAll('|', '\\|');
  return plain.length > 100 ? `${plain.slice(0, 99)}…` : plain;
}
