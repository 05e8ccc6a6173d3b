import { describe, expect, test, vi } from 'vitest';
import type { WorkerHandle, WorkerHost } from '../../core/ports/worker-host.ts';
import { ok } from '../../domain/kernel/result.ts';
import { buildRequest } from './testing/build-request.ts';
import { createWorkerPool } from './worker-pool.ts';

/** Workers that answer when they are told to. */
function createHost() {
  const started: { alive: boolean; answers: (() => void)[] }[] = [];
  const host: WorkerHost = {
    start: (): WorkerHandle => {
      const worker = { alive: true, answers: [] as (() => void)[] };
      started.push(worker);
      return {
        get alive() {
          return worker.alive;
        },
        call: <T>() =>
          new Promise<ReturnType<typeof ok<T>>>((resolve) =>
            worker.answers.push(() => resolve(ok(null as T))),
          ),
        stop: async () => {
          worker.alive = false;
        },
      };
    },
    close: async () => undefined,
  };
  return { host, started };
}

const params = { request: buildRequest(), path: 'unused' };

describe('the worker pool', () => {
  test('starts no more workers than it has seats, and lets calls wait', async () => {
    const { host, started } = createHost();
    const pool = createWorkerPool(host, 2);
    const calls = [1, 2, 3, 4].map(() => pool.call('still', params, {}));
    await vi.waitFor(() => expect(started.flatMap((w) => w.answers)).toHaveLength(2));
    for (let answered = 0; answered < 4; answered++) {
      await vi.waitFor(() => expect(started.some((w) => w.answers.length > 0)).toBe(true));
      started.find((w) => w.answers.length > 0)?.answers.shift()?.();
    }
    expect((await Promise.all(calls)).every((result) => result.ok)).toBe(true);
    expect(started).toHaveLength(2);
    await pool.close();
    expect(started.some((w) => w.alive)).toBe(false);
  });

  test('replaces a worker that died', async () => {
    const { host, started } = createHost();
    const pool = createWorkerPool(host, 1);
    const first = pool.call('still', params, {});
    await vi.waitFor(() => expect(started[0]?.answers).toHaveLength(1));
    started[0]?.answers.shift()?.();
    await first;
    for (const worker of started) worker.alive = false;
    const second = pool.call('still', params, {});
    await vi.waitFor(() => expect(started[1]?.answers).toHaveLength(1));
    started[1]?.answers.shift()?.();
    expect((await second).ok).toBe(true);
    await pool.close();
  });

  test('does not begin what was cancelled while it waited', async () => {
    const { host, started } = createHost();
    const pool = createWorkerPool(host, 1);
    const controller = new AbortController();
    const first = pool.call('clip', params, {});
    const second = pool.call('clip', params, { signal: controller.signal });
    await vi.waitFor(() => expect(started[0]?.answers).toHaveLength(1));
    controller.abort();
    started[0]?.answers.shift()?.();
    expect((await first).ok).toBe(true);
    expect(await second).toMatchObject({ ok: false, fault: { code: 'worker.cancelled' } });
    await pool.close();
  });
});
