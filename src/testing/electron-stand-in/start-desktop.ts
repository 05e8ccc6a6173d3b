import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright';
import { freePort } from '../free-port.ts';
import type { JournalEntry, Order } from './journal.ts';

/** The built desktop application, running against the stand-in. */
export interface Desktop {
  readonly page: Page;
  readonly home: string;
  readonly userData: string;
  readonly journal: readonly JournalEntry[];
  /** The first entry that fits, seen already or still to come. */
  seen<E extends JournalEntry>(fits: (entry: JournalEntry) => entry is E): Promise<E>;
  order(order: Order): void;
  /** Quits as a person would, and waits for the end. Answers with the exit code. */
  quit(): Promise<number | null>;
  close(): Promise<void>;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const register = new URL('register.mjs', import.meta.url).href;

/** Starts `out/main/main.js`; build it before. `folder` keeps the data of an earlier start; `env` goes over the usual one. */
export async function startDesktop(
  folder = mkdtempSync(join(tmpdir(), 'reelwright-desktop-')),
  env: Readonly<Record<string, string>> = {},
): Promise<Desktop> {
  const home = join(folder, 'home');
  const userData = mkdtempSync(join(folder, 'user-'));
  const debugPort = await freePort();
  const child = fork(join(root, 'out/main/main.js'), ['--home', home], {
    cwd: root,
    execArgv: ['--import', register],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      STAND_IN_USER_DATA: userData,
      STAND_IN_DEBUG_PORT: String(debugPort),
      // A key in the shell that starts the application must reach no process of it.
      CANARY_KEY: 'canary-in-the-environment',
      ...env,
    },
  });
  const { journal, seen } = readJournal(child);
  await seen((entry): entry is JournalEntry & { kind: 'ready' } => entry.kind === 'ready');
  await seen((entry): entry is JournalEntry & { kind: 'window' } => entry.kind === 'window');
  const browser: Browser = await chromium.connectOverCDP(`http://127.0.0.1:${debugPort}`);
  const page = await findPage(browser);
  await page.waitForURL('http://studio.localhost/**');
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    page,
    home,
    userData,
    journal,
    seen,
    order: (order) => void child.send(order),
    async quit() {
      child.send({ kind: 'quit' } satisfies Order);
      return ended;
    },
    async close() {
      await browser.close().catch(() => undefined);
      if (child.exitCode === null) child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function readJournal(child: ChildProcess): Pick<Desktop, 'journal' | 'seen'> {
  const journal: JournalEntry[] = [];
  const waiting = new Set<(entry: JournalEntry) => void>();
  child.on('message', (entry: JournalEntry) => {
    journal.push(entry);
    for (const tell of [...waiting]) tell(entry);
  });
  return {
    journal,
    seen: (fits) => {
      const before = journal.find(fits);
      if (before !== undefined) return Promise.resolve(before);
      return new Promise((resolve) => {
        const tell = (entry: JournalEntry): void => {
          if (!fits(entry)) return;
          waiting.delete(tell);
          resolve(entry);
        };
        waiting.add(tell);
      });
    },
  };
}

async function findPage(browser: Browser): Promise<Page> {
  for (const context of browser.contexts()) {
    const [page] = context.pages();
    if (page !== undefined) return page;
    return context.waitForEvent('page');
  }
  throw new Error('The browser has no window.');
}
