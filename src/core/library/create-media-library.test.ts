import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createNodeWorkerHost } from '../../adapters/worker-processes/create-node-worker-host.ts';
import { AssetId } from '../../domain/kernel/ids.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { createTestStore, type TestStore } from '../../testing/create-test-store.ts';
import { writeTestFilm } from '../../testing/media/write-test-film.ts';
import type { WorkerHost } from '../ports/worker-host.ts';
import { createMediaFiles } from './create-media-files.ts';
import { createMediaLibrary } from './create-media-library.ts';
import type { MediaLibrary } from './media-library.ts';

let studio: TestStore;
let workers: WorkerHost;
let library: MediaLibrary;
const incoming = (): string[] => readdirSync(join(studio.home, 'media', 'incoming'));
const file = (name: string): string => join(studio.home, name);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

beforeEach(() => {
  studio = createTestStore();
  workers = createNodeWorkerHost();
  library = open();
});
afterEach(async () => {
  await workers.close();
  studio.dispose();
});

function open(): MediaLibrary {
  return createMediaLibrary({
    store: studio.store,
    mediaFiles: createMediaFiles(workers),
    clock: studio.clock,
  });
}

describe('storing files', () => {
  it('keeps a file once under its digest, however often and in whatever way it comes', async () => {
    const bytes = new Uint8Array(3_000_000).map((_, i) => (i * 31) % 251);
    writeFileSync(file('brought.bin'), bytes);
    const first = unwrap(await library.putFile(file('brought.bin'), { extension: 'bin' }));
    const id = sha256(bytes);
    expect(first).toEqual({
      id,
      path: join(studio.home, 'media', id.slice(0, 2), id.slice(2, 4), `${id}.bin`),
      bytes: 3_000_000,
      known: false,
    });
    expect(readFileSync(first.path).equals(Buffer.from(bytes))).toBe(true);
    expect(unwrap(await library.putBytes(bytes, { extension: 'bin' })).known).toBe(true);
    expect(existsSync(file('brought.bin'))).toBe(true);
    const moved = unwrap(await library.putFile(file('brought.bin'), { extension: 'bin', move: true }));
    expect(moved.known).toBe(true);
    expect(existsSync(file('brought.bin'))).toBe(false);
    expect(incoming()).toEqual([]);
  });

  it('moves a file without a second copy', async () => {
    writeFileSync(file('fetched.bin'), 'fetched');
    const inode = statSync(file('fetched.bin')).ino;
    const stored = unwrap(await library.putFile(file('fetched.bin'), { extension: 'bin', move: true }));
    expect(statSync(stored.path).ino).toBe(inode);
    expect(existsSync(file('fetched.bin'))).toBe(false);
  });

  it('puts a good file in the place of one that was cut short', async () => {
    const stored = unwrap(await library.putBytes(new Uint8Array([1, 2, 3]), { extension: 'bin' }));
    writeFileSync(stored.path, new Uint8Array([1]));
    unwrap(await library.putBytes(new Uint8Array([1, 2, 3]), { extension: 'bin' }));
    expect([...readFileSync(stored.path)]).toEqual([1, 2, 3]);
  });

  it('removes what a killed process left half written when it opens', () => {
    mkdirSync(join(studio.home, 'media', 'incoming'), { recursive: true });
    writeFileSync(join(studio.home, 'media', 'incoming', 'put-1234'), 'half');
    writeFileSync(join(studio.home, 'media', 'incoming', 'job-7.part'), 'a download that can go on');
    open();
    expect(incoming()).toEqual(['job-7.part']);
  });

  it('names the folder when it cannot write, and keeps the source', async () => {
    writeFileSync(file('media'), 'a file where the folder should be');
    writeFileSync(file('source.bin'), 'source');
    const result = await library.putFile(file('source.bin'), { extension: 'bin', move: true });
    expect(result).toMatchObject({ ok: false, fault: { code: 'library.not-stored' } });
    expect(result.ok ? '' : result.fault.message).toContain(file('media'));
    expect(readFileSync(file('source.bin'), 'utf8')).toBe('source');
    expect(library.hasRoom(1).ok).toBe(false);
    rmSync(file('media'));
  });

  it('knows whether there is room', () => {
    expect(library.hasRoom(1_000).ok).toBe(true);
    expect(library.hasRoom(Number.MAX_SAFE_INTEGER)).toMatchObject({ fault: { code: 'library.disk-full' } });
  });

  it('says which source cannot be read', async () => {
    const result = await library.putFile(file('missing.bin'), { extension: 'bin' });
    expect(result).toMatchObject({ ok: false, fault: { code: 'library.source-unreadable' } });
  });
});

