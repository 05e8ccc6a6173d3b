import { join } from 'node:path';
import { app, BrowserWindow, dialog, safeStorage, session } from 'electron';
import { createByteHandler } from '../core/serving/create-byte-handler.ts';
import { defaultExportsFolder, defaultHome } from '../core/store/default-home.ts';
import { ok } from '../domain/kernel/result.ts';
import { createWaitingFiles } from './files/waiting-files.ts';
import { registerAppScheme, serveAppScheme } from './line/app-scheme.ts';
import { forkStudio } from './line/fork-studio.ts';
import { keepStudio } from './line/keep-studio.ts';
import { sourcesOfStudio } from './line/sources-of-studio.ts';
import { receiveAccountLinks } from './links/account-links.ts';
import { lockDownContents, lockDownSession } from './protection/lock-down.ts';
import { openSecretStore } from './secrets/secret-store.ts';
import { openWindow } from './window/open-window.ts';
import { serveWindowCalls } from './window/window-calls.ts';

const home = homeArgument(process.argv);
/** Set by electron-vite while developing: the screen comes from Vite's server, with hot reload. */
const devServer = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null);

const files = createWaitingFiles(() => {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) return;
  for (const path of files.take()) window.webContents.send('open-file', path);
  window.focus();
});

let takesLinks = false;
/** null until there is a studio: nobody waits for a link before. */
let onAccountLink: ((link: string) => void) | null = null;

if (app.requestSingleInstanceLock()) start();
else app.quit();

function start(): void {
  registerAppScheme();
  lockDownContents();
  app.on('second-instance', (_event, argv) => {
    showWindow();
    files.add(argv.slice(1));
  });
  takesLinks = receiveAccountLinks((link) => onAccountLink?.(link));
  files.add(process.argv.slice(1));
  void app.whenReady().then(openStudio);
}

/** Where accounts and sync are: all of this process's environment that the studio is told. */
function namedServices(env: NodeJS.ProcessEnv): Record<string, string> {
  const names = ['REELWRIGHT_CLERK_KEY', 'REELWRIGHT_CLOUD_URL'] as const;
  return Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
}

function openStudio(): void {
  const secrets = openSecretStore(join(app.getPath('userData'), 'keys.json'), safeStorage);
  const studio = keepStudio({
    fork: () =>
      forkStudio(
        {
          home,
          exportsFolder: defaultExportsFolder(home),
          keys: secrets.all(),
          keysKept: secrets.keeping.usual,
          mayUseFile: secrets.keeping.mayUseFile,
          services: namedServices(process.env),
          takesLinks,
        },
        {
          keepKey: async ({ provider, key, consentToFile }) => ok(secrets.keep(provider, key, consentToFile)),
          showWindow: async () => {
            showWindow();
            return ok(true);
          },
        },
      ),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    onEnded: () => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.send('studio-gone');
    },
    onRefused: (fault) => {
      dialog.showErrorBox('Reelwright cannot open its data', fault.message);
      app.quit();
    },
  });
  onAccountLink = (link) => {
    void studio.ask('linkArrived', { link }).then((answer) => {
      if (answer.ok && answer.value) showWindow();
    });
  };
  lockDownSession(session.defaultSession);
  const appFolder = join(import.meta.dirname, '../renderer');
  const sources = sourcesOfStudio(studio, home ?? defaultHome());
  serveAppScheme(createByteHandler({ sources, appFolder }), devServer);
  serveWindowCalls(studio, files.take);
  openWindow();
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  closeBeforeQuitting(() => studio.close());
}

/** Brings the studio to the person: the window that is there, or a new one. */
function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) {
    openWindow();
    return;
  }
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** The studio ends in order before the application does: its jobs, its workers, its database. */
function closeBeforeQuitting(close: () => Promise<void>): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void close().finally(() => {
      closed = true;
      app.quit();
    });
  });
}

function homeArgument(argv: readonly string[]): string | null {
  const at = argv.indexOf('--home');
  return at < 0 ? null : (argv[at + 1] ?? null);
}
