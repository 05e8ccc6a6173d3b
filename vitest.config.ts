import { defineConfig } from 'vitest/config';
import { requireNode } from './tools/require-node.mjs';

requireNode();

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tools/**/*.test.ts', 'e2e/**/*.test.ts'],
    pool: 'forks',
    reporters: ['default', ['json', { outputFile: '.test-results.json' }]],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // What is waited for comes; on a loaded machine later than the second that Vitest allows by itself.
    expect: { poll: { timeout: 30_000 } },
  },
});
