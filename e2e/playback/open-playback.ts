import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { Browser, Page } from 'playwright';
import { build } from 'vite';
import { launchChromium } from '../../src/testing/chromium.ts';
import { type PageServer, servePage } from './serve-page.ts';

export interface PlaybackBench {
  readonly page: Page;
  readonly browser: Browser;
  readonly server: PageServer;
  readonly folder: string;
  /** Bytes of media by asset id; may be added to. */
  readonly media: Map<string, string>;
  close(): Promise<void>;
}

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The player's page, built as the studio's windows are, in a real browser. */
export async function openPlayback(): Promise<PlaybackBench> {
  const folder = await mkdtemp(join(tmpdir(), 'reelwright-playback-'));
  const out = join(folder, 'page');
  await build({
    configFile: false,
    logLevel: 'error',
    root: here('.'),
    base: './',
    worker: { format: 'es' },
    plugins: [react(), tailwind()],
    build: {
      outDir: out,
      emptyOutDir: true,
      target: 'chrome140',
      minify: false,
      assetsInlineLimit: 0,
      rolldownOptions: { input: [here('index.html'), here('viewer.html')] },
    },
  });
  const media = new Map<string, string>();
  const server = await servePage(out, media);
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.on('console', (message) => {
    if (message.type() === 'error') console.error('page:', message.text());
  });
  await page.goto(server.origin);
  await page.waitForFunction(() => window.playback !== undefined);
  return {
    page,
    browser,
    server,
    folder,
    media,
    async close() {
      await browser.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
