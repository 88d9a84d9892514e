import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import lock from '../../package-lock.json' with { type: 'json' };

const installed: Readonly<Record<string, { readonly version?: string }>> = lock.packages;

/** What a checkout installs, so what the tests run with. */
const locked = (name: string): string | undefined => installed[`node_modules/${name}`]?.version;

describe('the versions of other packages', () => {
  it.each(Object.entries({ ...manifest.dependencies, ...manifest.optionalDependencies }))(
    '%s: who installs this package shares it, from the tested version on',
    (name, range) => {
      expect(range).toBe(`^${locked(name)}`);
    },
  );

  it.each(Object.entries(manifest.devDependencies))('%s: the same tool for everyone', (name, version) => {
    expect(version).toBe(locked(name));
  });

  it('are the same in both files', () => {
    const { dependencies, devDependencies, optionalDependencies } = lock.packages[''];
    expect({ dependencies, devDependencies, optionalDependencies }).toEqual({
      dependencies: manifest.dependencies,
      devDependencies: manifest.devDependencies,
      optionalDependencies: manifest.optionalDependencies,
    });
  });
});
