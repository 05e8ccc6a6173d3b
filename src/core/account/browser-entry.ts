import type { Result } from '../../domain/kernel/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Identity, OAuthProvider, SignInStep } from '../ports/identity.ts';
import { awaitBrowser, type BrowserReturn } from './await-browser.ts';

/** The way in through the system's browser; one at a time. */
export interface BrowserEntry {
  /** Begins it, and waits for the browser's return. The page is for whoever asked to open. */
  enter(provider: OAuthProvider): Promise<Result<URL>>;
  /** Nobody waits any more. */
  leave(): void;
}

/** Nobody takes longer, and a place to return to is not left open. */
const waitsMs = 10 * 60_000;

/** `onEnd` is told what the return led to; null when the wait ended without one, unless {@link BrowserEntry.leave} ended it. */
export function createBrowserEntry(
  identity: Identity,
  returnPorts: readonly number[],
  clock: Clock,
  onEnd: (result: Result<SignInStep> | null) => void,
): BrowserEntry {
  let waiting: { readonly back: BrowserReturn; readonly ended: AbortController } | null = null;
  const leave = (): void => {
    const open = waiting;
    waiting = null;
    open?.ended.abort();
    open?.back.close();
  };
  return {
    leave,
    async enter(provider) {
      leave();
      const opened = await awaitBrowser(returnPorts);
      if (!opened.ok) return opened;
      const mine = { back: opened.value, ended: new AbortController() };
      waiting = mine;
      const started = await identity.startInBrowser(provider, opened.value.url);
      if (!started.ok) {
        leave();
        return started;
      }
      void clock.wait(waitsMs, mine.ended.signal, { background: true }).then(() => mine.back.close());
      void mine.back.arrived.then(async (address) => {
        if (waiting !== mine) return;
        waiting = null;
        mine.ended.abort();
        onEnd(address === null ? null : await identity.finishInBrowser(address));
      });
      return { ok: true, value: started.value.page };
    },
  };
}
