/** `node bill-of-materials.mjs SBOM LOCK`: a bill of materials in CycloneDX names each package that an installation brings, with version, hash and licence. */
import { readFileSync } from 'node:fs';

const [sbom, lock] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')));
const listed = new Map(
  sbom.components.map((one) => [`${one.group ? `${one.group}/` : ''}${one.name}@${one.version}`, one]),
);
const wanted = Object.entries(lock.packages).filter(([path, { dev, optional }]) => path !== '' && !dev && !optional);
const faults = wanted.flatMap(([path, { version }]) => {
  const name = `${path.replace(/^.*node_modules\//, '')}@${version}`;
  const component = listed.get(name);
  if (!component) return [`${name} is not listed`];
  return component.hashes?.length > 0 && component.purl ? [] : [`${name} has no hash or no address`];
});
if (sbom.bomFormat !== 'CycloneDX' || wanted.length < 10) faults.push('this is no bill of materials of the package');
console.log(faults.length === 0 ? `the bill of materials names all ${wanted.length} packages` : faults.join('\n'));
process.exitCode = faults.length === 0 ? 0 : 1;
