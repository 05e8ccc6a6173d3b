import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron';
import { type DesktopBridge, studioPortMessage } from '../contract/desktop-bridge.ts';

/** Nothing of Electron reaches the page but these functions; what main does with them it checks again. */
const bridge: DesktopBridge = {
  platform: platformOf(process.platform),
  connect: () => ipcRenderer.send('connect-studio'),
  onStudioGone: (listener) => {
    ipcRenderer.on('studio-gone', listener);
    return () => ipcRenderer.off('studio-gone', listener);
  },
  pathOfFile: (file) => (file instanceof File ? webUtils.getPathForFile(file) : ''),
  openFiles: (question) => ipcRenderer.invoke('open-files', question),
  savePath: (question) => ipcRenderer.invoke('save-path', question),
  revealFile: (path) => ipcRenderer.invoke('reveal-file', path),
  setMenu: (menu) => ipcRenderer.send('set-menu', menu),
  onMenuCommand: (listener) => listen('menu-command', listener),
  onOpenFile: (listener) => {
    const stop = listen('open-file', listener);
    // Files that the system named before this page was there.
    ipcRenderer.send('ready-for-files');
    return stop;
  },
  notify: (notice) => ipcRenderer.send('notify', notice),
  onNoticeChosen: (listener) => listen('notice-chosen', listener),
  addRecentFile: (path) => ipcRenderer.send('add-recent-file', path),
};

function listen(channel: string, listener: (value: string) => void): () => void {
  const onMessage = (_event: IpcRendererEvent, value: unknown): void => {
    if (typeof value === 'string') listener(value);
  };
  ipcRenderer.on(channel, onMessage);
  return () => ipcRenderer.off(channel, onMessage);
}

function platformOf(name: string): DesktopBridge['platform'] {
  return name === 'darwin' || name === 'win32' ? name : 'linux';
}

// A port cannot cross the bridge: it goes to the page as a message of its own window.
ipcRenderer.on('studio-port', (event) => {
  window.postMessage(studioPortMessage, location.origin, [...event.ports]);
});

contextBridge.exposeInMainWorld('reelwright', Object.freeze(bridge));
