/** `npm run new-claim -- FOLDER ID`: makes a claim's file in a source's folder, its line in the folder's list and its docs section. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { catalogue } from '../properties/index.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const folders = readdirSync(`${root}properties`).filter((name) => existsSync(`${root}properties/${name}/index.ts`));

const [folder, id, ...rest] = process.argv.slice(2);
const wrong = problem(folder, id, rest);
if (wrong === null) create(folder as string, id as string);
else {
  console.error(wrong);
  process.exitCode = 2;
}

function problem(where: string | undefined, name: string | undefined, more: readonly string[]): string | null {
  if (!where || !name || more.length > 0)
    return `usage: npm run new-claim -- FOLDER ID, FOLDER one of ${folders.join(', ')}`;
  if (!folders.includes(where)) return `there is no folder properties/${where}; there are ${folders.join(', ')}`;
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) return `the id ${name} is not kebab-case, such as kl-bound`;
  if (catalogue.some((claim) => claim.id === name)) return `there is a claim ${name} already; choose another id`;
  if (existsSync(`${root}properties/${where}/${name}.ts`))
    return `there is a file properties/${where}/${name}.ts already, which the folder's list does not name; choose another id`;
  return null;
}

function create(where: string, name: string): void {
  const file = `properties/${where}/${name}.ts`;
  const list = `properties/${where}/index.ts`;
  const index = readFileSync(root + list, 'utf8');
  const page = /page: '(.*)'/.exec(index)?.[1] as string;
  writeFileSync(root + file, claimFile(name, page));
  writeFileSync(root + list, listed(index, name));
  writeFileSync(root + page, `${readFileSync(root + page, 'utf8').trimEnd()}\n\n${section(name)}`);
  // Whoever reads the output may have seen enough.
  process.stdout.on('error', () => undefined);
  console.log(
    [
      `wrote ${file}, its line in ${list} and its section at the end of ${page}`,
      '1. say in the file what the claim states, and of which policies',
      `2. npm run bonafide -- verify ${name} --runs 500`,
      '3. prove or refute it in the section; a falsehood has expected: "fails"',
      '4. npm run format, npm run check, npm test, then npm run verify, whose reports are committed with the claim',
    ].join('\n'),
  );
}

function claimFile(name: string, page: string): string {
  return `import { defineClaim } from '../../src/claims/claim.ts';
import { isAtMost } from '../../src/claims/expression/expression.ts';
import { ATOMLESS_KL, KL } from '../../src/claims/expression/symbols.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';

export const claim = defineClaim({
  id: '${name}',
  title: '${name} in a few words',
  source: 'this project, ${page}',
  hypotheses: 'finite policy, integer n ≥ 1',
  expected: 'open',
  domain: { atoms: 1, draws: 1 },
  shares: COMMON_SHARES,
  states: [isAtMost(KL, ATOMLESS_KL)],
});
`;
}

/** The list with another import, in alphabetical order, and another claim, at the end. */
function listed(index: string, name: string): string {
  // An id of one word may be a keyword, such as `new`.
  const variable = (name.includes('-') ? name : `${name}-claim`).replace(/-(\w)/g, (_, letter: string) =>
    letter.toUpperCase(),
  );
  const lines = index.split('\n');
  const line = `import { claim as ${variable} } from './${name}.ts';`;
  const fileOf = (text: string): string => /'\.\/(.*)'/.exec(text)?.[1] ?? '';
  const next = lines.findIndex((text) => /^import \{ claim /.test(text) && fileOf(text) > `${name}.ts`);
  const last = lines.findLastIndex((text) => text.startsWith('import '));
  lines.splice(next >= 0 ? next : last + 1, 0, line);
  return lines.join('\n').replace(/claims: \[\s*([\s\S]*?),?\s*\],/, (_, claims: string) => {
    const names = [...claims.split(',').map((claim) => claim.trim()), variable];
    return `claims: [\n${names.map((claim) => `    ${claim},`).join('\n')}\n  ],`;
  });
}

function section(name: string): string {
  return `<a id="claim-${name}"></a>
## ${name}

**Statement.** The formula, for every policy that the claim speaks of.

- **Hypotheses.** Any finite policy, $\`n \\ge 1\`$. **Source.** This project. **Status.** Open.
`;
}
