import { describe, expect, it } from 'vitest';
import { atomCount, type Instance, instanceKey } from '../../src/claims/instance.ts';
import { StopSurvey, survey } from '../../src/search/fast-check-adapter.ts';
import { ANY } from '../search/planted.ts';

const all = (): boolean => true;

function visited(seed: number, runs: number, wants: (instance: Instance) => boolean = all): Instance[] {
  const instances: Instance[] = [];
  survey(ANY, seed, runs, { wants, visit: (instance) => void instances.push(instance) });
  return instances;
}

describe('a survey', () => {
  it('visits as many instances as are asked for, and says so', () => {
    let count = 0;
    const visit = (): void => {
      count += 1;
    };
    expect(survey(ANY, 5, 321, { wants: all, visit })).toBe(true);
    expect(count).toBe(321);
  });

  it('visits no instance twice', () => {
    const keys = visited(6, 2000).map(instanceKey);
    expect(new Set(keys).size).toBe(2000);
  });

  it('visits the same instances again with the same seed, and others with another', () => {
    expect(visited(7, 100)).toEqual(visited(7, 100));
    expect(visited(8, 100)).not.toEqual(visited(7, 100));
  });

  it('begins a long run as it begins a short one', () => {
    expect(visited(9, 200).slice(0, 50)).toEqual(visited(9, 50));
  });

  it('replaces instances that are not wanted', () => {
    const few = visited(10, 100, (instance) => atomCount(instance) < 5);
    expect(few).toHaveLength(100);
    expect(few.every((instance) => atomCount(instance) < 5)).toBe(true);
  });

  it('gives up where nothing new is wanted, and says that it is not complete', () => {
    expect(survey(ANY, 11, 10, { wants: () => false, visit: () => undefined })).toBe(false);
  });

  it('ends when a visitor throws StopSurvey, and says that it is not complete', () => {
    let count = 0;
    const visit = (): void => {
      count += 1;
      if (count === 13) throw new StopSurvey();
    };
    expect(survey(ANY, 12, 100, { wants: all, visit })).toBe(false);
    expect(count).toBe(13);
  });

  it('lets any other error of a visitor through, and shrinks nothing', () => {
    let count = 0;
    const visit = (): void => {
      count += 1;
      throw new RangeError('out of range');
    };
    expect(() => survey(ANY, 13, 100, { wants: all, visit })).toThrow(new RangeError('out of range'));
    expect(count).toBe(1);
  });
});
