import { fileURLToPath } from 'node:url';
import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';

const root = fileURLToPath(new URL('../', import.meta.url));

/** How the screen is built, for the desktop and the server alike: `out/renderer`. */
export const rendererBuild = {
  root: `${root}src/renderer`,
  base: './',
  plugins: [react(), tailwind()],
  build: {
    outDir: `${root}out/renderer`,
    emptyOutDir: true,
    target: 'chrome140',
    sourcemap: true,
    minify: true,
    // Everything comes from a file of our own: the policy of the page allows no data addresses for scripts and fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: `${root}src/renderer/index.html` },
  },
  worker: { format: 'es' },
} satisfies UserConfig;
