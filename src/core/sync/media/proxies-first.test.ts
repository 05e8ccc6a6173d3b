import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Activity } from '../../../contract/activities.ts';
import type { AssetId, ProjectId, ShotId, TakeId } from '../../../domain/kernel/ids.ts';
import { addChange, patchOf } from '../../../domain/kernel/patch.ts';
import { fail, ok, unwrap } from '../../../domain/kernel/result.ts';
import { framesToFlicks } from '../../../domain/kernel/time.ts';
import { sampleRow } from '../../../testing/builders/any-row.ts';
import { createTestStudio, type TestStudio } from '../../../testing/create-test-studio.ts';
import { createSharedMediaStore, type SharedMediaStore } from '../../../testing/fakes/shared-media-store.ts';
import { createManualClock } from '../../../testing/manual-clock.ts';
import { colourDistance, coloursAt } from '../../../testing/media/read-pixels.ts';
import { writeTestFilm } from '../../../testing/media/write-test-film.ts';
import { createModelService, type ModelService } from '../../../testing/sync/create-model-service.ts';

const frames = 24;
const rate = { num: 24, den: 1 };
const grey = (frame: number) => [30 + frame * 8, 30 + frame * 8, 30 + frame * 8] as const;
let folder: string;
let film: string;

/** Grey by the frame in the middle, and noise around it, which makes it large. */
function noise(rgba: Uint8Array, frame: number): void {
  let seed = frame * 7_919 + 1;
  for (let pixel = 0; pixel < rgba.length / 4; pixel++) {
    const x = pixel % 640;
    if (x > 240 && x < 400) continue;
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    rgba.fill(seed >> 16, pixel * 4, pixel * 4 + 3);
  }
}

