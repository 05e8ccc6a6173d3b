import type { DesktopBridge } from '../../contract/desktop-bridge.ts';

/** `asked`: nobody has said yes or no in this browser yet. */
export type NoticePermission = 'granted' | 'denied' | 'asked' | 'missing';

/** Notices of the system, as far as this window may show any. */
export interface SystemNotices {
  permission(): NoticePermission;
  /** Asks the person by the browser's own question. Only after a click of theirs. */
  ask(): Promise<NoticePermission>;
  /** Shown while the person is elsewhere. `tag` keeps two windows from showing the same twice. */
  show(notice: { readonly tag: string; readonly title: string; readonly body: string }): void;
  /** One was chosen; the window is brought to the front by then. Returns the way to stop. */
  onChosen(listener: (tag: string) => void): () => void;
}

/** Through the desktop host where there is one; else by the browser, once the person has allowed it. */
export function createSystemNotices(bridge: DesktopBridge | null): SystemNotices {
  if (bridge !== null) {
    return {
      permission: () => 'granted',
      ask: () => Promise.resolve('granted'),
      show: ({ tag, title, body }) => bridge.notify({ id: tag, title, body }),
      onChosen: (listener) => bridge.onNoticeChosen(listener),
    };
  }
  const listeners = new Set<(tag: string) => void>();
  const permission = (): NoticePermission => {
    if (!('Notification' in window)) return 'missing';
    return Notification.permission === 'default' ? 'asked' : Notification.permission;
  };
  return {
    permission,
    async ask() {
      if (permission() === 'asked') await Notification.requestPermission();
      return permission();
    },
    show({ tag, title, body }) {
      if (permission() !== 'granted') return;
      const shown = new Notification(title, { body, tag });
      shown.onclick = () => {
        window.focus();
        shown.close();
        for (const listener of listeners) listener(tag);
      };
    },
    onChosen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
