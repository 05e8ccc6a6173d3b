import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { BrowserReturn } from './await-browser.ts';

/** Where a link of the studio's own brings the browser's answer: the host hands every such link over. */
export interface LinkReturns {
  open(): BrowserReturn;
  /** Whether it was the one that is waited for. Any other, of whoever, changes nothing. */
  arrived(link: string): boolean;
}

const scheme = 'reelwright:';

/**
 * A way back for where no address of this computer can be listened at: `reelwright://account/callback` with a state that
 * nobody else knows, once. Another program may claim the scheme; what it then reads is worth nothing without the token of
 * this installation.
 */
export function createLinkReturns(): LinkReturns {
  let waiting: { readonly state: string; readonly land: (address: URL | null) => void } | null = null;
  return {
    open() {
      waiting?.land(null);
      const state = randomBytes(32).toString('base64url');
      const url = new URL(`${scheme}//account/callback`);
      url.searchParams.set('state', state);
      let land: (address: URL | null) => void = () => undefined;
      const arrived = new Promise<URL | null>((resolve) => {
        land = resolve;
      });
      const mine = { state, land };
      waiting = mine;
      return {
        url,
        arrived,
        close() {
          if (waiting === mine) waiting = null;
          land(null);
        },
      };
    },
    arrived(link) {
      const url = URL.parse(link);
      if (waiting === null || url?.protocol !== scheme) return false;
      if (url.host !== 'account' || url.pathname !== '/callback') return false;
      const given = Buffer.from(url.searchParams.get('state') ?? '');
      const wanted = Buffer.from(waiting.state);
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return false;
      const { land } = waiting;
      waiting = null;
      land(url);
      return true;
    },
  };
}
