import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { describeWorkerHost } from '../../core/ports/worker-host.conformance.ts';
import { createPortWorkerHost } from './create-port-worker-host.ts';
import type { RemoteWorker, WorkerPort } from './port-worker-channel.ts';

/** Forks the way Electron's main process does: another party holds the process, the studio has a port. */
function forkBehindPort(name: string): RemoteWorker {
  const entry = new URL(`../../testing/workers/${name}.worker.ts`, import.meta.url);
  const child = fork(fileURLToPath(entry), [], { serialization: 'advanced', stdio: 'ignore' });
  const { port1, port2 } = new MessageChannel();
  port2.on('message', (message) => void (child.connected && child.send(message)));
  const closed = new Promise<void>((resolve) => {
    port2.once('close', () => {
      if (child.connected) child.disconnect();
      resolve();
    });
  });
  child.on('message', (message) => port2.postMessage(message));
  const port: WorkerPort = {
    postMessage: (message) => port1.postMessage(message),
    on: (_event, listener) => port1.on('message', (data) => listener({ data })),
    start: () => undefined,
    close: () => port1.close(),
  };
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code) => {
      port2.close();
      // What the process said last is still on its way through the port until it is closed.
      void closed.then(() => resolve(`exit code ${code}`));
    });
  });
  return { port: Promise.resolve(port), ended, kill: () => child.kill('SIGKILL') };
}

describeWorkerHost('createPortWorkerHost', () => createPortWorkerHost(forkBehindPort));
