import { BrowserWindow, Notification } from 'electron';

export interface SystemNotice {
  readonly id: string;
  readonly title: string;
  readonly body: string;
}

/** So many ids are remembered: windows tell of the same notice within seconds of each other. */
const remembered = 50;

/**
 * Shows notices of the studio through the system while the person is elsewhere: none while one of our windows has the
 * focus, and each once, however many windows tell of it. Choosing one brings the window that told of it.
 */
export function createSystemNotices(): (notice: SystemNotice, window: BrowserWindow) => void {
  let shown: readonly string[] = [];
  return ({ id, title, body }, window) => {
    if (BrowserWindow.getFocusedWindow() !== null || !Notification.isSupported() || shown.includes(id))
      return;
    shown = [id, ...shown].slice(0, remembered);
    const notification = new Notification({ title, body });
    notification.on('click', () => {
      if (window.isDestroyed()) return;
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
      window.webContents.send('notice-chosen', id);
    });
    notification.show();
  };
}
