import { afterEach, describe, expect, it } from 'vitest';
import { createNodeWorkerHost } from '../../adapters/worker-processes/create-node-worker-host.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import type { WorkerHost } from '../ports/worker-host.ts';
import { createMediaFiles } from './create-media-files.ts';

let workers: WorkerHost;
afterEach(() => workers.close());

/** Workers that serve `probe` by the name of the file: crash.mp4 kills them, hang.mp4 never answers. */
const oddWorkers = (): WorkerHost =>
  createNodeWorkerHost({
    entryFolder: new URL('../../testing/workers/', import.meta.url),
    cancelGraceMs: 50,
  });

describe('createMediaFiles', () => {
  it('answers media.crashed for the file that ended the worker, and goes on with the next', async () => {
    workers = oddWorkers();
    const files = createMediaFiles(workers);
    const [before, crashed, after] = await Promise.all([
      files.probe('/media/one.mp4'),
      files.probe('/media/crash.mp4'),
      files.probe('/media/two.mp4'),
    ]);
    expect(before.ok).toBe(true);
    expect(crashed).toMatchObject({ ok: false, fault: { code: 'media.crashed' } });
    expect(crashed.ok ? '' : crashed.fault.message).toContain('crash.mp4');
    expect(after.ok).toBe(true);
  });

  it('gives up on a file that takes too long', async () => {
    workers = oddWorkers();
    const files = createMediaFiles(workers, {
      // Long enough for the worker after it to start on a machine that has other work.
      limitsMs: { probe: 3_000, thumbnails: 3_000, waveform: 3_000, frame: 3_000 },
    });
    const [hung, after] = await Promise.all([files.probe('/media/hang.mp4'), files.probe('/media/two.mp4')]);
    expect(hung).toMatchObject({ ok: false, fault: { code: 'media.crashed' } });
    expect(after.ok).toBe(true);
  });

  it('ends an idle worker and starts another for the next call', async () => {
    let stopped = 0;
    let started = 0;
    workers = {
      start() {
        started++;
        let alive = true;
        return {
          get alive() {
            return alive;
          },
          call: async <T>() => ok(undefined as T),
          stop: async () => {
            alive = false;
            stopped++;
          },
        };
      },
      close: async () => undefined,
    };
    const files = createMediaFiles(workers, { idleMs: 1 });
    await files.probe('/media/one.mp4');
    await expect.poll(() => stopped).toBe(1);
    await files.probe('/media/two.mp4');
    expect(started).toBe(2);
  });

  it('passes the faults of a file on as they are', async () => {
    const fault = fail('media.damaged', 'broken');
    workers = {
      start: () => ({ alive: true, call: async () => fault, stop: async () => undefined }),
      close: async () => undefined,
    };
    expect(await createMediaFiles(workers).waveform('/media/one.mp4', 10)).toEqual(fault);
  });
});
