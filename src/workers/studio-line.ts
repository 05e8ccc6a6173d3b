import type { FromWorker, ToWorker } from '../core/ports/worker-messages.ts';

/** The line of a worker to its studio. */
export interface StudioLine {
  send(message: FromWorker): void;
  onMessage(listener: (message: ToWorker) => void): void;
  /** Called once when the studio has gone or said goodbye. */
  onClose(listener: () => void): void;
}

interface Port {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
}

/** What Electron gives a utility process: messages of the main process, with the ports that it passes on. */
interface ParentPort {
  once(event: 'message', listener: (event: { readonly ports: readonly Port[] }) => void): unknown;
}

/**
 * The line that this process was started with: Node's IPC channel, or in Electron the port that the main process passes
 * with its first message. Null for a process that was started by hand.
 */
export function findStudioLine(): StudioLine | null {
  const parentPort = (process as { parentPort?: ParentPort }).parentPort;
  if (parentPort !== undefined) return overPort(parentPort);
  return process.send === undefined ? null : overIpc();
}

function overIpc(): StudioLine {
  return {
    send(message) {
      if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
    },
    onMessage: (listener) => void process.on('message', (message: ToWorker) => listener(message)),
    onClose: (listener) => void process.once('disconnect', listener),
  };
}

function overPort(parentPort: ParentPort): StudioLine {
  let port: Port | null = null;
  const onMessage = new Set<(message: ToWorker) => void>();
  const onClose = new Set<() => void>();
  parentPort.once('message', ({ ports }) => {
    port = ports[0] ?? null;
    port?.on('message', ({ data }) => {
      for (const listener of onMessage) listener(data as ToWorker);
    });
    port?.on('close', () => {
      port = null;
      for (const listener of onClose) listener();
    });
    port?.start();
  });
  return {
    send: (message) => port?.postMessage(message),
    onMessage: (listener) => void onMessage.add(listener),
    onClose: (listener) => void onClose.add(listener),
  };
}
