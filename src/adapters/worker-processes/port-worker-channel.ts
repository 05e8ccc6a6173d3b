import type { FromWorker, ToWorker } from '../../core/ports/worker-messages.ts';
import type { WorkerChannel } from './worker-channel.ts';

/** One end of a message channel, as Electron's MessagePortMain and Node's worker_threads have it. */
export interface WorkerPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  start(): void;
  close(): void;
}

/** A worker process that somebody else forks and watches: in Electron, the main process. */
export interface RemoteWorker {
  /** The line, once the process was forked. Never settles where it could not be. */
  readonly port: Promise<WorkerPort>;
  /** Why the process ended. */
  readonly ended: Promise<string>;
  kill(): void;
}

/** The line to a worker that another process forks. What is sent before the line is there waits for it. */
export function portWorkerChannel(worker: RemoteWorker): WorkerChannel {
  const listeners = new Set<(message: FromWorker) => void>();
  let waiting: ToWorker[] | null = [];
  let port: WorkerPort | null = null;
  let open = true;
  let leaving = false;

  void worker.port.then((opened) => {
    if (leaving) return opened.close();
    port = opened;
    opened.on('message', ({ data }) => {
      for (const listener of listeners) listener(data as FromWorker);
    });
    opened.start();
    for (const message of waiting ?? []) opened.postMessage(message);
    waiting = null;
  });

  return {
    get open() {
      return open;
    },
    send(message) {
      if (waiting === null) return port?.postMessage(message);
      // The same refusal as a port's, while there is none yet.
      waiting.push(structuredClone(message));
    },
    onMessage: (listener) => void listeners.add(listener),
    onEnd: (listener) =>
      void worker.ended.then((why) => {
        open = false;
        port?.close();
        listener(why);
      }),
    // The line to the main process holds the studio open anyway.
    hold: () => undefined,
    disconnect() {
      leaving = true;
      open = false;
      if (port === null) worker.kill();
      else port.close();
    },
    kill: () => worker.kill(),
    errorOutput: () => '',
  };
}
