import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

const workers = Object.fromEntries(
  readdirSync(join(root, 'src/workers'))
    .filter((file) => file.endsWith('.worker.ts'))
    .map((file) => [`workers/${basename(file, '.ts')}`, join(root, 'src/workers', file)]),
);

/** Bundles the command line and its worker processes for Node 24 into `dist/`. Packages stay outside the bundle. */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'dist',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: { 'cli/start': join(root, 'src/cli/start.mjs'), ...workers },
      output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
