import type { Browser, BrowserContext } from 'playwright';
import { launchChromium } from '../chromium.ts';
import { journal } from './journal.ts';
import { answerRequests } from './protocol.ts';

let browser: Browser | null = null;
let context: BrowserContext | null = null;

/** Headless Chromium, with a debugging port on which the test looks at the same pages. */
export async function openBrowser(): Promise<void> {
  const debugPort = Number(process.env['STAND_IN_DEBUG_PORT'] ?? 0);
  browser = await launchChromium(process.env, [`--remote-debugging-port=${debugPort}`]);
  context = browser.contexts()[0] ?? (await browser.newContext({ viewport: { width: 1280, height: 800 } }));
  await answerRequests(context);
  journal({ kind: 'ready', debugPort });
}

export function openContext(): BrowserContext {
  if (context === null) throw new Error('A window was opened before the application was ready.');
  return context;
}

export async function closeBrowser(): Promise<void> {
  await browser?.close();
}
