import type { CallOptions, WorkerHandle, WorkerHost } from '../../core/ports/worker-host.ts';
import { fail, type Result } from '../../domain/kernel/result.ts';
import type { DrawParams } from './animatic-methods.ts';

export interface WorkerPool {
  call(method: 'still' | 'clip', params: DrawParams, options: CallOptions): Promise<Result<null>>;
  close(): Promise<void>;
}

interface Seat {
  worker: WorkerHandle | null;
  busy: boolean;
  idle: NodeJS.Timeout | null;
}

/** A worker with nothing to do is ended: it holds some 200 MB that an export can use, and starts again in 0.3 s. */
const idleMs = 600;

/** A few workers, started when they are first needed; a call waits for a free one. A dead worker is replaced. */
export function createWorkerPool(host: WorkerHost, size: number): WorkerPool {
  const seats: Seat[] = Array.from({ length: size }, () => ({ worker: null, busy: false, idle: null }));
  const waiting: ((seat: Seat) => void)[] = [];
  let closed = false;

  const take = (): Promise<Seat> => {
    const free =
      seats.find((seat) => !seat.busy && seat.worker?.alive === true) ?? seats.find((seat) => !seat.busy);
    if (free === undefined) return new Promise((resolve) => waiting.push(resolve));
    free.busy = true;
    if (free.idle !== null) clearTimeout(free.idle);
    free.idle = null;
    return Promise.resolve(free);
  };
  const giveBack = (seat: Seat): void => {
    const next = waiting.shift();
    if (next !== undefined) {
      next(seat);
      return;
    }
    seat.busy = false;
    seat.idle = setTimeout(() => {
      const { worker } = seat;
      seat.worker = null;
      void worker?.stop();
    }, idleMs);
    // Waiting to end a worker keeps nobody from leaving: workers end with the studio.
    seat.idle.unref();
  };

  return {
    call: async (method, params, options) => {
      const seat = await take();
      try {
        if (closed || options.signal?.aborted === true)
          return fail('worker.cancelled', 'The drawing was cancelled. Nothing was stored.');
        if (seat.worker === null || !seat.worker.alive) seat.worker = host.start('animatic');
        return await seat.worker.call<null>(method, params, options);
      } finally {
        giveBack(seat);
      }
    },
    close: async () => {
      closed = true;
      for (const seat of seats) if (seat.idle !== null) clearTimeout(seat.idle);
      await Promise.all(seats.map((seat) => seat.worker?.stop()));
    },
  };
}
