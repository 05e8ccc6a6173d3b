import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { defineConfig } from 'electron-vite';
import { rendererBuild } from './tools/renderer-build.ts';

const root = import.meta.dirname;

const workers = Object.fromEntries(
  readdirSync(join(root, 'src/workers'))
    .filter((file) => file.endsWith('.worker.ts'))
    .map((file) => [`workers/${basename(file, '.ts')}`, join(root, 'src/workers', file)]),
);

/** Builds the desktop application into `out/`: main process, studio process, workers, preload and screen. */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: 'node24',
      sourcemap: true,
      rolldownOptions: {
        input: {
          main: join(root, 'src/main/main.ts'),
          studio: join(root, 'src/main/studio/studio.entry.ts'),
          ...workers,
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      sourcemap: true,
      // A sandboxed preload script is loaded as CommonJS, in one file.
      externalizeDeps: { exclude: ['zod'] },
      rolldownOptions: {
        input: { preload: join(root, 'src/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    ...rendererBuild,
    // The page's own address is app://studio, where no socket is: hot reload goes to the server by its own.
    server: { port: 5173, strictPort: true, hmr: { protocol: 'ws', host: 'localhost', clientPort: 5173 } },
  },
});
