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
  'sync',
];

/** Steps of the pipeline: siblings that never meet. */
export const steps = [
  'story-to-text',
  'text-to-scenes',
  'text-to-reading',
  'scenes-to-shots',
  'shots-to-jobs',
  'commission-to-jobs',
  'jobs-to-assets',
  'assets-to-timeline',
  'timeline-to-export',
];

/** Adapters with the packages of their vendor. Siblings never meet. */
export const adapters = {
  animatic: ['@napi-rs/canvas'],
  clerk: [],
  cloudflare: [],
  'environment-keys': [],
  epub: ['saxes'],
  fal: ['@fal-ai/client'],
  'file-keys': [],
  'final-draft': ['saxes'],
  google: [],
  'language-models': [
    'ai',
    '@ai-sdk/google',
    '@ai-sdk/openai',
    '@ai-sdk/openai-compatible',
    '@openrouter/ai-sdk-provider',
  ],
  libav: ['node-av'],
  markdown: ['marked'],
  neon: ['@neondatabase/serverless', 'drizzle-orm'],
  openrouter: [],
  pdf: ['unpdf'],
  'word-documents': ['fflate', 'mammoth'],
  openai: ['openai'],
  replicate: [],
  s3: ['aws4fetch'],
  'worker-processes': [],
  skia: ['@napi-rs/canvas'],
  'sync-service': [],
  system: [],
  'vercel-blob': [],
};

const react = ['react', 'react-dom', '@types/react', '@types/react-dom'];

export const layers = {
  'src/domain': { may: [], npm: ['zod'], node: false },
  'src/contract': { may: ['src/domain'], npm: ['zod', '@orpc/contract'], node: false },
  'src/compositor': { may: ['src/domain'], npm: [], node: false },
  'src/core': { may: ['src/domain', 'src/contract'], npm: ['zod', '@orpc/server'], node: true },
  'src/core/ports': { may: ['src/domain'], npm: ['zod'], node: true },
  'src/core/progress': {
    may: ['src/domain', 'src/core/ports', 'src/core/orchestrator'],
    npm: [],
    node: true,
  },
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
  'src/core/sync': {
    may: ['src/domain', 'src/core/ports', 'src/core/store', 'src/core/library'],
    npm: [],
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
  'src/archive': { may: ['src/domain/kernel'], npm: ['fflate'], node: false },
  'src/net': { may: ['src/domain/kernel'], npm: [], node: true },
  'src/adapters': {
    may: ['src/domain', 'src/core/ports', 'src/cloud/ports', 'src/archive', 'src/net'],
    npm: [],
    node: true,
  },
  'src/workers': {
    may: ['src/domain', 'src/compositor', 'src/core/ports', 'src/adapters'],
    npm: [],
    node: true,
  },
  'src/hosting': {
    may: ['src/domain', 'src/contract', 'src/core', 'src/adapters', 'src/net'],
    npm: ['zod', '@orpc/client', '@orpc/server', 'ws', '@types/ws'],
    node: true,
  },
  'src/cli': {
    may: ['src/domain', 'src/contract', 'src/core', 'src/adapters', 'src/hosting'],
    npm: ['@orpc/client', '@orpc/server'],
    node: true,
  },
  'src/server': {
    may: ['src/domain', 'src/contract', 'src/core', 'src/adapters', 'src/hosting'],
    npm: ['zod', '@orpc/server', 'hono', '@hono/node-server', 'ws', '@types/ws'],
    node: true,
  },
  'src/cloud': {
    may: ['src/domain', 'src/adapters/neon', 'src/adapters/s3', 'src/adapters/vercel-blob'],
    npm: ['zod', 'hono', '@hono/node-server', 'jose', 'prom-client'],
    node: true,
  },
  'src/cloud/ports': { may: ['src/domain'], npm: [], node: true },
  'src/main': {
    may: ['src/domain', 'src/contract', 'src/core', 'src/adapters', 'src/hosting'],
    npm: ['zod', '@orpc/client', '@orpc/server', 'electron'],
    node: true,
  },
  'src/preload': { may: ['src/contract'], npm: ['electron'], node: false },
  'src/playback': {
    may: ['src/domain', 'src/compositor'],
    npm: ['mediabunny', 'vite', '@fontsource-variable/inter', '@fontsource/courier-prime'],
    node: false,
  },
  'src/renderer/ui': {
    may: ['src/domain/kernel', 'src/renderer/words'],
    npm: [
      ...react,
      'radix-ui',
      '@radix-ui/react-slider',
      'lucide-react',
      '@tanstack/react-virtual',
      'react-resizable-panels',
    ],
    node: false,
  },
  'src/renderer/words': { may: ['src/domain'], npm: react, node: false },
  'src/renderer/client': {
    may: ['src/domain', 'src/contract'],
    npm: ['@orpc/client', '@orpc/contract'],
    node: false,
  },
  'src/renderer/state': {
    may: ['src/domain', 'src/contract', 'src/renderer/client', 'src/renderer/words'],
    npm: [...react, 'zustand'],
    node: false,
  },
  'src/renderer/actions': {
    may: ['src/domain', 'src/contract', 'src/renderer/client', 'src/renderer/state', 'src/renderer/words'],
    npm: [...react, 'zustand'],
    node: false,
  },
  'src/renderer/features': {
    may: [
      'src/domain',
      'src/contract',
      'src/compositor',
      'src/playback',
      'src/renderer/client',
      'src/renderer/state',
      'src/renderer/actions',
      'src/renderer/ui',
      'src/renderer/words',
    ],
    npm: [...react, 'zustand', 'lucide-react', '@tanstack/react-virtual'],
    node: false,
  },
  'src/renderer': {
    may: ['src/domain', 'src/contract', 'src/compositor', 'src/playback'],
    npm: [
      ...react,
      'zustand',
      'vite',
      '@fontsource-variable/inter',
      '@fontsource-variable/jetbrains-mono',
      '@fontsource-variable/literata',
      '@fontsource/courier-prime',
    ],
    node: false,
  },
};

/** Features of the renderer: siblings never meet; what two of them need is in `ui`, `state` or `actions`. */
export const features = [
  'library',
  'text',
  'shots',
  'timeline',
  'export',
  'settings',
  'activities',
  'shell',
  'queue',
  'sync',
  'parts-page',
];
