import type { Result } from '../../domain/kernel/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { BrowserReturn } from './await-browser.ts';

/** A way through the system's browser and back; one at a time. */
export interface BrowserTrips {
  /** Begins one, and waits for the browser's return. The page is for whoever asked to open. */
  begin(trip: BrowserTrip): Promise<Result<URL>>;
  /** Nobody waits any more. */
  leave(): void;
}

export interface BrowserTrip {
  /** Answers with the page to open, for a browser that is to come back to `returnUrl`. */
  readonly start: (returnUrl: URL) => Promise<Result<{ readonly page: URL }>>;
  /** The address at which the browser arrived; null when the wait ended without it, unless {@link BrowserTrips.leave} ended it. */
  readonly onEnd: (arrivedAt: URL | null) => Promise<void>;
}

/** Nobody takes longer, and a place to return to is not left open. */
const waitsMs = 10 * 60_000;

/** Prepares a place that the browser comes back to. */
type OpenReturn = () => Promise<Result<BrowserReturn>>;

/** `ways` are tried in turn: the next one where a place cannot be prepared, or is none that the account service comes back to. */
export function createBrowserTrips(
  ways: readonly [OpenReturn, ...(readonly OpenReturn[])],
  clock: Clock,
): BrowserTrips {
  let waiting: { readonly back: BrowserReturn; readonly ended: AbortController } | null = null;
  const leave = (): void => {
    const left = waiting;
    waiting = null;
    left?.ended.abort();
    left?.back.close();
  };
  const beginBy = async (open: OpenReturn, { start, onEnd }: BrowserTrip): Promise<Result<URL>> => {
    const opened = await open();
    if (!opened.ok) return opened;
    const mine = { back: opened.value, ended: new AbortController() };
    waiting = mine;
    const started = await start(opened.value.url);
    if (!started.ok) {
      leave();
      return started;
    }
    void clock.wait(waitsMs, mine.ended.signal, { background: true }).then(() => mine.back.close());
    void mine.back.arrived.then(async (address) => {
      if (waiting !== mine) return;
      waiting = null;
      mine.ended.abort();
      await onEnd(address);
    });
    return { ok: true, value: started.value.page };
  };
  return {
    leave,
    async begin(trip) {
      leave();
      const [first, ...others] = ways;
      let begun = await beginBy(first, trip);
      for (const way of others) {
        if (begun.ok || !isOfPlace(begun.fault.code)) return begun;
        begun = await beginBy(way, trip);
      }
      return begun;
    },
  };
}

const isOfPlace = (code: string): boolean => code === 'account.no-way-back' || code === 'account.refused';
