import { constants, platform, setPriority } from 'node:os';
import type { FromWorker } from '../core/ports/worker-messages.ts';
import { faultOf, type Result } from '../domain/kernel/result.ts';
import { findStudioLine } from './studio-line.ts';

export interface WorkerCallContext {
  /** Aborts when the studio cancels the call or goes away. Clean up, then return or throw: either answers the call. */
  readonly signal: AbortSignal;
  /** Sends a progress message; its value is structured-cloned. */
  readonly progress: (value: unknown) => void;
}

/** Answers with a Result, or with a bare value, which counts as success. A throw becomes a fault. */
export type WorkerMethod = (params: unknown, context: WorkerCallContext) => unknown;

export interface WorkerManners {
  /** Its work lasts: where the machine is short of time, the window and what plays in it come first. */
  readonly inBackground?: boolean;
}

/** How long open calls may clean up after the studio has gone, before the process ends whatever they do. */
const cleanUpMs = 2_000;

/**
 * Serves the calls of one studio process over the line this process was started with. When the line closes,
 * by a goodbye or because the studio was killed, open calls are aborted, given a moment to remove what is half done,
 * and the process ends: no orphan stays.
 */
export function serveWorker(
  methods: Readonly<Record<string, WorkerMethod>>,
  { inBackground = false }: WorkerManners = {},
): void {
  if (inBackground) stepBack();
  const line = findStudioLine();
  if (line === null) {
    console.error('This is a worker of Reelwright: it is started by the studio, not by hand.');
    process.exit(1);
  }
  const open = new Map<number, AbortController>();
  let gone = false;

  const answer = (message: FromWorker): void => {
    if (!gone) line.send(message);
  };

  const run = async (id: number, method: string, params: unknown): Promise<void> => {
    const controller = new AbortController();
    open.set(id, controller);
    try {
      const serve = Object.hasOwn(methods, method) ? methods[method] : undefined;
      if (serve === undefined) throw new Error(`This worker does not serve "${method}".`);
      const progress = (value: unknown): void => answer({ kind: 'progress', id, progress: value });
      const value = await serve(params, { signal: controller.signal, progress });
      if (!isResult(value)) answer({ kind: 'result', id, result: value });
      else if (value.ok) answer({ kind: 'result', id, result: value.value });
      else answer({ kind: 'fault', id, fault: value.fault });
    } catch (thrown) {
      answer({ kind: 'fault', id, fault: faultOf(thrown, 'worker.failed') });
    } finally {
      open.delete(id);
      if (gone && open.size === 0) process.exit(0);
    }
  };

  line.onMessage((message) => {
    if (message.kind === 'call') void run(message.id, message.method, message.params);
    else open.get(message.id)?.abort();
  });

  line.onClose(() => {
    gone = true;
    if (open.size === 0) process.exit(0);
    for (const controller of open.values()) controller.abort();
    // A call stuck in native code could also hang an orderly exit, which waits for its threads.
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), cleanUpMs).unref();
    setInterval(() => undefined, cleanUpMs);
  });

  // Ctrl-C reaches the whole process group; the studio decides what it means and tells its workers.
  process.on('SIGINT', () => undefined);
}

/** Half-way to the priority below the usual one; Windows knows that one only. */
export function stepBack(): void {
  const { PRIORITY_BELOW_NORMAL } = constants.priority;
  try {
    setPriority(platform() === 'win32' ? PRIORITY_BELOW_NORMAL : PRIORITY_BELOW_NORMAL / 2);
  } catch {
    // Not allowed here: the work is done all the same.
  }
}

function isResult(value: unknown): value is Result<unknown> {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  return value.ok === true ? 'value' in value : value.ok === false && 'fault' in value;
}
