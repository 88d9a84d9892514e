import { expect, test } from 'vitest';
import { scan } from '../../../src/coq/gate/scan.ts';
import { KINDS } from './evil/evil.ts';
import { EVIL } from './evil/index.ts';
import { nothing, planted } from './evil/plant.ts';

test('nothing planted, nothing found', async () => {
  const { project, manifest } = await planted({ plant: nothing });
  expect(scan(project, manifest.libraries)).toEqual([]);
});

test.each(EVIL.filter(({ by }) => by !== 'terms'))('the scan refuses $kind: $name', async (evil) => {
  const { project, manifest } = await planted(evil);
  expect(scan(project, manifest.libraries)).not.toEqual([]);
});

test.each(EVIL.filter(({ by }) => by === 'terms'))('$kind: $name differs from the honest development', async (evil) => {
  const texts = async (of: Parameters<typeof planted>[0]): Promise<string[]> =>
    (await planted(of)).project.sources.map(({ text }) => text);
  expect(await texts(evil)).not.toEqual(await texts({ plant: nothing }));
});

test('every kind has several, with names of their own', () => {
  const names = EVIL.map(({ kind, name }) => `${kind}: ${name}`);
  expect(new Set(names).size).toBe(names.length);
  for (const kind of KINDS) expect(EVIL.filter((evil) => evil.kind === kind).length).toBeGreaterThanOrEqual(3);
});
