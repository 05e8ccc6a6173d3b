import type { Browser, BrowserContext, Page } from 'playwright';
import { launchChromium } from '../../src/testing/chromium.ts';
import { type ServerWish, type StudioServer, startStudioServer } from './start-studio-server.ts';

export interface PageWish extends ServerWish {
  /** 1280 × 800 without it. */
  readonly size?: { readonly width: number; readonly height: number };
  readonly theme?: 'dark' | 'light';
  readonly language?: 'en' | 'de';
}

/** A window of the studio, signed in, on the library page of an empty data folder. */
export interface StudioPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly server: StudioServer;
  readonly home: string;
  /** What the window's console said that is an error: a spec may ask that there is nothing. */
  readonly errors: readonly string[];
  /** Another window of the same person on the same studio. */
  openAnother(): Promise<Page>;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Opens the studio in the host that `REELWRIGHT_TEST_HOST` names: `server` (what is used without it) or `electron`. The
 * same specs run in both.
 */
export async function openStudioPage(wish: PageWish = {}): Promise<StudioPage> {
  const host = process.env['REELWRIGHT_TEST_HOST'] ?? 'server';
  if (host !== 'server') throw new Error(`REELWRIGHT_TEST_HOST takes "server", not "${host}".`);
  const server = await startStudioServer(wish);
  let browser: Browser | null = null;
  const close = async (): Promise<void> => {
    await browser?.close();
    await server.stop();
  };
  try {
    browser = await launchChromium();
    const { size = { width: 1280, height: 800 }, theme = 'dark', language = 'en' } = wish;
    const context = await browser.newContext({ viewport: size, colorScheme: theme, locale: language });
    const errors: string[] = [];
    const openAnother = async (): Promise<Page> => {
      const page = await context.newPage();
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (line) => {
        if (line.type() === 'error') errors.push(line.text());
      });
      await page.goto(server.address);
      await page.waitForURL((url) => url.pathname === '/');
      return page;
    };
    const page = await openAnother();
    return {
      page,
      context,
      server,
      home: server.home,
      errors,
      openAnother,
      close,
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
