import { fork } from 'node:child_process';
import type { CallOptions, WorkerHandle } from '../../core/ports/worker-host.ts';
import type { FromWorker, ToWorker } from '../../core/ports/worker-messages.ts';
import { fail, faultOf, ok, type Result } from '../../domain/kernel/result.ts';
import { workerEnvironment } from './worker-environment.ts';

export interface WorkerProcessOptions {
  readonly entryPath: string;
  readonly name: string;
  readonly cancelGraceMs: number;
  readonly nodeOptions: readonly string[];
  readonly onStart: (pid: number | undefined) => void;
  readonly onEnd: () => void;
}

interface OpenCall {
  readonly settle: (result: Result<unknown>) => void;
  readonly onProgress: ((progress: unknown) => void) | undefined;
  cancelled: boolean;
}

const keptErrorChars = 4_000;
const stopGraceMs = 4_000;

/** Forks one worker and keeps the book of its open calls. It holds the studio's event loop open only while a call is. */
export function startWorkerProcess(options: WorkerProcessOptions): WorkerHandle {
  const open = new Map<number, OpenCall>();
  let lastId = 0;
  let ended = false;
  let errorOutput = '';

  const child = fork(options.entryPath, [], {
    serialization: 'advanced',
    execArgv: [...options.nodeOptions],
    env: workerEnvironment(process.env),
    // Nothing of a worker may reach stdout, which belongs to the command's own answer.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });

  options.onStart(child.pid);

  const died = (why: string): Result<never> =>
    fail(
      'worker.died',
      `The ${options.name} worker ended unexpectedly (${why}). What it was working on is lost, nothing else; ` +
        'the next call starts a new one.',
      { worker: options.name, why, errorOutput },
    );
  const cancelled = (): Result<never> =>
    fail('worker.cancelled', 'The work was cancelled; what was half done has been removed.');

  const settle = (id: number, result: Result<unknown>): void => {
    const call = open.get(id);
    if (call === undefined) return;
    open.delete(id);
    holdOpen(open.size > 0);
    call.settle(call.cancelled ? cancelled() : result);
  };

  const holdOpen = (hold: boolean): void => {
    const change = hold ? 'ref' : 'unref';
    child[change]();
    child.channel?.[change]();
  };
  // The pipe never holds the studio open: errors are of interest only while a call waits for the process.
  (child.stderr as unknown as { unref?: () => void } | null)?.unref?.();
  holdOpen(false);

  const whenEnded = new Promise<void>((resolve) => {
    const end = (why: string): void => {
      if (ended) return;
      ended = true;
      for (const id of [...open.keys()]) settle(id, died(why));
      options.onEnd();
      resolve();
    };
    child.on('error', (error) => {
      // Without a pid it never started; otherwise this is a failed send, and 'exit' tells the reason.
      if (child.pid === undefined) end(error.message);
    });
    child.once('exit', (code, signal) => {
      const why = signal === null ? `exit code ${code}` : `signal ${signal}`;
      // Answers sent just before the end may still be in the channel; 'disconnect' comes after the last of them.
      if (child.connected) child.once('disconnect', () => end(why));
      else end(why);
    });
  });

  child.stderr?.on('data', (chunk: Buffer) => {
    errorOutput = (errorOutput + chunk.toString()).slice(-keptErrorChars);
  });
  child.on('message', (message: FromWorker) => {
    if (message.kind === 'progress') open.get(message.id)?.onProgress?.(message.progress);
    else if (message.kind === 'result') settle(message.id, ok(message.result));
    else settle(message.id, { ok: false, fault: message.fault });
  });

  const send = (message: ToWorker): void => {
    try {
      child.send(message);
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
      return !ended && child.connected;
    },
    async call<T>(method: string, params: unknown, callOptions: CallOptions = {}): Promise<Result<T>> {
      const { signal, onProgress } = callOptions;
      if (signal?.aborted === true) return cancelled();
      if (ended || !child.connected) return died('it had already ended');
      const id = ++lastId;
      const answer = new Promise<Result<unknown>>((resolve) => {
        open.set(id, { settle: resolve, onProgress, cancelled: false });
      });
      holdOpen(true);
      send({ kind: 'call', id, method, params });

      let killTimer: NodeJS.Timeout | undefined;
      const onAbort = (): void => {
        const call = open.get(id);
        if (call === undefined) return;
        call.cancelled = true;
        send({ kind: 'cancel', id });
        killTimer = setTimeout(() => child.kill('SIGKILL'), options.cancelGraceMs);
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
      child.ref();
      if (child.connected) child.disconnect();
      const killTimer = setTimeout(() => child.kill('SIGKILL'), stopGraceMs);
      await whenEnded;
      clearTimeout(killTimer);
    },
  };
}
