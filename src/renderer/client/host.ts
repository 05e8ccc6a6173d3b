import type { DesktopBridge } from '../../contract/desktop-bridge.ts';
import { createSystemNotices, type SystemNotices } from './system-notices.ts';

/** What this window may do beyond the contract. The only place where the hosts differ. */
export interface HostCapabilities {
  /** System dialogs for opening and saving; without them the browser's file field is used and films go to one folder. */
  readonly nativeDialogs: boolean;
  readonly revealFiles: boolean;
  readonly nativeMenu: boolean;
}

export interface Host {
  readonly kind: 'desktop' | 'browser';
  readonly platform: 'darwin' | 'win32' | 'linux';
  readonly capabilities: HostCapabilities;
  /** null in a browser. */
  readonly bridge: DesktopBridge | null;
  readonly systemNotices: SystemNotices;
}

/** The host of this window: the desktop where the preload script left its bridge, a browser otherwise. */
export function findHost(): Host {
  const bridge = (window as { reelwright?: DesktopBridge }).reelwright ?? null;
  const desktop = bridge !== null;
  return {
    kind: desktop ? 'desktop' : 'browser',
    platform: bridge?.platform ?? platformOfBrowser(),
    capabilities: { nativeDialogs: desktop, revealFiles: desktop, nativeMenu: desktop },
    bridge,
    systemNotices: createSystemNotices(bridge),
  };
}

function platformOfBrowser(): Host['platform'] {
  const words = navigator.userAgent;
  if (/Mac|iPhone|iPad/.test(words)) return 'darwin';
  return /Windows/.test(words) ? 'win32' : 'linux';
}
