import { createORPCClient, DynamicLink } from '@orpc/client';
import type { StudioClient } from '../../contract/contract.ts';
import { connectionLost } from '../../contract/fault-of-call.ts';
import { FaultError } from '../../domain/kernel/result.ts';
import type { Transport } from './transport.ts';

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
export function connectStudio(open: () => Promise<Transport>): Connection {
  const listeners = new Set<() => void>();
  let state: ConnectionState = { is: 'connecting' };
  let transport: Transport | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;

  const become = (next: ConnectionState): void => {
    state = next;
    for (const listener of [...listeners]) listener();
  };
  const lose = (): void => {
    if (ended) return;
    transport = null;
    const attempt = state.is === 'lost' ? state.attempt + 1 : 1;
    const sinceMs = state.is === 'lost' ? state.sinceMs : Date.now();
    become({ is: 'lost', sinceMs, attempt });
    timer = setTimeout(dial, Math.min(longestWaitMs, firstWaitMs * 2 ** (attempt - 1)));
  };
  const dial = (): void => {
    clearTimeout(timer);
    open().then((opened) => {
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
      clearTimeout(timer);
      transport?.close();
    },
  };
}
