import type { Browser, BrowserContext, Page } from 'playwright';
import { launchChromium } from '../../src/testing/chromium.ts';
import { openElectronWindow } from './open-electron-window.ts';
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
  readonly home: string;
  /** What the window's console said that is an error: a spec may ask that there is nothing. */
  readonly errors: readonly string[];
  /** The server behind the window. Specs about it run on the server host only: see {@link testHost}. */
  readonly server: StudioServer;
  /** Another window of the same person on the same studio. On the server host only. */
  openAnother(): Promise<Page>;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** The host that the specs run in: `REELWRIGHT_TEST_HOST`, or the server. */
export function testHost(): 'server' | 'electron' {
  const host = process.env['REELWRIGHT_TEST_HOST'] ?? 'server';
  if (host === 'server' || host === 'electron') return host;
  throw new Error(`REELWRIGHT_TEST_HOST takes "server" or "electron", not "${host}".`);
}

/** Opens the studio in the host of this run. The same specs run in both. */
export function openStudioPage(wish: PageWish = {}): Promise<StudioPage> {
  return testHost() === 'server' ? openInBrowser(wish) : openOnDesktop(wish);
}

const usual = { size: { width: 1280, height: 800 }, theme: 'dark', language: 'en' } as const;

async function openInBrowser(wish: PageWish): Promise<StudioPage> {
  const { size, theme, language } = { ...usual, ...wish };
  const server = await startStudioServer(wish);
  let browser: Browser | null = null;
  const close = async (): Promise<void> => {
    await browser?.close();
    await server.stop();
  };
  try {
    browser = await launchChromium();
    const context = await browser.newContext({ viewport: size, colorScheme: theme, locale: language });
    const errors: string[] = [];
    const openAnother = async (): Promise<Page> => {
      const page = await context.newPage();
      collectErrors(page, errors);
      await page.goto(server.address);
      await page.waitForURL((url) => url.pathname === '/');
      return page;
    };
    const page = await openAnother();
    const { home } = server;
    return { page, context, server, home, errors, openAnother, close, [Symbol.asyncDispose]: close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openOnDesktop(wish: PageWish): Promise<StudioPage> {
  const { page, context, home, close } = await openElectronWindow({ ...usual, ...wish });
  const errors: string[] = [];
  collectErrors(page, errors);
  const serverOnly = (): never => {
    throw new Error('This spec is about the server host. Run it only where testHost() is "server".');
  };
  return {
    page,
    context,
    home,
    errors,
    get server(): StudioServer {
      return serverOnly();
    },
    openAnother: async () => serverOnly(),
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Shows a place of the studio as a link in it would: without loading the page again. */
export function showPlace(page: Page, hash: string): Promise<void> {
  return page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

function collectErrors(page: Page, errors: string[]): void {
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (line) => {
    if (line.type() === 'error') errors.push(line.text());
  });
}
