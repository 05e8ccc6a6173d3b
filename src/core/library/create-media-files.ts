import { basename } from 'node:path';
import { fail, type Result } from '../../domain/kernel/result.ts';
import type { MediaFiles, MediaWorkerCalls } from '../ports/media-files.ts';
import type { WorkerHandle, WorkerHost } from '../ports/worker-host.ts';

export interface MediaFilesOptions {
  /** Longest time for a call, milliseconds. */
  readonly limitsMs?: { readonly [Method in keyof MediaWorkerCalls]?: number };
  /** A worker without work for this long is ended; the next call starts another. Default 5,000. */
  readonly idleMs?: number;
}

const usualLimitsMs = {
  ...{ probe: 20_000, thumbnails: 60_000, waveform: 300_000, frame: 60_000 },
  // At the lowest priority, beside whatever else the machine does: an hour of film takes its time.
  proxy: 4 * 60 * 60_000,
};

/**
 * Media files read in a worker. Calls of a kind run one after another, so that a crash is the fault of the file that
 * was being read and of no other; facts do not wait for waveforms.
 */
export function createMediaFiles(workers: WorkerHost, options: MediaFilesOptions = {}): MediaFiles {
  const limitsMs = { ...usualLimitsMs, ...options.limitsMs };
  const facts = createLane(workers, options.idleMs ?? 5_000);
  const pictures = createLane(workers, options.idleMs ?? 5_000);
  const proxies = createLane(workers, options.idleMs ?? 5_000);
  return {
    probe: (path) => facts('probe', { path }, limitsMs.probe),
    thumbnails: (path, frames, heightPx) =>
      pictures('thumbnails', { path, frames, heightPx }, limitsMs.thumbnails),
    waveform: (path, bucketsPerSecond) => pictures('waveform', { path, bucketsPerSecond }, limitsMs.waveform),
    frame: (path, atFlicks) => pictures('frame', { path, atFlicks }, limitsMs.frame),
    proxy: (path, to, signal) => proxies('proxy', { path, to }, limitsMs.proxy, signal),
  };
}

type Lane = <Method extends keyof MediaWorkerCalls, T>(
  method: Method,
  params: MediaWorkerCalls[Method],
  limitMs: number,
  cancelled?: AbortSignal,
) => Promise<Result<T>>;

function createLane(workers: WorkerHost, idleMs: number): Lane {
  let worker: WorkerHandle | null = null;
  let tail: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let idleTimer: NodeJS.Timeout | undefined;

  const ask: Lane = async (method, params, limitMs, cancelled) => {
    if (worker === null || !worker.alive) worker = workers.start('media');
    const limit = AbortSignal.timeout(limitMs);
    const signal = cancelled === undefined ? limit : AbortSignal.any([limit, cancelled]);
    const result = await worker.call<never>(method, params, { signal });
    if (result.ok) return result;
    switch (result.fault.code) {
      case 'worker.died':
        return crashed(params.path, 'made the program that reads media stop', result.fault.detail);
      case 'worker.cancelled':
        return limit.aborted
          ? crashed(params.path, `took longer than ${limitMs / 1000} seconds to read`)
          : result;
      default:
        return result;
    }
  };

  return (method, params, limitMs, cancelled) => {
    clearTimeout(idleTimer);
    waiting++;
    const answer = tail.then(() => ask<typeof method, never>(method, params, limitMs, cancelled));
    tail = answer.finally(() => {
      waiting--;
      if (waiting > 0) return;
      idleTimer = setTimeout(() => void worker?.stop(), idleMs);
      idleTimer.unref();
    });
    return answer;
  };
}

function crashed(path: string, what: string, detail?: Readonly<Record<string, unknown>>): Result<never> {
  const message = `${basename(path)} ${what}. Nothing else was affected; the file is probably damaged, replace it by a good copy.`;
  return fail('media.crashed', message, { path, ...detail });
}
