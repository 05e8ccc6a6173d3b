import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { requireNode } from './tools/require-node.mjs';

requireNode();

export default defineConfig({
  test: {
    pool: 'forks',
    reporters: ['default', ['json', { outputFile: '.test-results.json' }]],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // What is waited for comes; on a loaded machine later than the second that Vitest allows by itself.
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'units',
          include: ['src/**/*.test.ts', 'tools/**/*.test.ts'],
          maxWorkers: Math.max(2, availableParallelism() - 1),
          sequence: { groupOrder: 0 },
        },
      },
      {
        // A browser, a studio and a provider's stand-in at a time are enough for two cores.
        extends: true,
        test: { name: 'e2e', include: ['e2e/**/*.test.ts'], maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
