import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AssetId } from '../../domain/kernel/ids.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import type { MediaFlow, MediaStore, MediaUpload } from './media-store.ts';

export interface MediaStoreBench {
  readonly store: MediaStore;
  /** One that the person may change, in which nothing is yet. */
  readonly projectId: string;
}

/** A file as the library has it. */
export async function writeMedia(folder: string, bytes: Uint8Array): Promise<MediaUpload> {
  const id = AssetId.parse(createHash('sha256').update(bytes).digest('hex'));
  const path = join(folder, `${id}.mp4`);
  await writeFile(path, bytes);
  return { id, path, bytes: bytes.length, mime: 'video/mp4' };
}

/** Without a limit; counts what has gone. */
export function freeFlow(signal = new AbortController().signal): MediaFlow & { gone: number } {
  const flow = {
    gone: 0,
    pace: async () => undefined,
    onBytes(bytes: number) {
      flow.gone += bytes;
    },
    signal,
  };
  return flow;
}

/** What every media store does, wherever it keeps its files. */
export function describeMediaStore(name: string, open: () => Promise<MediaStoreBench>): void {
  describe(`media store: ${name}`, () => {
    let folder: string;
    let bench: MediaStoreBench;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'media-store-'));
      bench = await open();
    });
    afterEach(() => rm(folder, { recursive: true, force: true }));
    const signal = new AbortController().signal;

    test.each([1, 1_000, 100_000])('keeps a file of %i bytes and gives it back', async (size) => {
      const { store, projectId } = bench;
      const bytes = new Uint8Array(size).map((_, i) => (i * 31 + size) % 251);
      const file = await writeMedia(folder, bytes);
      expect(unwrap(await store.stored(projectId, [file.id], signal)).size).toBe(0);
      const flow = freeFlow();
      unwrap(await store.upload(projectId, file, flow));
      expect(flow.gone).toBe(size);
      expect([...unwrap(await store.stored(projectId, [file.id], signal))]).toEqual([file.id]);
      // What is there is not sent again.
      unwrap(await store.upload(projectId, file, flow));
      expect(flow.gone).toBe(size);
      const partial = join(folder, 'come.partial');
      unwrap(await store.download(projectId, file.id, partial, freeFlow()));
      expect(new Uint8Array(await readFile(partial))).toEqual(bytes);
    });

    test('goes on from a beginning that is there, and begins anew where it is longer than the file', async () => {
      const { store, projectId } = bench;
      const bytes = new Uint8Array(10_000).map((_, i) => i % 251);
      const file = await writeMedia(folder, bytes);
      unwrap(await store.upload(projectId, file, freeFlow()));
      const partial = join(folder, 'come.partial');
      for (const [length, gone] of [
        [4_000, 6_000],
        [10_000, 0],
        [12_000, 10_000],
      ] as const) {
        const beginning = new Uint8Array(length);
        beginning.set(bytes.subarray(0, length));
        await writeFile(partial, beginning);
        const flow = freeFlow();
        unwrap(await store.download(projectId, file.id, partial, flow));
        expect(flow.gone).toBe(gone);
        expect((await readFile(partial)).subarray(0, 10_000)).toEqual(Buffer.from(bytes));
      }
    });

    test('says what it has not got, and stops when it is told to', async () => {
      const { store, projectId } = bench;
      const file = await writeMedia(folder, new Uint8Array(50_000).fill(7));
      const absent = await store.download(projectId, file.id, join(folder, 'none'), freeFlow());
      expect(absent).toMatchObject({ ok: false, fault: { code: 'sync.no-media' } });
      const stopping = new AbortController();
      const stopped = await store.upload(projectId, file, {
        ...freeFlow(stopping.signal),
        pace: async () => stopping.abort(),
      });
      expect(stopped).toMatchObject({ ok: false, fault: { code: 'sync.unreachable' } });
      unwrap(await store.upload(projectId, file, freeFlow()));
    });
  });
}
