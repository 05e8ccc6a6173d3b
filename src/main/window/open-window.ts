import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { studioOrigin } from '../protection/lock-down.ts';
import { readWindowState, writeWindowState } from './window-state.ts';

const usualSize = { width: 1440, height: 900 };
/** The ground colours of the two themes (renderer/styles/tokens.css), so that a window does not flash while it loads. */
const ground = { dark: '#110f0d', light: '#f1f0ee' };

/** Opens a window of the studio, where the last one was. */
export function openWindow(): BrowserWindow {
  const statePath = join(app.getPath('userData'), 'window.json');
  const screens = screen.getAllDisplays().map((display) => display.workArea);
  const kept = BrowserWindow.getAllWindows().length === 0 ? readWindowState(statePath, screens) : null;
  const window = new BrowserWindow({
    ...(kept ?? usualSize),
    minWidth: 640,
    minHeight: 400,
    show: false,
    title: 'Reelwright',
    backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: true,
    },
  });
  if (kept?.maximised === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    writeWindowState(statePath, { ...window.getNormalBounds(), maximised: window.isMaximized() });
  });
  void window.loadURL(`${studioOrigin}/index.html`);
  return window;
}
