import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkProofs } from '../../../src/coq/gate/check-proofs.ts';
import type { Checker } from '../../../src/coq/gate/checker.ts';
import { coqc } from '../../../src/coq/gate/coqc.ts';
import { judgeSummary } from '../../../src/coq/gate/coqchk.ts';
import { embedded } from '../../../src/coq/gate/embedded.ts';
import type { ProofReport } from '../../../src/coq/gate/report.ts';
import { temporaryFolder } from '../../evidence/folder.ts';
import { program, TINY } from './tiny.ts';

const VERSION = `if (process.argv[2] === '--version') { console.log('The Coq Proof Assistant, version 8.16.1'); process.exit(0); }`;

async function asCoqc(body: string): Promise<Checker> {
  const path = await program(join(await temporaryFolder(), 'coqc'), `${VERSION}\n${body}`);
  return coqc({ coqc: path, coqchk: path });
}

async function asEmbedded(body: string): Promise<Checker> {
  const folder = await temporaryFolder();
  await program(join(folder, 'package.json'), '').then(async (path) =>
    (await import('node:fs/promises')).writeFile(path, '{"version":"0.17.1"}'),
  );
  return embedded(await program(join(folder, 'dist-cli', 'cli.cjs'), body), join(folder, 'lock'));
}

const check = (checker: Checker): Promise<ProofReport> => checkProofs({ checker, proofs: TINY });

/** Does what coqc does before it comes to a source: refuses what is false, and says nothing of the record. */
const SOUND = `const at = process.argv.at(-1); if (at === 'Refused.v') process.exit(1); if (at === 'Record.v') process.exit(0);`;

/** Of the one file that coqc gets, before Theorems.v: a `Require`, Definitions.v, and its mark. */
const LINES_BEFORE = 2 + (await readFile(join(TINY, 'Definitions.v'), 'utf8')).split('\n').length;

/** Prints the marks that a source file contains, as a checker would that looks at nothing but idtac. */
const ECHO = `
  const fs = require('node:fs');
  for (const file of fs.readdirSync('.').filter((name) => name.endsWith('.v')).sort()) {
    for (const [, text] of fs.readFileSync(file, 'utf8').matchAll(/idtac "([^"]*)"/g)) console.log(text);
  }`;

test.each([
  ['exits 0 and prints nothing', ''],
  ['prints an end of its own', `console.log('end'); console.log('BEST-OF-N: ALL THEOREMS CHECKED');`],
  ['prints marks and no answers', ECHO],
  ['exits 1', 'process.exit(1)'],
])('a checker that %s', async (_what, body) => {
  for (const checker of [await asCoqc(body), await asEmbedded(body)]) {
    const { verdict, theorems } = await check(checker);
    expect(verdict).toBe('rejected');
    expect(theorems.filter(({ ok }) => ok)).toEqual([]);
  }
});

test.each([
  [3, 'Definitions.v:2'],
  [LINES_BEFORE + 1, 'Theorems.v:1'],
  [1, 'Whole.v:1'],
])('a checker’s complaint about line %d, with its place', async (line, place) => {
  const say = `${SOUND} console.error('File "./Whole.v", line ${line}, characters 0-5:\\nError: No such\\n thing.'); process.exit(1)`;
  expect((await check(await asCoqc(say))).faults).toEqual([`${place}: Error: No such thing.`]);
});

test('a complaint of the embedded Coq, with its stage', async () => {
  const raise = `console.error('[Exception] No such\\n thing.'); process.exit(1)`;
  expect((await check(await asEmbedded(raise))).faults).toEqual(['the record: No such thing.']);
});

test('a coqc that does not read all sources', async () => {
  const say = `${SOUND} for (const mark of require('node:fs').readFileSync(at, 'utf8').match(/\\w+ read Definitions.v/)) console.log(mark);`;
  expect((await check(await asCoqc(say))).faults).toEqual(['Theorems.v: was not read completely']);
});

test('no checker, no verdict on the proofs', async () => {
  expect(await check(coqc({ coqc: '/nowhere/coqc', coqchk: 'coqchk' }))).toMatchObject({
    verdict: 'unavailable',
    version: null,
  });
  expect(await check(embedded(null))).toMatchObject({ verdict: 'unavailable', version: null });
});

test('a coqc that accepts what is false', async () => {
  expect((await check(await asCoqc(ECHO))).faults).toEqual(['coqc accepts a false statement: it checks nothing']);
});

test('a checker that does not come to an end is stopped', async () => {
  const wait = 'setInterval(() => {}, 1000)';
  for (const [checker, name] of [
    [await asCoqc(wait), 'coqc'],
    [await asEmbedded(wait), 'jscoq'],
  ] as const) {
    const { verdict, faults } = await checkProofs({ checker, proofs: TINY, seconds: 1 });
    expect({ verdict, faults }).toEqual({
      verdict: 'rejected',
      faults: [`${name} did not finish within 1 s and was stopped; prove --time-limit SECONDS allows more`],
    });
  }
});

test('an interruption ends the checker', async () => {
  const wait = 'setInterval(() => {}, 1000)';
  for (const checker of [await asCoqc(wait), await asEmbedded(wait)]) {
    const signal = AbortSignal.timeout(300);
    expect(await checkProofs({ checker, proofs: TINY, signal })).toMatchObject({ verdict: 'interrupted' });
  }
});

test('an interruption ends the question for the version', async () => {
  const mute = await program(join(await temporaryFolder(), 'coqc'), 'setInterval(() => {}, 1000)');
  const checker = coqc({ coqc: mute, coqchk: mute });
  const signal = AbortSignal.timeout(300);
  expect(await checkProofs({ checker, proofs: TINY, signal })).toMatchObject({ verdict: 'interrupted', version: null });
});

const SUMMARY = `
CONTEXT SUMMARY
===============

* Theory: Set is predicative

* Axioms:
    Coq.Logic.Classical_Prop.classic

* Constants/Inductives relying on type-in-type: <none>

* Constants/Inductives relying on unsafe (co)fixpoints: <none>

* Inductives whose positivity is assumed: <none>
`;

test('what coqchk sums up', () => {
  expect(judgeSummary(SUMMARY)).toBeNull();
  expect(judgeSummary(SUMMARY.replace('Coq.Logic', 'Tiny.Theorems'))).toContain('Tiny.Theorems.Classical_Prop.classic');
  expect(judgeSummary(SUMMARY.replace('fixpoints: <none>', 'fixpoints: Tiny.loop'))).toContain('fixpoints');
  expect(judgeSummary(SUMMARY.replace('type-in-type: <none>', 'type-in-type: Tiny.x'))).toContain('type-in-type');
  expect(judgeSummary('')).not.toBeNull();
});
