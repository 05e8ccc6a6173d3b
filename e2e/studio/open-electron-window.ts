import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type BrowserContext, type Page } from 'playwright';
import { environmentWithoutKeys } from '../environment-without-keys.ts';
import { root } from '../run-cli.ts';

export interface ElectronWindow {
  readonly home: string;
  readonly context: BrowserContext;
  readonly page: Page;
  close(): Promise<void>;
}

export interface ElectronWish {
  readonly home?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly size: { readonly width: number; readonly height: number };
  readonly theme: 'dark' | 'light';
  readonly language: string;
}

/** The built desktop app on the real Electron that `REELWRIGHT_ELECTRON` names, on a data folder of its own. */
export async function openElectronWindow(wish: ElectronWish): Promise<ElectronWindow> {
  const program = process.env['REELWRIGHT_ELECTRON'];
  if (program === undefined)
    throw new Error('REELWRIGHT_ELECTRON names no runtime; use "npm run test:electron".');
  const home = wish.home ?? mkdtempSync(join(tmpdir(), 'reelwright-electron-'));
  const app = await _electron.launch({
    executablePath: program,
    args: [root, '--home', home, `--user-data-dir=${join(home, 'desktop')}`],
    env: definedOnly({ ...environmentWithoutKeys(), ...wish.env }),
    locale: wish.language,
    colorScheme: wish.theme,
  });
  const page = await app.firstWindow();
  await page.setViewportSize(wish.size);
  return {
    home,
    context: app.context(),
    page,
    async close() {
      await app.close();
      if (wish.home === undefined) rmSync(home, { recursive: true, force: true });
    },
  };
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
