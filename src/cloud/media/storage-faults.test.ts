import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StorageFault } from '../../../tools/sim-parts/storage-sim.ts';
import { createHttpMediaStore } from '../../adapters/sync-service/create-http-media-store.ts';
import { createSystemClock } from '../../adapters/system/system-clock.ts';
import { freeFlow, writeMedia } from '../../core/ports/media-store.conformance.ts';
import { ok, unwrap } from '../../domain/kernel/result.ts';
import { faultCount } from '../../testing/fault-counts.ts';
import { noteFigure } from '../../testing/note-figure.ts';
import { createSeededRandom } from '../../testing/seeded-random.ts';
import { askService } from '../../testing/service/ask-service.ts';
import { startTestService, type TestService } from '../../testing/service/start-test-service.ts';
import { type TestStorage, testStorages } from '../../testing/service/test-storages.ts';

const runs = faultCount(300, 8);
const partBytes = 1_000;
const faults = ['slow-down', 'asleep', 'cut-upload', 'lose-answer', 'cut-download', 'expired'] as const;
const mostTries = 60;

describe.each(testStorages)('$name, with a line and a storage that fail at random,', ({ name, start }) => {
  let sim: TestStorage;
  let service: TestService;
  let folder: string;
  beforeAll(async () => {
    sim = await start({ minPartBytes: 4 });
    service = await startTestService({ storage: sim.settings });
    folder = await mkdtemp(join(tmpdir(), 'media-faults-'));
  });
  afterAll(async () => {
    await service.stop();
    await sim.close();
    await rm(folder, { recursive: true, force: true });
  });

  test(`keeps and gives back ${runs} files, and is sent nothing twice that had arrived`, async () => {
    let [tries, struckFaults, resent] = [0, 0, 0];
    for (let run = 0; run < runs; run++) {
      const random = createSeededRandom(`storage faults ${name} ${run}`);
      const person = `user_fault_${run}`;
      const projectId = `film-${name}-${run}`;
      const body = { id: projectId, title: '', organisationId: null };
      await askService(service, await service.token(person), 'POST', '/api/projects', body);
      const store = createHttpMediaStore({
        origin: new URL(service.origin),
        token: async () => ok(await service.token(person)),
        clock: createSystemClock(),
        partBytes,
      });
      const file = await writeMedia(folder, random.bytes(random.int(1, 6 * partBytes)));
      const parts = Math.ceil(file.bytes / partBytes);
      const puts = () => sim.requests().filter((line) => line.startsWith('PUT') && line.includes(file.id));
      let set = 0;
      /** Some faults, each at a request of its own choice. */
      const trouble = (): void => {
        const rules = Array.from({ length: random.int(0, 2) }, () => {
          const fault: StorageFault = faults[random.int(0, faults.length - 1)] ?? 'asleep';
          const at = random.int(1, parts);
          return { fault, match: random.int(0, 1) === 0 ? file.id : `${file.id}?partNumber=${at}` };
        });
        set += rules.length;
        sim.setFaults(rules);
      };
      const untilDone = async (attempt: () => Promise<boolean>): Promise<void> => {
        for (let left = mostTries; left > 0; left--) {
          tries += 1;
          trouble();
          if (await attempt()) return;
        }
        throw new Error(`Run ${run} did not come to its end.`);
      };
      await untilDone(async () => (await store.upload(projectId, file, freeFlow())).ok);
      // Whatever was sent a second time had met a fault.
      expect(puts().length, `run ${run}`).toBeLessThanOrEqual(parts + set);
      resent += puts().length - parts;
      const stored = sim.keys().filter((key) => key.endsWith(file.id));
      expect(stored).toHaveLength(1);
      expect(sim.bytesOf(stored[0] ?? '')).toEqual(await readFile(file.path));
      const partial = join(folder, `${file.id}.partial`);
      await untilDone(async () => (await store.download(projectId, file.id, partial, freeFlow())).ok);
      expect(await readFile(partial)).toEqual(await readFile(file.path));
      struckFaults += set;
    }
    // An answer to "begin" that is lost leaves an upload of nobody, which the sweep ends.
    sim.setFaults([]);
    noteFigure(`Files at ${name}, sent and fetched through faults`, {
      files: runs,
      tries,
      faults: struckFaults,
      'parts sent again': resent,
      'files lost': 0,
    });
  });

  test('lets no byte go before its turn, up and down', async () => {
    const person = 'user_paced';
    const body = { id: `paced-${name}`, title: '', organisationId: null };
    await askService(service, await service.token(person), 'POST', '/api/projects', body);
    const store = createHttpMediaStore({
      origin: new URL(service.origin),
      token: async () => ok(await service.token(person)),
      clock: createSystemClock(),
      partBytes: 400_000,
    });
    const file = await writeMedia(
      folder,
      new Uint8Array(1_000_000).map((_, i) => (i * 13) % 251),
    );
    const partial = join(folder, 'paced.partial');
    for (const way of ['up', 'down'] as const) {
      let [allowed, gone, largest] = [0, 0, 0];
      const flow = {
        async pace(bytes: number) {
          // Everything that was allowed before has gone: nothing piles up behind the limit.
          expect(allowed - gone).toBeLessThanOrEqual(256 * 1024);
          largest = Math.max(largest, bytes);
          allowed += bytes;
        },
        onBytes(bytes: number) {
          gone += bytes;
          expect(gone).toBeLessThanOrEqual(allowed);
        },
        signal: new AbortController().signal,
      };
      if (way === 'up') unwrap(await store.upload(body.id, file, flow));
      else unwrap(await store.download(body.id, file.id, partial, flow));
      expect({ way, allowed, gone }).toEqual({ way, allowed: 1_000_000, gone: 1_000_000 });
      expect(largest).toBeLessThanOrEqual(256 * 1024);
    }
  });
});
