import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openPool } from '../../adapters/neon/connection/open-pool.ts';
import { openSyncDatabase, type SyncDatabase } from '../../adapters/neon/sync-database.ts';
import { formatHlc } from '../../domain/kernel/hlc.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { pushedAsset } from '../../testing/builders/pushed-rows.ts';
import { askService } from '../../testing/service/ask-service.ts';
import { sendFile } from '../../testing/service/send-file.ts';
import { startTestService, type TestService } from '../../testing/service/start-test-service.ts';
import { type TestStorage, testStorages } from '../../testing/service/test-storages.ts';
import type { LogEntry } from '../observed/log.ts';
import type { MediaStorage } from '../ports/media-storage.ts';
import { createSweeper, type SweeperParts } from './create-sweeper.ts';
import { openStorage } from './open-storage.ts';

const dayMs = 86_400_000;

describe.each(testStorages)('what nobody has any more, kept in $name,', ({ name, start }) => {
  let nowMs = Date.now();
  const now = () => nowMs;
  let sim: TestStorage;
  let service: TestService;
  let database: SyncDatabase;
  let root: ReturnType<typeof openPool>;
  let storage: MediaStorage;
  beforeAll(async () => {
    sim = await start({ now, minPartBytes: 4 });
    service = await startTestService({ now, storage: sim.settings });
    const { url } = service.postgres;
    const patience = { connectTimeoutMs: 5_000, statementTimeoutMs: 10_000, patienceMs: 5_000 };
    database = openSyncDatabase({ url, connections: 4, now, ...patience });
    root = openPool({ url, connections: 1, connectTimeoutMs: 5_000 });
    const opened = openStorage(sim.settings, now, () => undefined);
    if (opened === null) throw new Error('There is no storage.');
    storage = opened;
  });
  afterAll(async () => {
    await root.end();
    await database.close();
    await service.stop();
    await sim.close();
  });
  beforeEach(() => sim.setFaults([]));

  const logged: LogEntry[] = [];
  const sweeperOf = (parts: Partial<SweeperParts> = {}) =>
    createSweeper({
      ...{ keeper: database.media.keeper, storage, now, log: (entry) => void logged.push(entry) },
      ...parts,
    });
  const sweep = async (parts: Partial<SweeperParts> = {}) => unwrap(await sweeperOf(parts).sweep());

  let films = 0;
  /** A project of somebody, with files that it has as assets. */
  async function filmOf(person: string, texts: readonly string[]) {
    films += 1;
    const id = `film-${name}-${films}`;
    const ask = async (method: string, path: string, body?: unknown) =>
      askService(service, await service.token(person), method, path, body);
    await ask('POST', '/api/projects', { id, title: '', organisationId: null });
    const assets = (method: string, rest: string, body: unknown) =>
      ask(method, `/api/projects/${id}/assets/${rest}`, body);
    const hashes: string[] = [];
    for (const text of texts) hashes.push(await sendFile(assets, Buffer.from(text)));
    let batch = 0;
    const push = async (rows: readonly object[]) => {
      batch += 1;
      const upTo = formatHlc({ ms: nowMs, counter: batch, device: 'laptop' });
      const pushed = await ask('POST', `/api/projects/${id}/push`, {
        ...{ device: 'laptop', schema: 7, batch, batchId: `batch-${id}-${batch}`, upTo, cursor: 0, rows },
      });
      expect(pushed.status, pushed.text).toBe(200);
    };
    const stamp = (counter: number) => formatHlc({ ms: nowMs, counter, device: 'laptop' });
    await push(hashes.map((sha256) => pushedAsset(sha256, stamp(0))));
    return {
      ...{ id, hashes, ask, assets, push },
      /** As a device does it: the row is a deleted one from now on. */
      deleteAsset: (sha256: string) => push([{ e: 'asset', id: sha256, b: stamp(0), d: stamp(9), v: {} }]),
      used: async () => (await ask('GET', '/api/usage')).json.used.mediaBytes as number,
    };
  }
  const isThere = (sha256: string): boolean => sim.keys().some((key) => key.endsWith(sha256));
  const removals = () => sim.requests().filter((line) => /^DELETE|\/delete$/.test(line)).length;

  test('is kept for a week, and goes then; what a project has stays', async () => {
    const film = await filmOf('user_week', ['kept', 'deleted', 'in both']);
    const other = await filmOf('user_week', ['in both']);
    const [kept = '', deleted = '', both = ''] = film.hashes;
    await film.deleteAsset(deleted);
    await film.deleteAsset(both);
    expect(await sweep()).toMatchObject({ unused: 1, forgotten: 0 });
    nowMs += 6 * dayMs;
    expect(await sweep()).toMatchObject({ unused: 0, forgotten: 0 });
    expect([kept, deleted, both].map(isThere)).toEqual([true, true, true]);
    nowMs += 2 * dayMs;
    expect(await sweep()).toMatchObject({ forgotten: 1, removed: 1, waiting: 0 });
    expect([kept, deleted, both].map(isThere)).toEqual([true, false, true]);
    expect(await film.used()).toBe('kept'.length + 'in both'.length);
    expect((await other.assets('POST', 'which', { hashes: [deleted, both] })).json.stored).toEqual([both]);
    // Whoever has it still sends it again, under a name of its own.
    await sendFile(film.assets, Buffer.from('deleted'));
    expect(isThere(deleted)).toBe(true);
  });

  test('is asked for again within the week, and stays', async () => {
    const film = await filmOf('user_again', ['wanted again']);
    const [sha256 = ''] = film.hashes;
    await film.deleteAsset(sha256);
    await sweep();
    nowMs += 6 * dayMs;
    expect((await film.assets('POST', 'which', { hashes: [sha256] })).json.stored).toEqual([sha256]);
    nowMs += 2 * dayMs;
    // Found without a project anew: the week begins again.
    await sweep();
    expect(isThere(sha256)).toBe(true);
    nowMs += 8 * dayMs;
    await sweep();
    expect(isThere(sha256)).toBe(false);
  });

  test('was of a project that is gone for good', async () => {
    const film = await filmOf('user_purge', ['of a film that is gone']);
    await root.query('delete from reelwright.projects where id = $1', [film.id]);
    await sweep();
    nowMs += 8 * dayMs;
    await sweep();
    expect(film.hashes.map(isThere)).toEqual([false]);
    expect(await film.used()).toBe(0);
  });

  test('is not that of a project that can still be brought back, and goes a week after it cannot', async () => {
    const film = await filmOf('user_back', ['of a film that was taken away']);
    const remove = () => film.ask('DELETE', `/api/projects/${film.id}`);
    expect((await remove()).status).toBe(200);
    await sweep();
    nowMs += 20 * dayMs;
    await sweep();
    nowMs += 8 * dayMs;
    await sweep();
    expect((await film.ask('POST', `/api/projects/${film.id}/restore`)).status).toBe(200);
    expect((await film.assets('POST', 'which', { hashes: film.hashes })).json.stored).toEqual(film.hashes);
    await remove();
    nowMs += 31 * dayMs;
    unwrap(await database.forgetRemoved());
    await sweep();
    expect(film.hashes.map(isThere)).toEqual([true]);
    nowMs += 8 * dayMs;
    await sweep();
    expect(film.hashes.map(isThere)).toEqual([false]);
  });

  test('was begun and not gone on with: its bytes count no more, and the storage ends the upload', async () => {
    const film = await filmOf('user_half', []);
    const bytes = Buffer.from('eight by');
    const parts = [bytes.subarray(0, 4), bytes.subarray(4)].map((piece) =>
      createHash('sha256').update(piece).digest('hex'),
    );
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const request = { sha256, bytes: 8, mime: 'video/mp4', partBytes: 4, parts };
    await film.assets('POST', 'uploads', request);
    // Of nobody: whoever began it ended before it was noted.
    const [key, mime] = ['u/nobody/x', 'video/mp4'];
    unwrap(await storage.beginParts({ key, mime, bytes: 8, sha256 }));
    expect(await film.used()).toBe(8);
    nowMs += 6 * dayMs;
    await film.assets('POST', 'uploads', request);
    nowMs += 6 * dayMs;
    // Somebody went on with it six days ago.
    expect(await sweep()).toMatchObject({ forgotten: 0, ended: name === 'S3' ? 1 : 0 });
    nowMs += 2 * dayMs;
    expect(await sweep()).toMatchObject({ forgotten: 1 });
    expect(await film.used()).toBe(0);
    // Vercel Blob has no call for ending one.
    if (name === 'S3') expect(sim.openUploads()).toBe(0);
  });

  test('a cut that was replaced goes some hours later, unless the film has it itself', async () => {
    const film = await filmOf('user_cuts', ['\0\0\0\x10ftypisom the first, which is an asset, too']);
    const publish = async (words: string) => {
      const bytes = Buffer.from(`\0\0\0\x10ftypisom ${words}`, 'latin1');
      const sha256 = await sendFile(film.assets, bytes);
      const cut = { sha256, bytes: bytes.length, durationMs: 10, shots: [] };
      expect((await film.ask('POST', `/api/projects/${film.id}/cut`, cut)).json).toEqual({ published: true });
      return sha256;
    };
    const first = await publish('the first, which is an asset, too');
    const second = await publish('the second');
    const third = await publish('the third');
    const all = [first, second, third];
    await sweep();
    expect(all.map(isThere)).toEqual([true, true, true]);
    nowMs += 4 * 3_600_000;
    unwrap(await sweeperOf().remove());
    expect(all.map(isThere)).toEqual([true, false, true]);
    nowMs += 30 * dayMs;
    await sweep();
    expect(all.map(isThere)).toEqual([true, false, true]);
  });

  test('is removed to the end, wherever whoever removed it was killed, and by nobody twice', async () => {
    const texts = Array.from({ length: 6 }, (_, n) => `file ${n} of those that go`);
    const film = await filmOf('user_kill', [...texts, 'the one that stays']);
    const stays = film.hashes.at(-1) ?? '';
    for (const sha256 of film.hashes.slice(0, -1)) await film.deleteAsset(sha256);
    await sweep();
    nowMs += 8 * dayMs;
    const before = removals();
    for (let alive = 1; alive <= 3; alive++) {
      let calls = 0;
      const dying: MediaStorage = {
        ...storage,
        async remove(key) {
          calls += 1;
          // Nothing of the process runs on, and the database is told nothing.
          if (calls > alive) throw new Error('killed');
          return storage.remove(key);
        },
      };
      await expect(sweeperOf({ storage: dying }).sweep()).rejects.toThrow('killed');
      // Another copy leaves alone what the first may still be at.
      const [one, two] = await Promise.all([sweep(), sweep()]);
      expect(one.removed + two.removed).toBe(0);
      nowMs += 16 * 60_000;
    }
    const [one, two] = await Promise.all([sweep(), sweep()]);
    expect(one.removed + two.removed).toBe(6);
    expect(removals() - before).toBe(1 + 2 + 3 + 6);
    expect(film.hashes.map(isThere)).toEqual([...texts.map(() => false), true]);
    expect(isThere(stays)).toBe(true);
    expect(await sweep()).toMatchObject({ removed: 0, waiting: 0 });
  });

  test('waits while the storage sleeps, and is counted', async () => {
    const film = await filmOf('user_sleep', ['to be removed later']);
    const seen: [number, number][] = [];
    const onSwept = (removed: number, waiting: number) => void seen.push([removed, waiting]);
    sim.setFaults([{ fault: 'asleep', times: null }]);
    const gone = await film.ask('DELETE', '/api/account', { confirm: 'delete my account' });
    expect(gone.json).toMatchObject({ deleted: { files: 0 }, filesLeft: 1 });
    nowMs += 16 * 60_000;
    expect(await sweep({ onSwept })).toMatchObject({ removed: 0, waiting: 1 });
    expect(logged.at(-2)).toMatchObject({ event: 'not-removed', code: 'sync.storage-asleep' });
    sim.setFaults([]);
    nowMs += 16 * 60_000;
    expect(await sweep({ onSwept })).toMatchObject({ removed: 1, waiting: 0 });
    expect(seen).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(film.hashes.map(isThere)).toEqual([false]);
  });

  test('is looked after by itself, and not once the service ends', async () => {
    const film = await filmOf('user_alone', ['to go by itself']);
    const told: number[] = [];
    const sweeper = sweeperOf({ onSwept: (removed) => void told.push(removed) });
    await root.query('delete from reelwright.projects where id = $1', [film.id]);
    await root.query(`update reelwright.media_files set unused_since_ms = 0 where sha256 = $1`, film.hashes);
    sweeper.wake();
    await expect.poll(() => film.hashes.map(isThere)).toEqual([false]);
    await sweeper.stop();
    expect(told.reduce((a, b) => a + b, 0)).toBe(1);
    sweeper.wake();
    sweeper.start();
  });
});
