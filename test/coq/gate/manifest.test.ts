import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unfold } from '../../../src/coq/gate/judge.ts';
import { readManifest } from '../../../src/coq/gate/manifest.ts';
import { PROOFS } from '../../../src/coq/gate/place.ts';
import { readProject } from '../../../src/coq/gate/project.ts';
import { scan } from '../../../src/coq/gate/scan.ts';
import { temporaryFolder } from '../../evidence/folder.ts';

const manifest = await readManifest(join(PROOFS, 'manifest.json'));
const project = await readProject(PROOFS);

test('every theorem of the development is in the manifest, and the other way round', () => {
  const theorems = project.sources.flatMap(({ file, lexed }) =>
    lexed.sentences.flatMap(({ tokens: [head, name] }) => (head === 'Theorem' ? [`${file} ${name}`] : [])),
  );
  expect(manifest.theorems.map(({ file, name }) => `${file} ${name}`)).toEqual(theorems);
});

test('every theorem is in the table of proofs/README.md and in All.v', async () => {
  const readme = await readFile(join(PROOFS, 'README.md'), 'utf8');
  const all = await readFile(join(PROOFS, 'All.v'), 'utf8');
  const named = (text: string): Set<string> => new Set(text.match(/\w+/g));
  const names = manifest.theorems.map(({ name }) => name);
  expect(names.filter((name) => !named(readme).has(name))).toEqual([]);
  expect(names.filter((name) => !named(all).has(name))).toEqual([]);
});

test('the sources pass the scan', () => {
  expect(scan(project, manifest.libraries)).toEqual([]);
});

test('a statement unfolds through definitions of definitions', () => {
  const bound = manifest.theorems.find(({ name }) => name === 'kl_le_formula');
  expect(unfold(bound?.statement ?? '', manifest)).toEqual(
    'sum policy best_of_two running_best best_of kl formula'.split(' '),
  );
});

test('what is no manifest, named by place and reason', async () => {
  const file = join(await temporaryFolder(), 'manifest.json');
  const refusal = async (text: string): Promise<string> => {
    await writeFile(file, text);
    return readManifest(file).then(
      () => 'accepted',
      (error: Error) => `${error.name} ${error.message}`,
    );
  };
  expect(await refusal('{')).toBe(`InputError ${file} is not JSON; is it cut off?`);
  expect(await refusal(JSON.stringify({ ...manifest, format: 'x' }))).toContain(`InputError ${file}: format: `);
  expect(await refusal(JSON.stringify({ ...manifest, theorems: [] }))).toContain('theorems: ');
  const twice = { ...manifest, theorems: [...manifest.theorems, ...manifest.theorems.slice(0, 1)] };
  expect(await refusal(JSON.stringify(twice))).toContain('is listed twice');
  const first = manifest.theorems[0];
  const evil = [
    'True. Axiom wish : False',
    'True) (* ',
    'True) -> (False',
    'x\u00a0= x',
    ' ',
    'True.',
    '* True',
    'True *',
  ];
  for (const statement of evil) {
    const text = JSON.stringify({ ...manifest, theorems: [{ ...first, statement }] });
    expect(await refusal(text)).toContain('theorems.0.statement: is not a Coq term');
  }
  for (const text of ['one = 1', 'one := 1 : nat', 'two = 2 : nat', 'one = fun x : nat => x', 'one = 1) : (nat']) {
    const one = JSON.stringify({ ...manifest, definitions: [{ name: 'one', file: 'One.v', text }] });
    expect(await refusal(one)).toContain('definitions.0.text: is not "NAME = BODY : TYPE"');
  }
});
