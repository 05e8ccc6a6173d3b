import type { RemoteWorker, WorkerPort } from '../../adapters/worker-processes/port-worker-channel.ts';
import type { WorkerName } from '../../core/ports/worker-host.ts';
import type { FromStudio } from '../line/studio-messages.ts';

/** Workers that the main process forks for this studio. */
export interface RemoteWorkers {
  fork(name: WorkerName): RemoteWorker;
  /** The main process has forked it: its line. */
  started(id: number, port: WorkerPort): void;
  ended(id: number, why: string): void;
}

export function createRemoteWorkers(send: (message: FromStudio) => void): RemoteWorkers {
  const waiting = new Map<number, { started: (port: WorkerPort) => void; ended: (why: string) => void }>();
  let lastId = 0;
  return {
    fork(name) {
      const id = ++lastId;
      const port = new Promise<WorkerPort>((started) => {
        waiting.set(id, { started, ended: () => undefined });
      });
      const whenEnded = new Promise<string>((ended) => {
        const { started = () => undefined } = waiting.get(id) ?? {};
        waiting.set(id, { started, ended });
      });
      send({ kind: 'fork-worker', id, name });
      return { port, ended: whenEnded, kill: () => send({ kind: 'kill-worker', id }) };
    },
    started: (id, port) => waiting.get(id)?.started(port),
    ended(id, why) {
      waiting.get(id)?.ended(why);
      waiting.delete(id);
    },
  };
}
