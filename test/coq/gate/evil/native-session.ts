import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Checker } from '../../../../src/coq/gate/checker.ts';
import { embedded } from '../../../../src/coq/gate/embedded.ts';

/** Takes what jscoq is given, and lets coqc do it, in a module of the name that jscoq's has. */
const CLI = `const { writeFileSync } = require('node:fs');
writeFileSync('JsCoq.v', process.argv[process.argv.indexOf('-e') + 1]);
const options = { stdio: ['ignore', 'inherit', 'pipe'], encoding: 'utf8' };
const { status, stderr } = require('node:child_process').spawnSync('coqc', ['-q', 'JsCoq.v'], options);
if (status !== 0) console.error('[Exception] ' + stderr.slice(Math.max(0, stderr.search(/^Error/m))));
process.exit(status ?? 1);`;

/** The session of the embedded Coq, all sources in one module, by the kernel that is installed: two seconds instead of thirty. */
export async function nativeSession(parent: string): Promise<Checker> {
  const folder = await mkdtemp(join(parent, 'bonafide-session-'));
  const cli = join(folder, 'dist-cli', 'cli.cjs');
  await mkdir(dirname(cli));
  await writeFile(cli, CLI);
  await writeFile(join(dirname(cli), '..', 'package.json'), '{"version":"of coqc"}');
  return embedded(cli, join(folder, 'lock'));
}
