import type { CallOptions, WorkerHandle, WorkerName } from '../../core/ports/worker-host.ts';
import type { ToWorker } from '../../core/ports/worker-messages.ts';
import { fail, faultOf, ok, type Result } from '../../domain/kernel/result.ts';
import type { WorkerChannel } from './worker-channel.ts';

export interface WorkerHandleOptions {
  readonly name: WorkerName;
  /** How long a cancelled call may clean up before the worker is killed. */
  readonly cancelGraceMs: number;
  readonly onEnd: () => void;
}

interface OpenCall {
  readonly settle: (result: Result<unknown>) => void;
  readonly onProgress: ((progress: unknown) => void) | undefined;
  cancelled: boolean;
}

const stopGraceMs = 4_000;

/** Keeps the book of a worker's open calls. It holds the studio's event loop open only while there is one. */
export function createWorkerHandle(channel: WorkerChannel, options: WorkerHandleOptions): WorkerHandle {
  const open = new Map<number, OpenCall>();
  let lastId = 0;
  let ended = false;

  const died = (why: string): Result<never> =>
    fail(
      'worker.died',
      `The ${options.name} worker ended unexpectedly (${why}). What it was working on is lost, nothing else; ` +
        'the next call starts a new one.',
      { worker: options.name, why, errorOutput: channel.errorOutput() },
    );
  const cancelled = (): Result<never> =>
    fail('worker.cancelled', 'The work was cancelled; what was half done has been removed.');

  const settle = (id: number, result: Result<unknown>): void => {
    const call = open.get(id);
    if (call === undefined) return;
    open.delete(id);
    channel.hold(open.size > 0);
    call.settle(call.cancelled ? cancelled() : result);
  };

  const whenEnded = new Promise<void>((resolve) => {
    channel.onEnd((why) => {
      ended = true;
      for (const id of [...open.keys()]) settle(id, died(why));
      options.onEnd();
      resolve();
    });
  });

  channel.onMessage((message) => {
    if (message.kind === 'progress') open.get(message.id)?.onProgress?.(message.progress);
    else if (message.kind === 'result') settle(message.id, ok(message.result));
    else settle(message.id, { ok: false, fault: message.fault });
  });

  const send = (message: ToWorker): void => {
    try {
      channel.send(message);
    } catch (thrown) {
      const { message: words } = faultOf(thrown);
      settle(
        message.id,
        fail('worker.bad-params', `The ${options.name} worker could not be asked: ${words}`),
      );
    }
  };

  return {
    get alive() {
      return !ended && channel.open;
    },
    async call<T>(method: string, params: unknown, callOptions: CallOptions = {}): Promise<Result<T>> {
      const { signal, onProgress } = callOptions;
      if (signal?.aborted === true) return cancelled();
      if (ended || !channel.open) return died('it had already ended');
      const id = ++lastId;
      const answer = new Promise<Result<unknown>>((resolve) => {
        open.set(id, { settle: resolve, onProgress, cancelled: false });
      });
      channel.hold(true);
      send({ kind: 'call', id, method, params });

      let killTimer: NodeJS.Timeout | undefined;
      const onAbort = (): void => {
        const call = open.get(id);
        if (call === undefined) return;
        call.cancelled = true;
        send({ kind: 'cancel', id });
        killTimer = setTimeout(() => channel.kill(), options.cancelGraceMs);
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      const result = await answer;
      signal?.removeEventListener('abort', onAbort);
      clearTimeout(killTimer);
      return result as Result<T>;
    },
    async stop() {
      if (ended) return;
      for (const call of open.values()) call.cancelled = true;
      channel.hold(true);
      channel.disconnect();
      const killTimer = setTimeout(() => channel.kill(), stopGraceMs);
      await whenEnded;
      clearTimeout(killTimer);
    },
  };
}
