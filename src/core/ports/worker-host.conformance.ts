import { afterAll, describe, expect, it } from 'vitest';
import type { WorkerHandle, WorkerHost } from './worker-host.ts';

/** What every worker host must do. `makeHost` returns one whose `media` entry is src/testing/workers/media.worker.ts. */
export function describeWorkerHost(name: string, makeHost: () => WorkerHost): void {
  describe(`${name} as a worker host`, () => {
    const host = makeHost();
    const shared = host.start('media');
    afterAll(() => host.close());

    it('carries values by structured clone', async () => {
      const value = { floats: new Float32Array([0.5, -1]), map: new Map([['a', 1n]]), nothing: undefined };
      expect(await shared.call('echo', value)).toEqual({ ok: true, value });
    });

    it('passes results and faults of the worker through', async () => {
      expect(await shared.call('succeed', null)).toEqual({ ok: true, value: undefined });
      const fault = { code: 'test.refused', message: 'Refused for the test.', detail: { kept: true } };
      expect(await shared.call('refuse', null)).toEqual({ ok: false, fault });
    });

    it('turns a throw and an unknown method into faults and stays alive', async () => {
      const thrown = await shared.call('throw', null);
      expect(thrown).toMatchObject({ fault: { code: 'worker.failed', message: 'thrown for the test' } });
      expect(await shared.call('noSuchMethod', null)).toMatchObject({ ok: false });
      expect(await shared.call('toString', null)).toMatchObject({ ok: false });
      expect(shared.alive).toBe(true);
    });

    it('delivers progress in order and before the result', async () => {
      const seen: unknown[] = [];
      const result = await shared.call('count', 200, { onProgress: (n) => seen.push(n) });
      expect(result).toEqual({ ok: true, value: 200 });
      expect(seen).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
    });

    it('keeps calls apart that are open at the same time', async () => {
      const results = await Promise.all(['a', 'b', 'c'].map((word) => shared.call('echo', word)));
      expect(results.map((result) => result.ok && result.value)).toEqual(['a', 'b', 'c']);
    });

    it('answers worker.cancelled to an aborted call, before and after it began', async () => {
      const early = await shared.call('waitForCancel', null, { signal: AbortSignal.abort() });
      expect(early).toMatchObject({ fault: { code: 'worker.cancelled' } });
      const controller = new AbortController();
      const late = await shared.call('waitForCancel', null, {
        signal: controller.signal,
        onProgress: () => controller.abort(),
      });
      expect(late).toMatchObject({ fault: { code: 'worker.cancelled' } });
      expect(shared.alive).toBe(true);
    });

    it('answers worker.bad-params to what cannot be cloned', async () => {
      const result = await shared.call('echo', () => undefined);
      expect(result).toMatchObject({ fault: { code: 'worker.bad-params' } });
    });

    it('fails every open call with worker.died when the process dies', async () => {
      const worker: WorkerHandle = host.start('media');
      const other = worker.call('waitForCancel', null);
      const seen: unknown[] = [];
      const dying = await worker.call('die', null, { onProgress: (words) => seen.push(words) });
      expect(seen).toEqual(['dying']);
      expect(dying).toMatchObject({ fault: { code: 'worker.died' } });
      expect(await other).toMatchObject({ fault: { code: 'worker.died' } });
      expect(worker.alive).toBe(false);
      expect(await worker.call('echo', 1)).toMatchObject({ fault: { code: 'worker.died' } });
      await worker.stop();
    });

    it('ends open calls with worker.cancelled when it is stopped', async () => {
      const worker = host.start('media');
      const stopped = new Promise<void>((resolve) => {
        const call = worker.call('waitForCancel', null, {
          onProgress: () => void worker.stop().then(resolve),
        });
        void call.then((result) => expect(result).toMatchObject({ fault: { code: 'worker.cancelled' } }));
      });
      await stopped;
      expect(worker.alive).toBe(false);
    });
  });
}
