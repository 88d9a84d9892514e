import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { checkProofs } from '../../../src/coq/gate/check-proofs.ts';
import type { Checker } from '../../../src/coq/gate/checker.ts';
import { coqc } from '../../../src/coq/gate/coqc.ts';
import { embedded } from '../../../src/coq/gate/embedded.ts';
import { temporaryFolder } from '../../evidence/folder.ts';
import { program, TINY } from './tiny.ts';

/** Variables by which a Coq, its OCaml or a Node is made to load another library, plugin or program. */
const EVIL = [
  ...['COQLIB', 'COQCORELIB', 'COQPATH', 'COQBIN', 'COQ_COLORS', 'COQCFLAGS', 'COQEXTRAFLAGS', 'ROCQLIB'],
  ...['ROCQPATH', 'COQ_PROFILE_COMPONENTS', 'OCAMLFIND_CONF', 'OCAMLPATH', 'OCAMLLIB', 'OCAMLRUNPARAM', 'CAMLRUNPARAM'],
  ...['CAML_LD_LIBRARY_PATH', 'LD_LIBRARY_PATH', 'NODE_OPTIONS', 'NODE_PATH', 'NODE_EXTRA_CA_CERTS'],
  ...['XDG_DATA_DIRS', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CONFIG_DIRS'],
];

afterEach(() => vi.unstubAllEnvs());

/** A checker of either kind that writes down its environment, and where. */
async function spies(): Promise<{ checker: Checker; file: string }[]> {
  const folder = await temporaryFolder();
  const body = (file: string): string =>
    `require('node:fs').writeFileSync(${JSON.stringify(file)}, JSON.stringify(process.env));
     console.log('The Coq Proof Assistant, version 8.16.1');`;
  const [native, cli] = [join(folder, 'native.json'), join(folder, 'cli.json')];
  const path = await program(join(folder, 'coqc'), body(native));
  const script = await program(join(folder, 'jscoq', 'dist-cli', 'cli.cjs'), body(cli));
  await writeFile(join(dirname(script), '..', 'package.json'), '{"version":"0.17.1"}');
  return [
    { checker: coqc({ coqc: path, coqchk: path }), file: native },
    { checker: embedded(script, join(folder, 'lock')), file: cli },
  ];
}

test.each([...new Set(EVIL)])('%s does not reach a checker', async (name) => {
  const elsewhere = join(await temporaryFolder(), 'elsewhere');
  await mkdir(elsewhere);
  const value = name === 'NODE_OPTIONS' ? `--title=${elsewhere}` : elsewhere;
  for (const { checker, file } of await spies()) {
    vi.stubEnv(name, value);
    await checkProofs({ checker, proofs: TINY });
    vi.unstubAllEnvs();
    const seen: Record<string, string> = JSON.parse(await readFile(file, 'utf8'));
    expect(seen).not.toHaveProperty(name);
    expect(JSON.stringify(seen)).not.toContain(elsewhere);
  }
});
