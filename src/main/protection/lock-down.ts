import { app, type Session, shell } from 'electron';
import { allowedLink } from './allowed-links.ts';

/** Where the studio's own pages are. */
export const studioOrigin = 'app://studio';

/** What a page may be given without asking: nothing but writing to the clipboard and filling the screen. */
const grantedPermissions = new Set(['clipboard-sanitized-write', 'fullscreen']);

export function isStudioPage(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === 'app:' && new URL(address).host === 'studio';
}

/**
 * Holds every window of the application to the studio's own pages: no other page is opened or gone to, no window is made
 * by a page, no view is embedded, and permissions are refused but for a list. Links on the allow-list open in the
 * system's browser. Call before the first window.
 */
export function lockDownContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isStudioPage(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      if (!isStudioPage(event.url)) event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      if (!isStudioPage(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      const link = allowedLink(url);
      if (link !== null) void shell.openExternal(link);
      return { action: 'deny' };
    });
  });
}

export function lockDownSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer) => {
    answer(isStudioPage(contents?.getURL() ?? '') && grantedPermissions.has(permission));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => isStudioPage(origin) && grantedPermissions.has(permission),
  );
  session.setDevicePermissionHandler(() => false);
}
