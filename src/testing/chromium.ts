import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright';

/** Where a Chromium or Chrome is usually found, best first. `CHROMIUM_PATH` goes before them all. */
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser that tests run in; null when this machine has none. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | null {
  const named = env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  return [...usualPlaces, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}

/** Starts the browser without a window, on a fresh profile that goes away with it. The caller closes it. */
export async function launchChromium(
  env: NodeJS.ProcessEnv = process.env,
  moreArgs: readonly string[] = [],
): Promise<Browser> {
  const executablePath = findChromium(env);
  if (executablePath === null) {
    throw new Error(
      'No Chromium was found for this test. Install one ("apt-get install chromium" on Debian), or name its program in CHROMIUM_PATH.',
    );
  }
  return chromium.launch({ executablePath, args: [...args, ...moreArgs] });
}