describe('assets', () => {
  it('are imported with facts, once', async () => {
    await writeTestFilm(file('clip.mp4'), { toneHz: 300, frames: 12 });
    const [asset, again] = unwrap(await library.importMedia([file('clip.mp4'), file('clip.mp4')]));
    expect(asset).toMatchObject({ kind: 'video', mime: 'video/mp4', extension: 'mp4', origin: 'imported' });
    expect(asset?.name).toBe('clip.mp4');
    expect(asset?.facts).toMatchObject({ video: { codec: 'h264' }, audio: { codec: 'aac' } });
    expect(again).toEqual(asset);
    expect(unwrap(await library.importMedia([file('clip.mp4')]))).toEqual([asset]);
    const id = asset?.id ?? AssetId.parse('0'.repeat(64));
    expect(studio.store.row('asset', id)).toEqual(asset);
    expect(unwrap(library.assetPath(id)).mime).toBe('video/mp4');
    expect(await library.verify(id)).toEqual({ ok: true, value: undefined });
  });

  it('are imported all or none: the refused file is named', async () => {
    await writeTestFilm(file('good.mp4'), { frames: 2 });
    writeFileSync(file('words.mp4'), 'only words');
    const result = await library.importMedia([file('good.mp4'), file('words.mp4')]);
    expect(result).toMatchObject({ ok: false, fault: { code: 'media.unsupported' } });
    expect(result.ok ? '' : result.fault.message).toContain('words.mp4');
    expect(existsSync(join(studio.home, 'media'))).toBe(false);
  });

  it('keep the story that a project came from', async () => {
    const story = new TextEncoder().encode('INT. HOUSE - DAY');
    const as = {
      origin: 'source',
      name: 'story.fountain',
      extension: 'fountain',
      mime: 'text/plain',
    } as const;
    const added = unwrap(await library.addText(story, as));
    expect(added.asset).toMatchObject({ kind: 'text', facts: null, bytes: 16 });
    expect(added.patch.changes.length).toBe(1);
  });

  it('that are damaged or gone are told apart', async () => {
    await writeTestFilm(file('clip.mp4'), { frames: 2 });
    const [asset] = unwrap(await library.importMedia([file('clip.mp4')]));
    const id = asset?.id ?? AssetId.parse('0'.repeat(64));
    const { path } = unwrap(library.assetPath(id));
    const whole = readFileSync(path);
    writeFileSync(path, whole.subarray(1));
    expect(library.assetPath(id)).toMatchObject({ fault: { code: 'library.damaged' } });
    writeFileSync(path, whole.fill(0, 100, 110));
    expect(library.assetPath(id).ok).toBe(true);
    expect(await library.verify(id)).toMatchObject({ fault: { code: 'library.damaged' } });
    rmSync(path);
    expect(library.assetPath(id)).toMatchObject({ fault: { code: 'library.not-found' } });
    expect(library.assetPath(AssetId.parse('f'.repeat(64)))).toMatchObject({
      fault: { code: 'library.not-found' },
    });
  });
});

describe('the cache', () => {
  it('makes thumbnails and waveforms once, and again when it was emptied', async () => {
    await writeTestFilm(file('clip.mp4'), { frames: 24, toneHz: 300 });
    const [asset] = unwrap(await library.importMedia([file('clip.mp4')]));
    const id = asset?.id ?? AssetId.parse('0'.repeat(64));
    const [one, two] = await Promise.all([library.thumbnails(id, 5, 36), library.thumbnails(id, 5, 36)]);
    expect(unwrap(one)).toEqual(unwrap(two));
    expect(unwrap(one)).toMatchObject({ columns: 5, widthPx: 64, heightPx: 36 });
    const old = new Date(1_000_000);
    utimesSync(unwrap(one).path, old, old);
    unwrap(await library.thumbnails(id, 5, 36));
    expect(statSync(unwrap(one).path).mtime).toEqual(old);
    const peaks = unwrap(await library.waveform(id, 100));
    expect(readFileSync(peaks.path).length).toBe(200);
    rmSync(join(studio.home, 'cache'), { recursive: true });
    expect(readFileSync(unwrap(await library.waveform(id, 100)).path).length).toBe(200);
    expect(unwrap(await library.thumbnails(id, 5, 36))).toEqual(unwrap(one));
  });
});

