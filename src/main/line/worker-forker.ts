import { join } from 'node:path';
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import type { WorkerName } from '../../core/ports/worker-host.ts';
import type { ToStudio } from './studio-messages.ts';

export interface WorkerForker {
  fork(id: number, name: WorkerName): void;
  kill(id: number): void;
  /** The studio is gone: its workers notice by their ports, and are ended if they do not. */
  endAll(): void;
}

/** Pictures live outside V8's heap; without this its young generation grows to 100 MB and more in each process. */
const execArgv = ['--max-semi-space-size=4'];

/** Forks worker processes for the studio, which may fork none itself, and hands it the line to each. */
export function createWorkerForker(
  send: (message: ToStudio, ports?: MessagePortMain[]) => void,
): WorkerForker {
  const running = new Map<number, UtilityProcess>();
  return {
    fork(id, name) {
      const child = utilityProcess.fork(join(import.meta.dirname, `workers/${name}.worker.js`), [], {
        serviceName: `Reelwright ${name}`,
        execArgv,
        env: {},
        stdio: 'ignore',
      });
      running.set(id, child);
      child.once('spawn', () => {
        const { port1, port2 } = new MessageChannelMain();
        child.postMessage(null, [port1]);
        send({ kind: 'worker', id }, [port2]);
      });
      child.once('exit', (code) => {
        running.delete(id);
        send({ kind: 'worker-ended', id, why: `exit code ${code}` });
      });
    },
    kill: (id) => void running.get(id)?.kill(),
    endAll() {
      for (const child of running.values()) child.kill();
    },
  };
}
