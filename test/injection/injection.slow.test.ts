import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Scene } from './scene.ts';
import { INJECTIONS, rowOf } from './table.ts';

/** `npm run injection` does it at 200 moments. */
const MOMENTS = Number(process.env.BONAFIDE_MOMENTS ?? 12);

let scene: Scene;
beforeAll(async () => {
  scene = await Scene.set();
}, 600_000);
afterAll(() => scene.leave());

describe('every file is whole or absent, the next run is right, and exit codes and sentences are as documented, after', () => {
  it.each(INJECTIONS.map((injection) => ({ what: injection.what, injection })))('$what', async ({ injection }) => {
    const { broken, ends } = await rowOf(injection, scene, MOMENTS);
    expect(broken).toEqual([]);
    expect(ends.size).toBeGreaterThan(0);
  });
});
