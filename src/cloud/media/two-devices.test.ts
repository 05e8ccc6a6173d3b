import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createHttpMediaStore } from '../../adapters/sync-service/create-http-media-store.ts';
import { createSystemClock } from '../../adapters/system/system-clock.ts';
import type { Activity } from '../../contract/activities.ts';
import { faultOfCall } from '../../contract/fault-of-call.ts';
import type { AssetId, ProjectId, ShotId, TakeId } from '../../domain/kernel/ids.ts';
import { addChange, patchOf } from '../../domain/kernel/patch.ts';
import { ok, unwrap } from '../../domain/kernel/result.ts';
import { sampleRow } from '../../testing/builders/any-row.ts';
import { createTestStudio, type TestStudio } from '../../testing/create-test-studio.ts';
import { createManualClock } from '../../testing/manual-clock.ts';
import { askService } from '../../testing/service/ask-service.ts';
import { startTestService, type TestService } from '../../testing/service/start-test-service.ts';
import { type TestStorage, testStorages } from '../../testing/service/test-storages.ts';
import { createModelService, type ModelService } from '../../testing/sync/create-model-service.ts';

describe.each(testStorages)('files kept in $name', ({ start }) => {
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
  afterEach(() => sim.setFaults([]));

  let films = 0;
  let seeds = 0;
  /** Rows by the model of the service, files by the real one: only the files are looked at here. */
  function device(model: ModelService, person: string, home?: string): TestStudio {
    seeds += 1;
    const studio = createTestStudio({
      // Films of one test are nobody's of another.
      seed: seeds,
      host: 'server',
      syncService: model.line(),
      mediaStore: createHttpMediaStore({
        origin: new URL(service.origin),
        token: async () => ok(await service.token(person)),
        clock: createSystemClock(),
        partBytes: 1_000,
      }),
      ...(home === undefined ? {} : { home }),
    });
    onTestFinished(studio.cleanup);
    return studio;
  }

  /** Three takes of the first shot: one chosen, the others not; and the film's own text. */
  async function filmOn(
    studio: TestStudio,
  ): Promise<{ projectId: ProjectId; chosen: AssetId; others: AssetId[] }> {
    const projectId = await studio.openStory();
    const { store, library } = studio.studio.parts;
    const [shot] = await studio.client.shots.list({ projectId });
    const shotId = shot?.id as ShotId;
    films += 1;
    const ids: AssetId[] = [];
    const changes = [];
    for (const name of ['chosen', 'second', 'third']) {
      const bytes = Buffer.alloc(4_500, `${name} of film ${films}`);
      const { id } = unwrap(await library.putBytes(bytes, { extension: 'png' }));
      ids.push(id);
      const file = { kind: 'image', mime: 'image/png', extension: 'png', facts: null } as const;
      changes.push(addChange('asset', sampleRow('asset', { id, bytes: bytes.length, name, ...file })));
      const of = { shotId, sceneId: null, castId: null, placeId: null, fromTakeId: null } as const;
      const take = { id: name as TakeId, projectId, kind: 'still', assetId: id, jobId: null } as const;
      const row = { ...take, ...of, rating: null, discardedAtMs: null };
      changes.push(addChange('take', sampleRow('take', row)));
    }
    unwrap(store.commit(patchOf(changes), { projectId, label: 'Takes', undoable: false }));
    await studio.client.shots.chooseTake({ projectId, shotId, kind: 'still', takeId: 'chosen' as TakeId });
    const [chosen, ...others] = ids as [AssetId, ...AssetId[]];
    return { projectId, chosen, others };
  }

  /** Turns the clocks until it is so: what waits for a clock and what waits for the network take turns. */
  async function until(devices: readonly TestStudio[], isSo: () => Promise<boolean>): Promise<void> {
    await expect
      .poll(
        async () => {
          for (const { clock } of devices) await clock.advance(1_000);
          return isSo();
        },
        { timeout: 20_000, interval: 20 },
      )
      .toBe(true);
  }

  async function mirrored(person: string) {
    const model = createModelService(createManualClock());
    const one = device(model, person);
    const film = await filmOn(one);
    const body = { id: film.projectId, title: '', organisationId: null };
    await askService(service, await service.token(person), 'POST', '/api/projects', body);
    const two = device(model, person);
    return { model, one, two, ...film };
  }

  const isKept = async (id: AssetId): Promise<boolean> => sim.keys().some((key) => key.endsWith(id));
  const placeOf = async ({ client }: TestStudio, projectId: ProjectId, id: AssetId): Promise<string> => {
    const { away, all } = await client.sync.media({ projectId });
    return all.files === 0 ? 'unknown' : (away.find(({ assetId }) => assetId === id)?.place ?? 'here');
  };
  /** Asks for files and waits until they are here, or not: how that ended. */
  async function fetchFiles(
    studio: TestStudio,
    projectId: ProjectId,
    which: 'used' | 'all' | AssetId[],
  ): Promise<Activity | null> {
    const begun = await studio.client.sync.fetchFiles({ projectId, which });
    const now = async (): Promise<Activity | undefined> =>
      (await studio.client.activities.list()).find(({ id }) => id === begun?.id);
    if (begun === null) return null;
    await until([studio], async () => (await now())?.finishedAtMs !== null);
    return (await now()) ?? null;
  }
  const pathOn = ({ studio }: TestStudio, id: AssetId): string =>
    unwrap(studio.parts.library.assetPath(id)).path;
  const arrivedOnce = (id: string): number[] =>
    sim
      .requests()
      .filter((line) => line.startsWith('PUT') && line.includes(id))
      .map((line) => Number(line.split('=')[1]));

  test('what the film uses goes to the other device by itself; the rest when it is asked for', async () => {
    const { one, two, projectId, chosen, others } = await mirrored('user_pair');
    const [second = chosen] = others;
    await one.client.sync.turnOn({ projectId, organisationId: null });
    await until([one], () => isKept(chosen));
    await two.client.sync.openHere({ projectId });
    await until([one, two], async () => (await placeOf(two, projectId, chosen).catch(() => '')) === 'here');
    expect(await readFile(pathOn(two, chosen))).toEqual(await readFile(pathOn(one, chosen)));
    expect(await placeOf(two, projectId, second)).toBe('elsewhere');
    expect(await isKept(second)).toBe(false);
    // Who has it is known, and others are not told otherwise by who has not.
    const [holder] = (await two.client.sync.media({ projectId })).away;
    expect(holder?.heldBy).toEqual([one.studio.parts.store.deviceId]);
    const absent = await fetchFiles(two, projectId, [second]);
    expect(absent).toMatchObject({ state: 'failed', kind: 'fetch' });
    expect(absent?.message).toMatch(/^0 of 1 files came\. second: /);
    expect(await fetchFiles(two, projectId, 'all')).toBeNull();

    await one.client.sync.chooseMedia({ projectId, choice: 'everything' });
    await until([one], () => isKept(second));
    await until([two], async () => (await placeOf(two, projectId, second)) === 'cloud');
    expect(await fetchFiles(two, projectId, 'used')).toBeNull();
    const fetched = await fetchFiles(two, projectId, [second]);
    expect(fetched).toMatchObject({ state: 'done', done: 4_500, total: 4_500, message: null });
    expect(await placeOf(two, projectId, second)).toBe('here');
    expect(await readFile(pathOn(two, second))).toEqual(await readFile(pathOn(one, second)));
    // Both say that they have it, and both hear of it.
    const both = [one, two].map(({ studio }) => studio.parts.store.deviceId).sort();
    for (const { studio } of [one, two])
      await until([one, two], async () => {
        const heldBy = studio.parts.store.row('asset', second)?.heldBy ?? [];
        return JSON.stringify([...heldBy].sort()) === JSON.stringify(both);
      });
  });

  test('what the film shows goes first; a cut goes on where it was, also after the studio was closed', async () => {
    const { model, one, projectId, chosen, others } = await mirrored('user_cut');
    sim.setFaults([{ fault: 'cut-upload', match: `${chosen}?partNumber=3`, times: null }]);
    await one.client.sync.chooseMedia({ projectId, choice: 'everything' });
    await one.client.sync.turnOn({ projectId, organisationId: null });
    await until([one], async () => (await one.client.sync.media({ projectId })).fault !== null);
    expect((await one.client.sync.media({ projectId })).fault?.code).toBe('sync.unreachable');
    // Nothing overtook it.
    for (const id of others) expect(arrivedOnce(id)).toEqual([]);
    await one.studio.close();
    sim.setFaults([]);
    const again = device(model, 'user_cut', one.home);
    for (const id of others) await until([again], () => isKept(id));
    const numbers = arrivedOnce(chosen);
    expect(numbers.filter((number) => number < 3)).toEqual([1, 2]);
    expect(numbers.slice(-3)).toEqual([3, 4, 5]);
    for (const id of others) expect(arrivedOnce(id)).toEqual([1, 2, 3, 4, 5]);
    await again.studio.close();
  });

  test('other bytes than a file had are not taken in', async () => {
    const { one, two, projectId, chosen } = await mirrored('user_bad');
    await one.client.sync.turnOn({ projectId, organisationId: null });
    await until([one], () => isKept(chosen));
    const key = sim.keys().find((name) => name.endsWith(chosen)) ?? '';
    sim.replace(key, Buffer.alloc(4_500, 'other'));
    await two.client.sync.openHere({ projectId });
    await until([one, two], async () => {
      const { fault } = await two.client.sync.media({ projectId }).catch(() => ({ fault: null }));
      return fault?.code === 'sync.media-damaged';
    });
    expect(await placeOf(two, projectId, chosen)).toBe('cloud');
    expect(two.studio.parts.library.assetPath(chosen).ok).toBe(false);
  });

  test('nothing travels where nobody wants it, and without a service it is said where files are', async () => {
    const { one, projectId, chosen, others } = await mirrored('user_none');
    await one.client.sync.chooseMedia({ projectId, choice: 'none' });
    await one.client.sync.turnOn({ projectId, organisationId: null });
    await until(
      [one],
      async () => (await one.client.sync.overview()).projects[0]?.state.kind === 'up-to-date',
    );
    for (let round = 0; round < 5; round++) await one.clock.advance(10_000);
    expect(await one.client.sync.media({ projectId })).toMatchObject({
      choice: 'none',
      toSend: { files: 0 },
    });
    expect(await isKept(chosen)).toBe(false);

    const alone = createTestStudio();
    onTestFinished(alone.cleanup);
    const film = await filmOn(alone);
    expect(await alone.client.sync.media({ projectId: film.projectId })).toMatchObject({
      away: [],
      way: 'not-mirrored',
    });
    const fetched = alone.client.sync.fetchFiles({ projectId: film.projectId, which: [others[0] ?? chosen] });
    expect(await fetched.catch((error) => faultOfCall(error).code)).toBe('library.no-asset');
    for (const call of [
      alone.client.sync.media({ projectId: 'nobody' }),
      alone.client.sync.chooseMedia({ projectId: 'nobody', choice: 'none' }),
      alone.client.sync.fetchFiles({ projectId: 'nobody', which: [chosen] }),
      alone.client.sync.lookAt({ projectId: 'nobody', assetIds: [chosen] }),
    ]) {
      expect(await call.catch((error) => faultOfCall(error).code)).toBe('project.not-found');
    }
  });
});
