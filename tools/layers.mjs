/**
 * The layer table of docs/architecture.md as data. `check-layers.mjs` turns it into dependency rules.
 * A layer may import itself (unless it says otherwise), the `may` folders, the `npm` packages, and Node if `node`.
 */

/** Nouns in the order of the flow: each may import itself, the kernel and the nouns before it. */
export const nouns = [
  'kernel',
  'project',
  'text',
  'scenes',
  'cast',
  'shots',
  'jobs',
  'assets',
  'timeline',
  'export',
];

/** Steps of the pipeline: siblings that never meet. */
export const steps = [
  'story-to-text',
  'text-to-scenes',
  'scenes-to-shots',
  'shots-to-jobs',
  'jobs-to-assets',
  'assets-to-timeline',
  'timeline-to-export',
];

/** Adapters with the packages of their vendor. Siblings never meet. */
export const adapters = {
  animatic: ['@napi-rs/canvas'],
  fal: ['@fal-ai/client'],
  'final-draft': ['saxes'],
  libav: ['node-av'],
  markdown: ['marked'],
  'node-workers': [],
  skia: ['@napi-rs/canvas'],
  system: [],
};

export const layers = {
  'src/domain': { may: [], npm: ['zod'], node: false },
  'src/contract': { may: ['src/domain'], npm: ['zod', '@orpc/contract'], node: false },
  'src/compositor': { may: ['src/domain'], npm: [], node: false },
  'src/core': { may: ['src/domain', 'src/contract'], npm: ['zod', '@orpc/server'], node: true },
  'src/core/ports': { may: ['src/domain'], npm: ['zod'], node: true },
  'src/core/progress': { may: ['src/core/ports'], npm: [], node: true },
  'src/core/library': { may: ['src/domain', 'src/core/ports', 'src/core/store'], npm: ['zod'], node: true },
  'src/core/store': {
    may: ['src/domain', 'src/core/ports'],
    npm: ['zod', 'drizzle-orm', 'better-sqlite3'],
    node: true,
  },
  'src/core/orchestrator': {
    may: ['src/domain', 'src/core/ports', 'src/core/store'],
    npm: ['zod'],
    node: true,
  },
  'src/core/pipeline': {
    may: [
      'src/domain',
      'src/core/ports',
      'src/core/store',
      'src/core/library',
      'src/core/orchestrator',
      'src/core/progress',
    ],
    npm: ['zod'],
    node: true,
  },
  'src/core/handlers': {
    may: ['src/domain', 'src/contract', 'src/core'],
    npm: ['zod', '@orpc/server'],
    node: true,
  },
  'src/adapters': { may: ['src/domain', 'src/core/ports'], npm: [], node: true },
  'src/workers': {
    may: ['src/domain', 'src/compositor', 'src/core/ports', 'src/adapters'],
    npm: [],
    node: true,
  },
  'src/cli': {
    may: ['src/domain', 'src/contract', 'src/core', 'src/adapters'],
    npm: ['@orpc/client', '@orpc/server'],
    node: true,
  },
};
