/** `node dead-links.mjs PACKAGE`: all that the files of an installed package refer to is there: exports, commands, types, imports and source maps. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [root = '.'] = process.argv.slice(2);
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const dead = [];
const check = (from, to) => existsSync(join(root, to)) || dead.push(`${from}: ${to}`);

const named = [manifest.main, manifest.types, ...Object.values(manifest.bin), ...Object.values(manifest.exports)];
const targets = named.flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target)));
for (const target of targets) check('package.json', target.replace(/\/\*\..*$/, ''));

const files = readdirSync(join(root, 'dist'), { recursive: true }).filter((name) => /\.(?:js|d\.ts)$/.test(name));
for (const name of files) {
  const text = readFileSync(join(root, 'dist', name), 'utf8');
  const relative = [...text.matchAll(/^(?:import|export|\})[^'"\n]*['"](\.[^'"]+)['"]|sourceMappingURL=(\S+)$/gm)];
  for (const [, module, map] of relative) {
    // Types of x.ts are found in x.d.ts.
    const file = name.endsWith('.d.ts') ? module?.replace(/(?<!\.d)\.ts$/, '.d.ts') : module;
    const to = join('dist', dirname(name), file ?? map);
    if (map === undefined || !map.startsWith('data:')) check(`dist/${name}`, to);
  }
}
if (files.length < 10) dead.push('dist has hardly any files');
console.log(dead.length === 0 ? `${files.length} files of dist refer to what is there` : dead.join('\n'));
process.exitCode = dead.length === 0 ? 0 : 1;
