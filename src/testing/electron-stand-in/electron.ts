/**
 * As much of the `electron` module as the built main process uses, over Node processes and headless Chromium. Typed
 * against Electron's own declarations where they are implemented. What it cannot show is named in docs/architecture.md.
 */
export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { ipcMain } from './ipc-main.ts';
export { MessageChannelMain } from './message-ports.ts';
export { Notification } from './notification.ts';
export { net, protocol } from './protocol.ts';
export { dialog, Menu, nativeTheme, safeStorage, screen, session, shell } from './system.ts';
export { utilityProcess } from './utility-process.ts';
