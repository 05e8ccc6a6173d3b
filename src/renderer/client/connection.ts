import { createORPCClient, DynamicLink } from '@orpc/client';
import type { StudioClient } from '../../contract/contract.ts';
import { connectionLost } from '../../contract/fault-of-call.ts';
import { FaultError } from '../../domain/kernel/result.ts';
import type { Transport } from './transport.ts';
import { type WindowClock, windowClock } from './window-clock.ts';

export type ConnectionState =
  | { readonly is: 'connecting' }
  | { readonly is: 'open' }
  /** `attempt` counts the tries since the line was lost. */
  | { readonly is: 'lost'; readonly sinceMs: number; readonly attempt: number };

/** The line to the studio, kept open: what calls go through, and what a window may say about it. */
export interface Connection {
  readonly client: StudioClient;
  state(): ConnectionState;
  subscribe(listener: () => void): () => void;
  /** Tries again at once instead of waiting. */
  retryNow(): void;
  close(): void;
}

const firstWaitMs = 250;
const longestWaitMs = 5_000;

/**
 * Opens a line and opens it again whenever it is lost, waiting a little longer each time. A call while there is none
 * fails at once with `connection.lost`; streams end with it and are begun anew by whoever reads them.
 */
export function connectStudio(open: () => Promise<Transport>, clock: WindowClock = windowClock): Connection {
  const listeners = new Set<() => void>();
  let state: ConnectionState = { is: 'connecting' };
  let transport: Transport | null = null;
  let stopWaiting = (): void => undefined;
  let dialling = false;
  let ended = false;

  const become = (next: ConnectionState): void => {
    state = next;
    for (const listener of [...listeners]) listener();
  };
  const lose = (): void => {
    dialling = false;
    if (ended) return;
    transport = null;
    const attempt = state.is === 'lost' ? state.attempt + 1 : 1;
    const sinceMs = state.is === 'lost' ? state.sinceMs : clock.nowMs();
    become({ is: 'lost', sinceMs, attempt });
    stopWaiting = clock.after(Math.min(longestWaitMs, firstWaitMs * 2 ** (attempt - 1)), dial);
  };
  const dial = (): void => {
    stopWaiting();
    // Two lines at once would both be read.
    if (dialling) return;
    dialling = true;
    open().then((opened) => {
      dialling = false;
      if (ended) return opened.close();
      transport = opened;
      become({ is: 'open' });
      void opened.closed.then(lose);
    }, lose);
  };
  dial();

  const link = new DynamicLink(() => {
    if (transport === null) throw new FaultError(connectionLost);
    return transport.link;
  });
  return {
    client: createORPCClient(link),
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    retryNow() {
      if (state.is === 'lost') dial();
    },
    close() {
      ended = true;
      stopWaiting();
      transport?.close();
    },
  };
}
