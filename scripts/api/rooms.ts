/** The rooms of the public API: what src/index.ts exports from each folder of src. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { PACKAGE } from '../../src/io/place.ts';

/** A folder of src with exports, and a module that has these only. */
export interface Room {
  readonly name: string;
  readonly source: string;
}

/** The rooms in the order of src/index.ts. */
export function rooms(): Room[] {
  const index = join(PACKAGE, 'src', 'index.ts');
  const file = ts.createSourceFile(index, readFileSync(index, 'utf8'), ts.ScriptTarget.ES2023);
  const exports = new Map<string, string[]>();
  for (const statement of file.statements) {
    const text = statement.getFullText(file).trim().replace("'./", `'${PACKAGE}/src/`);
    const name = /\/src\/(\w+)\//.exec(text)?.[1] ?? '';
    exports.set(name, [...(exports.get(name) ?? []), text]);
  }
  const found = [...exports].map(([name, texts]) => ({
    name,
    source: [opening(name, purposeOf(name)), ...texts, ''].join('\n'),
  }));
  return [...found, catalogueRoom()];
}

function catalogueRoom(): Room {
  const name = 'catalogue';
  const purpose = 'The claims that are verified, as `bonafide-verify/catalogue` exports them.';
  return { name, source: `${opening(name, purpose)}\nexport * from '${PACKAGE}/properties/index.ts';\n` };
}

function opening(name: string, purpose: string): string {
  return `/**\n * ${purpose}\n * @module ${name}\n */`;
}

/** What the layout in CONTRIBUTING.md says of a folder, as a sentence. */
function purposeOf(name: string): string {
  const layout = readFileSync(join(PACKAGE, 'CONTRIBUTING.md'), 'utf8');
  const [, first = '', rest = ''] = new RegExp(`^src/${name} +(.)([^;\\n]*)`, 'm').exec(layout) ?? [];
  return `${first.toUpperCase()}${rest}.`;
}
