import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // All processors: the default leaves one to the terminal, which on two is half.
    maxWorkers: availableParallelism(),
    globalSetup: ['test/build.ts'],
    projects: [
      {
        test: {
          name: 'fast',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.slow.test.ts', 'test/browser/**'],
          testTimeout: 120_000,
          // Files share a process, and with it the modules that they load. What a test changes of the process it undoes.
          isolate: false,
          setupFiles: ['test/undone.ts'],
        },
      },
      // In a headless Chromium, where there is one.
      { test: { name: 'browser', include: ['test/browser/**/*.test.ts'], testTimeout: 120_000 } },
      { test: { name: 'slow', include: ['test/**/*.slow.test.ts'], testTimeout: 1_800_000 } },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'properties/**/*.ts'],
      reporter: ['text', 'lcov'],
    },
  },
});