let storage: SharedMediaStore;
beforeAll(async () => {
  const { mkdtempSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  folder = mkdtempSync(join(tmpdir(), 'reelwright-proxies-'));
  film = join(folder, 'large.mp4');
  await writeTestFilm(film, { widthPx: 640, heightPx: 360, frames, colour: grey, paint: noise, crf: 12 });
  return () => rmSync(folder, { recursive: true, force: true });
});
afterEach(() => storage.remove());

let seeds = 40;
function device(model: ModelService, home?: string): TestStudio {
  seeds += 1;
  const studio = createTestStudio({
    ...{ seed: seeds, host: 'server', syncService: model.line(), mediaStore: storage },
    ...(home === undefined ? {} : { home }),
  });
  onTestFinished(studio.cleanup);
  return studio;
}

async function until(devices: readonly TestStudio[], isSo: () => Promise<boolean>): Promise<void> {
  await expect
    .poll(
      async () => {
        for (const { clock } of devices) await clock.advance(1_000);
        return isSo().catch(() => false);
      },
      { timeout: 30_000, interval: 20 },
    )
    .toBe(true);
}

/** A film with one large clip on its way between two devices; the second wants proxies first. */
async function twoDevices() {
  storage = await createSharedMediaStore();
  const model = createModelService(createManualClock());
  const one = device(model);
  const projectId = await one.openStory();
  const { store, library } = one.studio.parts;
  const [shot] = await one.client.shots.list({ projectId });
  const shotId = shot?.id as ShotId;
  const { asset, patch } = unwrap(await library.addMedia(film, { origin: 'generated', name: 'large' }));
  const of = { shotId, sceneId: null, castId: null, placeId: null, fromTakeId: null } as const;
  const take = { id: 'take' as TakeId, projectId, kind: 'clip', assetId: asset.id, jobId: null } as const;
  const row = addChange('take', sampleRow('take', { ...take, ...of, rating: null, discardedAtMs: null }));
  const options = { projectId, label: 'Take', undoable: false };
  unwrap(store.commit(patchOf([...patch.changes, row]), options));
  await one.client.shots.chooseTake({ projectId, shotId, kind: 'clip', takeId: take.id });
  await one.client.sync.turnOn({ projectId, organisationId: null });
  const two = device(model);
  return { model, one, two, projectId, original: asset.id };
}

const away = async ({ client }: TestStudio, projectId: ProjectId, id: AssetId) => {
  const media = await client.sync.media({ projectId });
  if (media.all.files === 0) throw new Error('its rows have not come');
  return media.away.find(({ assetId }) => assetId === id) ?? null;
};
const proxyOf = ({ studio }: TestStudio, id: AssetId): AssetId | null =>
  studio.parts.store.proxiesOf(id)[0]?.id ?? null;
const shownOn = ({ studio }: TestStudio, id: AssetId) => unwrap(studio.parts.library.viewPath(id));

async function openWithProxies({ one, two, projectId, original }: Awaited<ReturnType<typeof twoDevices>>) {
  await two.client.sync.openHere({ projectId });
  await until([one, two], async () => (await two.client.sync.media({ projectId })).all.files > 0);
  await two.client.sync.chooseMedia({ projectId, choice: 'proxies' });
  await until([one, two], async () => (await away(two, projectId, original))?.proxy === 'here');
}

async function fetched(studio: TestStudio, projectId: ProjectId, id: AssetId): Promise<Activity> {
  const begun = await studio.client.sync.fetchFiles({ projectId, which: [id] });
  const now = async (): Promise<Activity | undefined> =>
    (await studio.client.activities.list()).find((activity) => activity.id === begun?.id);
  await until([studio], async () => (await now())?.finishedAtMs !== null);
  return (await now()) as Activity;
}

test('a device shows the proxy at every time, fetches the original when asked, and then has the same bytes', async () => {
  const both = await twoDevices();
  const { one, two, projectId, original } = both;
  // Before its first pass: the choice is made with the project.
  storage.setHold(async (way, id) =>
    way === 'down' && id === original ? fail('sync.unreachable', 'not this one by itself') : ok(undefined),
  );
  await openWithProxies(both);
  storage.setHold(null);
  expect(storage.log.filter((line) => line === `down ${original}`)).toEqual([]);
  const proxy = proxyOf(two, original);
  expect(proxy).toBe(proxyOf(one, original));
  const shown = shownOn(two, original);
  expect(shown.shownId).toBe(proxy);
  expect(statSync(shown.path).size).toBeLessThan(statSync(film).size * 0.7);
  const times = Array.from({ length: frames }, (_, frame) => framesToFlicks(frame, rate));
  const [small, large] = [await coloursAt(shown.path, times), await coloursAt(film, times)];
  const distances = small.map((colour, i) => colourDistance(colour, large[i] ?? [0, 0, 0]));
  // Frames are eight steps apart.
  expect(Math.max(...distances)).toBeLessThan(4);
  // A film is never made of a proxy.
  expect(two.studio.parts.library.assetPath(original).ok).toBe(false);

  expect(await fetched(two, projectId, original)).toMatchObject({ state: 'done', kind: 'fetch' });
  expect(await away(two, projectId, original)).toBeNull();
  expect(shownOn(two, original).shownId).toBe(original);
  expect(readFileSync(shownOn(two, original).path).equals(readFileSync(film))).toBe(true);
});

test('what was cut goes on where it was, also in the next studio; other bytes are not taken in', async () => {
  const both = await twoDevices();
  const { model, one, two, projectId, original } = both;
  storage.setHold(async (way, id) =>
    way === 'down' && id === original ? fail('sync.unreachable', 'not yet') : ok(undefined),
  );
  await openWithProxies(both);
  storage.setHold(null);
  storage.cutAfter(200_000, 1);
  expect(await fetched(two, projectId, original)).toMatchObject({ state: 'failed' });
  await two.studio.close();
  const again = device(model, two.home);
  await until([one, again], async () => (await away(again, projectId, original))?.place === 'cloud');
  const done = await fetched(again, projectId, original);
  expect(done.state).toBe('done');
  expect(readFileSync(shownOn(again, original).path).equals(readFileSync(film))).toBe(true);
  await again.studio.close();

  const third = device(model);
  storage.replace(original, new Uint8Array(statSync(film).size).fill(7));
  await third.client.sync.openHere({ projectId });
  await until([one, third], async () => (await away(third, projectId, original))?.place === 'cloud');
  const damaged = await fetched(third, projectId, original);
  expect(damaged.state).toBe('failed');
  expect(damaged.message).toContain('other bytes than it had');
  expect(third.studio.parts.library.assetPath(original).ok).toBe(false);
});

test('what a person waits for sets aside what goes by itself, and is left off when nobody waits', async () => {
  const both = await twoDevices();
  const { one, two, projectId, original } = both;
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await until([one], async () => proxyOf(one, original) !== null && storage.log.includes(`up ${original}`));
  // Everything that goes by itself stands still until it is set aside.
  storage.setHold(async (way, id) => {
    if (way === 'down' && id === original) await held;
    return ok(undefined);
  });
  await two.client.sync.openHere({ projectId });
  await until([one, two], async () => (await away(two, projectId, original))?.place === 'cloud');
  const begun = await two.client.sync.fetchFiles({ projectId, which: [original] });
  expect((await away(two, projectId, original))?.isAsked).toBe(true);
  const ended = await two.client.activities.cancel({ activityId: begun?.id ?? '' });
  expect(ended).toMatchObject({ state: 'cancelled', kind: 'fetch' });
  release();
  storage.setHold(null);
  await until([two], async () => (await away(two, projectId, original))?.isAsked !== true);
});

test('a storage that is asleep is waited for', async () => {
  const both = await twoDevices();
  const { two, projectId, original } = both;
  storage.setHold(async (way, id) =>
    way === 'down' && id === original ? fail('sync.unreachable', 'not yet') : ok(undefined),
  );
  await openWithProxies(both);
  let asked = 0;
  storage.setHold(async () => {
    asked += 1;
    if (asked > 2) return ok(undefined);
    return fail('sync.storage-asleep', 'The storage is waking up.', { retryAfterMs: 2_000 });
  });
  expect(await fetched(two, projectId, original)).toMatchObject({ state: 'done' });
  expect(asked).toBe(3);
});
