import type { PoolClient } from '@neondatabase/serverless';
import { openPool, type PoolOptions } from './open-pool.ts';

export interface ChannelOptions extends Omit<PoolOptions, 'connections'> {
  readonly name: string;
  /** How often a connection that hears nothing is asked whether it still stands. */
  readonly askMs: number;
  /** How long is waited before one that broke is opened anew. */
  readonly pauseMs: number;
}

/**
 * Words between programs that use one database (PostgreSQL 18 documentation, NOTIFY). Whoever does not hear at the moment misses
 * them: they are hints, not facts. A text has at most 7,999 bytes.
 */
export interface Channel {
  /** Never throws; false where it could not be told. */
  tell(text: string): Promise<boolean>;
  /** Hears what anybody tells, this program too, over a connection of its own. One listener at a time; the answer ends it. */
  hear(onText: (text: string) => void): () => void;
  close(): Promise<void>;
}

export function openChannel(options: ChannelOptions): Channel {
  const { url, name, connectTimeoutMs, askMs, pauseMs } = options;
  const telling = openPool({ url, connections: 1, connectTimeoutMs });
  const hearing = openPool({ url: directAddress(url), connections: 1, connectTimeoutMs });
  const runs = new Set<Promise<void>>();

  /** Resolves when the connection is no longer good. */
  const stand = (client: PoolClient, onText: (text: string) => void, stop: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const end = (): void => {
        clearInterval(asks);
        stop.removeEventListener('abort', end);
        resolve();
      };
      let isAsking = false;
      const asks = setInterval(() => {
        // The question before has no answer yet: the line is dead without a word.
        if (isAsking) return end();
        isAsking = true;
        client.query('select 1').then(() => {
          isAsking = false;
        }, end);
      }, askMs);
      client.on('notification', ({ payload = '' }) => onText(payload));
      client.on('error', end);
      client.on('end', end);
      stop.addEventListener('abort', end, { once: true });
      if (stop.aborted) end();
    });

  const listen = async (onText: (text: string) => void, stop: AbortSignal): Promise<void> => {
    while (!stop.aborted) {
      try {
        const client = await hearing.connect();
        try {
          await client.query(`listen ${name}`);
          await stand(client, onText, stop);
        } finally {
          // Closed, not kept: nobody else may get a connection that listens.
          client.release(true);
        }
      } catch {
        // The database sleeps or moves; it is asked again.
      }
      if (!stop.aborted) await pause(pauseMs, stop);
    }
  };

  return {
    async tell(text) {
      try {
        // Nothing is kept by it, so that no disk is waited for.
        await telling.query("select set_config('synchronous_commit', 'off', true), pg_notify($1, $2)", [
          name,
          text,
        ]);
        return true;
      } catch {
        return false;
      }
    },
    hear(onText) {
      const stop = new AbortController();
      const run = listen(onText, stop.signal);
      runs.add(run);
      void run.then(() => runs.delete(run));
      return () => stop.abort();
    },
    async close() {
      await Promise.all(runs);
      await Promise.all([telling.end(), hearing.end()]);
    },
  };
}

/** Behind Neon's pooled address a connection is another one after every transaction, and hears nothing; the direct one is beside it. */
export function directAddress(url: string): string {
  const direct = new URL(url);
  direct.hostname = direct.hostname.replace(/^([^.]+)-pooler(?=\..*\.neon\.(tech|build)$)/, '$1');
  return direct.href;
}

function pause(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(end, ms);
    stop.addEventListener('abort', end, { once: true });
  });
}