describe('what stands in a file’s place', () => {
  const never = new AbortController().signal;
  const noise = (rgba: Uint8Array, frame: number): void => {
    for (let at = 0; at < rgba.length; at += 4) rgba.fill((at * 31 + frame * 7) & 255, at, at + 3);
  };

  it('is a proxy, until the file is back: the one that it was and no other', async () => {
    const path = file('film.mp4');
    await writeTestFilm(path, { widthPx: 320, heightPx: 180, frames: 6, paint: noise, crf: 2 });
    const options = { projectId: null, label: 'Import', undoable: false };
    const film = unwrap(await library.addMedia(path, { origin: 'imported', name: 'film.mp4' }));
    unwrap(studio.store.commit(film.patch, options));
    const { id } = film.asset;
    const proxy = unwrap(await library.addProxy(id, never));
    if (proxy === null) throw new Error('it is much smaller');
    unwrap(studio.store.commit(proxy.patch, options));
    expect(proxy.asset).toMatchObject({ proxyOf: id, heldBy: [studio.store.deviceId], name: 'film.mp4' });
    expect(proxy.asset.bytes).toBeLessThan(film.asset.bytes * 0.7);
    expect(incoming()).toEqual([]);
    expect(unwrap(library.viewPath(id)).shownId).toBe(id);

    rmSync(unwrap(library.assetPath(id)).path);
    expect(unwrap(library.viewPath(id))).toMatchObject({ shownId: proxy.asset.id, mime: 'video/mp4' });
    expect(unwrap(await library.thumbnails(id, 1, 32)).shownId).toBe(proxy.asset.id);
    // What is made of a film's own bytes is never made of a proxy.
    expect(library.assetPath(id).ok).toBe(false);
    expect((await library.addFrame(id, 0, { origin: 'generated', name: 'frame' })).ok).toBe(false);

    writeFileSync(file('other.mp4'), 'another file');
    expect(await library.putBack(id, file('other.mp4'), 'mine.mp4')).toMatchObject({
      fault: { code: 'library.another-file', message: expect.stringContaining('mine.mp4') },
    });
    expect(await library.putBack(id, file('nowhere.mp4'))).toMatchObject({
      fault: { code: 'library.source-unreadable' },
    });
    expect(library.assetPath(id).ok).toBe(false);
    unwrap(await library.putBack(id, path));
    expect(unwrap(library.viewPath(id)).shownId).toBe(id);
    expect(existsSync(path)).toBe(true);
  });

  it('is not kept where it would hardly be smaller, and nothing is left of one that is cancelled', async () => {
    const path = file('small.mp4');
    await writeTestFilm(path, { frames: 2 });
    const { asset, patch } = unwrap(await library.addMedia(path, { origin: 'imported', name: 'small' }));
    unwrap(studio.store.commit(patch, { projectId: null, label: 'Import', undoable: false }));
    expect(unwrap(await library.addProxy(asset.id, never))).toBeNull();
    const cancelled = await library.addProxy(asset.id, AbortSignal.abort());
    expect(cancelled).toMatchObject({ fault: { code: 'worker.cancelled' } });
    expect(incoming()).toEqual([]);
  });

  it('counts as kept where the file is known to be elsewhere', () => {
    const id = AssetId.parse('a'.repeat(64));
    const elsewhere = createMediaLibrary({
      store: studio.store,
      mediaFiles: createMediaFiles(workers),
      clock: studio.clock,
      isElsewhere: (one) => one === id,
    });
    expect([library.isKept(id), elsewhere.isKept(id)]).toEqual([false, true]);
  });
});
