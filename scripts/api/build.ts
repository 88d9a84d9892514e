/** The API reference: a page for each room of the public API, made by TypeDoc from the doc comments. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Application, type TypeDocOptions } from 'typedoc';
import type { PluginOptions } from 'typedoc-plugin-markdown';
import { PACKAGE } from '../../src/io/place.ts';
import { type Room, rooms } from './rooms.ts';

const OPTIONS: Partial<TypeDocOptions & PluginOptions> = {
  plugin: ['typedoc-plugin-markdown'],
  name: 'API',
  mergeReadme: true,
  indexFormat: 'table',
  tableColumnSettings: {
    hideDefaults: true,
    hideModifiers: true,
    hideInherited: true,
    hideOverrides: true,
    leftAlignHeaders: true,
  },
  logLevel: 'Warn',
  // No fact about the machine or the revision.
  disableSources: true,
  // The types are checked by `npm run types`.
  skipErrorChecking: true,
  validation: { notExported: false },
  outputFileStrategy: 'modules',
  entryFileName: 'README',
  flattenOutputFiles: true,
  hideBreadcrumbs: true,
  hidePageHeader: true,
  useCodeBlocks: true,
  // The anchors of headings and of rows of tables share a page's names.
  useHTMLAnchors: true,
  parametersFormat: 'table',
  propertiesFormat: 'table',
  sort: ['source-order'],
  excludeExternals: true,
  excludePrivate: true,
  excludeInternal: true,
};

const README = `# API

What the package \`bonafide-verify\` exports, by the folders of src/, and its catalogue of claims, \`bonafide-verify/catalogue\`.
Every example is run by the tests. \`npm run api\` writes these pages from the doc comments.
`;

/** Pairs of path in the checkout and text. @throws Error where TypeDoc cannot read the sources */
export async function apiPages(): Promise<[string, string][]> {
  const folder = mkdtempSync(join(tmpdir(), 'bonafide-api-'));
  try {
    await generate(rooms(), folder);
    const out = join(folder, 'out');
    return readdirSync(out).map((name) => [join('docs', 'api', name), linked(readFileSync(join(out, name), 'utf8'))]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Pages of docs/ that a comment names become links. */
function linked(text: string): string {
  return text.replace(/(?<![\w/[(`])docs\/([\w-]+\.md)/g, '[docs/$1](../$1)');
}

async function generate(found: readonly Room[], folder: string): Promise<void> {
  const entryPoints = found.map(({ name, source }) => {
    const file = join(folder, `${name}.ts`);
    writeFileSync(file, source);
    return file;
  });
  const tsconfig = join(folder, 'tsconfig.json');
  const types = { types: ['node'], typeRoots: [join(PACKAGE, 'node_modules', '@types')] };
  writeFileSync(
    tsconfig,
    JSON.stringify({
      extends: join(PACKAGE, 'tsconfig.json'),
      compilerOptions: types,
      include: [],
      files: entryPoints,
    }),
  );
  const readme = join(folder, 'README.md');
  writeFileSync(readme, README);
  const app = await Application.bootstrapWithPlugins({
    ...OPTIONS,
    entryPoints,
    tsconfig,
    readme,
    out: join(folder, 'out'),
  });
  const project = await app.convert();
  if (!project) throw new Error('TypeDoc could not read the sources');
  await app.generateOutputs(project);
}
