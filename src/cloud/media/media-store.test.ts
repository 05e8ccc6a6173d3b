import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createHttpMediaStore } from '../../adapters/sync-service/create-http-media-store.ts';
import { createSystemClock } from '../../adapters/system/system-clock.ts';
import { describeMediaStore, freeFlow, writeMedia } from '../../core/ports/media-store.conformance.ts';
import { ok, unwrap } from '../../domain/kernel/result.ts';
import { askService } from '../../testing/service/ask-service.ts';
import { startTestService, type TestService } from '../../testing/service/start-test-service.ts';
import { type TestStorage, testStorages } from '../../testing/service/test-storages.ts';

describe.each(testStorages)('kept in $name:', ({ name, start }) => {
  /** S3 compares bytes with a checksum as they come; whoever fetches from another storage compares them. */
  const tellsBytes = name === 'S3';
  let sim: TestStorage;
  let service: TestService;
  beforeAll(async () => {
    sim = await start({ minPartBytes: 4 });
    service = await startTestService({ storage: sim.settings });
  });
  afterAll(async () => {
    await service.stop();
    await sim.close();
  });

  let people = 0;
  async function open(partBytes = 40_000) {
    people += 1;
    const person = `user_${people}`;
    const projectId = `film-of-${person}`;
    const body = { id: projectId, title: '', organisationId: null };
    await askService(service, await service.token(person), 'POST', '/api/projects', body);
    const store = createHttpMediaStore({
      origin: new URL(service.origin),
      token: async () => ok(await service.token(person)),
      clock: createSystemClock(),
      partBytes,
    });
    return { store, projectId };
  }

  describeMediaStore(`the service over HTTP, with ${name}`, () => open());

  describe('a file on its way', () => {
    let folder: string;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'media-way-'));
    });
    afterEach(async () => {
      sim.setFaults([]);
      await rm(folder, { recursive: true, force: true });
    });

    test.each([1, 2, 3, 4, 5])('up, cut at part %i, goes on with that part', async (number) => {
      const { store, projectId } = await open(1_000);
      const file = await writeMedia(
        folder,
        new Uint8Array(4_500).map((_, i) => (i + number) % 251),
      );
      const puts = () => sim.requests().filter((line) => line.startsWith('PUT') && line.includes(file.id));
      sim.setFaults([{ fault: 'cut-upload', match: `partNumber=${number}` }]);
      const cut = await store.upload(projectId, file, freeFlow());
      expect(cut).toMatchObject({ ok: false, fault: { code: 'sync.unreachable' } });
      expect(puts()).toHaveLength(number);
      // As after a restart: nothing is remembered here.
      const again = freeFlow();
      unwrap(await store.upload(projectId, file, again));
      expect(
        puts()
          .slice(number)
          .map((line) => Number(line.split('=')[1])),
      ).toEqual([1, 2, 3, 4, 5].slice(number - 1));
      expect(again.gone).toBe(4_500 - (number - 1) * 1_000);
    });

    test.each(tellsBytes ? (['expired', 'other-bytes'] as const) : (['expired'] as const))(
      'up, where the storage says %s, is sent again without anybody noticing',
      async (fault) => {
        const { store, projectId } = await open(1_000);
        for (const size of [900, 2_500]) {
          const file = await writeMedia(folder, new Uint8Array(size).fill(size % 251));
          sim.setFaults([{ fault, match: 'PUT' }]);
          unwrap(await store.upload(projectId, file, freeFlow()));
          expect(unwrap(await store.stored(projectId, [file.id], freeFlow().signal)).size).toBe(1);
        }
      },
    );

    test('up, where the storage keeps refusing, ends with a reason', async () => {
      const { store, projectId } = await open();
      const file = await writeMedia(folder, new Uint8Array(900).fill(3));
      sim.setFaults([{ fault: 'expired', times: null, match: 'PUT' }]);
      const refused = await store.upload(projectId, file, freeFlow());
      expect(refused).toMatchObject({ ok: false, fault: { code: 'sync.broken' } });
      sim.setFaults([{ fault: 'slow-down', match: 'PUT' }]);
      const busy = await store.upload(projectId, file, freeFlow());
      expect(busy).toMatchObject({ ok: false, fault: { code: 'sync.storage-asleep' } });
    });

    test('down, cut in the middle, goes on from there', async () => {
      const { store, projectId } = await open();
      const bytes = new Uint8Array(200_000).map((_, i) => (i * 7) % 251);
      const file = await writeMedia(folder, bytes);
      unwrap(await store.upload(projectId, file, freeFlow()));
      const partial = join(folder, 'come.partial');
      sim.setFaults([{ fault: 'cut-download' }]);
      const cut = await store.download(projectId, file.id, partial, freeFlow());
      expect(cut).toMatchObject({ ok: false, fault: { code: 'sync.unreachable' } });
      const arrived = (await stat(partial)).size;
      expect(arrived).toBeGreaterThan(0);
      const flow = freeFlow();
      unwrap(await store.download(projectId, file.id, partial, flow));
      expect(flow.gone).toBe(200_000 - arrived);
      expect(new Uint8Array(await readFile(partial))).toEqual(bytes);
    });
  });
});
