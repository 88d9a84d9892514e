import { defineConfig } from 'vitest/config';

/** The tests that mutants are tried on. Which of them a run takes is for `stryker.ts` to say. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/**/*.slow.test.ts'],
    testTimeout: 120_000,
    isolate: false,
    // A run that is interrupted would write it into a folder that is removed.
    cache: false,
  },
});
