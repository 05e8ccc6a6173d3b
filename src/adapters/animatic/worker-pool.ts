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
}

/** A few workers, started when they are first needed; a call waits for a free one. A dead worker is replaced. */
export function createWorkerPool(host: WorkerHost, size: number): WorkerPool {
  const seats: Seat[] = Array.from({ length: size }, () => ({ worker: null, busy: false }));
  const waiting: ((seat: Seat) => void)[] = [];
  let closed = false;

  const take = (): Promise<Seat> => {
    const free =
      seats.find((seat) => !seat.busy && seat.worker?.alive === true) ?? seats.find((seat) => !seat.busy);
    if (free !== undefined) {
      free.busy = true;
      return Promise.resolve(free);
    }
    return new Promise((resolve) => waiting.push(resolve));
  };
  const giveBack = (seat: Seat): void => {
    const next = waiting.shift();
    if (next === undefined) seat.busy = false;
    else next(seat);
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
      await Promise.all(seats.map((seat) => seat.worker?.stop()));
    },
  };
}
