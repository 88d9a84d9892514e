import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { checkProofs } from '../../../src/coq/gate/check-proofs.ts';
import { coqc } from '../../../src/coq/gate/coqc.ts';
import { embedded } from '../../../src/coq/gate/embedded.ts';
import { temporaryFolder } from '../../evidence/folder.ts';
import { program, TINY } from './tiny.ts';

const VERSION = `if (process.argv[2] === '--version') { console.log('The Coq Proof Assistant, version 8.16.1'); process.exit(0); }
const fs = require('node:fs');
const texts = fs.readdirSync('.').filter((name) => name.endsWith('.v')).map((name) => fs.readFileSync(name, 'utf8'));`;

/** Programs that answer in the place of a Coq without being one. None of them knows the manifest. */
const FAKES: readonly (readonly [string, string])[] = [
  ['says nothing', ''],
  ['says that all is well', `console.log('Closed under the global context'); console.log('proved');`],
  ['says end, whatever is asked', `for (const n of ['end', '0 end', 'nonce end']) console.log(n);`],
  ['says what it is asked', `for (const text of texts) console.log(text);`],
  [
    'says what stands in strings',
    `for (const text of texts) for (const [, s] of text.matchAll(/"([^"]*)"/g)) console.log(s);`,
  ],
  [
    'says what stands in strings, and that no axiom is used',
    `for (const text of texts) for (const [, s] of text.matchAll(/"([^"]*)"/g)) console.log(s + '\\nClosed under the global context');`,
  ],
  [
    'says of every name that it is as asked',
    `for (const text of texts) for (const [, s] of text.matchAll(/idtac "([^"]*)"/g)) console.log(s + '\\n' + s.split(' ').at(-1) + '\\n     : True');`,
  ],
  [
    'says every sentence as a notice',
    `for (const text of texts) for (const s of text.split('.\\n')) console.log('[Notice] ' + s);`,
  ],
  [
    'ends by a signal after all marks',
    `for (const text of texts) console.log(text); process.kill(process.pid, 'SIGTERM');`,
  ],
  ['complains and exits 0', `console.error('Error: all is wrong'); process.exit(0);`],
  [
    'writes compiled files that are empty',
    `for (const f of fs.readdirSync('.')) if (f.endsWith('.v')) fs.writeFileSync(f + 'o', '');`,
  ],
  ['removes the sources', `for (const f of fs.readdirSync('.')) fs.rmSync(f, { recursive: true });`],
];

test.each(FAKES)('a coqc that %s', async (_what, body) => {
  const path = await program(join(await temporaryFolder(), 'coqc'), `${VERSION}\n${body}`);
  const { verdict, theorems } = await checkProofs({ checker: coqc({ coqc: path, coqchk: path }), proofs: TINY });
  expect(verdict).toBe('rejected');
  expect(theorems.filter(({ ok }) => ok)).toEqual([]);
});

test.each(FAKES)('an embedded Coq that %s', async (_what, body) => {
  const folder = await temporaryFolder();
  const cli = await program(join(folder, 'dist-cli', 'cli.cjs'), `${VERSION}\n${body}`);
  await writeFile(join(dirname(cli), '..', 'package.json'), '{"version":"0.17.1"}');
  const { verdict, theorems } = await checkProofs({ checker: embedded(cli, join(folder, 'lock')), proofs: TINY });
  expect(verdict).toBe('rejected');
  expect(theorems.filter(({ ok }) => ok)).toEqual([]);
});
