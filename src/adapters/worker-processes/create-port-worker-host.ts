import type { WorkerHandle, WorkerHost, WorkerName } from '../../core/ports/worker-host.ts';
import { createWorkerHandle } from './create-worker-handle.ts';
import { portWorkerChannel, type RemoteWorker } from './port-worker-channel.ts';

/** Workers that another process forks on request: in Electron the studio may fork none, since RunAsNode is off. */
export function createPortWorkerHost(
  fork: (name: WorkerName) => RemoteWorker,
  cancelGraceMs = 5_000,
): WorkerHost {
  const running = new Set<WorkerHandle>();
  return {
    start(name) {
      const handle: WorkerHandle = createWorkerHandle(portWorkerChannel(fork(name)), {
        name,
        cancelGraceMs,
        onEnd: () => running.delete(handle),
      });
      running.add(handle);
      return handle;
    },
    async close() {
      await Promise.all([...running].map((handle) => handle.stop()));
    },
  };
}
