import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Commission } from '../../contract/commissions.ts';
import type { PictureRequest } from '../../domain/jobs/generation-request.ts';
import type { ProjectId, ShotId } from '../../domain/kernel/ids.ts';
import { secondsToFlicks } from '../../domain/kernel/time.ts';
import type { ClipItem, Item } from '../../domain/timeline/records.ts';
import {
  createTestStudio,
  type TestStudio,
  type TestStudioOptions,
} from '../../testing/create-test-studio.ts';
import { createFakeFilms } from '../../testing/fakes/fake-films.ts';
import { createFakeProvider } from '../../testing/fakes/fake-provider.ts';
import { writeTestFilm } from '../../testing/media/write-test-film.ts';

const seconds = secondsToFlicks;
const frame = seconds(1) / 24;

let folder: string;
let film: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reelwright-parts-'));
  film = join(folder, 'film.mp4');
  await writeTestFilm(film, { frames: 96, colour: (n) => [n * 2, n * 2, n * 2] });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Bench {
  readonly studio: TestStudio;
  readonly projectId: ProjectId;
  readonly shotId: ShotId;
  readonly far: ReturnType<typeof createFakeProvider>;
  main(): Promise<Item[]>;
  /** The first clip of the film, which shows a real one of four seconds. */
  clip(): Promise<ClipItem>;
  make(commission: Commission): Promise<string | null>;
  last(): PictureRequest;
}

async function openBench(options: TestStudioOptions = {}): Promise<Bench> {
  const far = createFakeProvider();
  const studio = createTestStudio({ ...options, generators: [createFakeFilms(far, readFileSync(film))] });
  const { client } = studio;
  const projectId = await studio.openStory();
  const [shot] = await client.shots.list({ projectId });
  if (shot === undefined) throw new Error('a film has shots');
  const [asset] = await client.assets.import({ paths: [film] });
  if (asset === undefined) throw new Error('the film was taken in');
  await client.shots.edit({ projectId, shotId: shot.id, fields: { durationFlicks: seconds(4) } });
  // biome-ignore lint/correctness/useHookAtTopLevel: a call of the studio that begins with "use"
  await client.assets.useAsTake({ projectId, shotId: shot.id, assetId: asset.id });
  await client.timeline.assemble({ projectId });
  const main = async (): Promise<Item[]> => {
    const { tracks, items } = await client.timeline.get({ projectId });
    const trackId = tracks.find(({ kind }) => kind === 'main')?.id;
    return items
      .filter((item) => item.trackId === trackId)
      .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
  };
  return {
    ...{ studio, projectId, shotId: shot.id, far, main },
    async clip() {
      const found = (await main()).find((item) => item.kind === 'clip' && item.shotId === shot.id);
      if (found?.kind !== 'clip') throw new Error('the shot is in the film');
      return found;
    },
    async make(commission) {
      const run = await client.commissions.start({ projectId, commission, maxCostUsdMicros: 1_000_000 });
      for (;;) {
        const now = (await client.activities.list()).find(({ id }) => id === run.id);
        if (now === undefined) throw new Error('the activity is gone');
        if (now.finishedAtMs !== null) return now.state === 'done' ? null : now.message;
        await studio.clock.advanceToNext();
      }
    },
    last() {
      const request = far.accepted.at(-1)?.request;
      if (request?.kind !== 'clip') throw new Error('a clip was asked for');
      return request;
    },
  };
}

test('a clip is carried on from the last picture it shows; undo takes it off the film and keeps the take, and it is not paid for twice', async () => {
  const { studio, projectId, shotId, main, clip, make, last, far } = await openBench();
  await using _ = studio;
  const { client } = studio;
  const before = await main();
  const source = await clip();
  const commission = {
    what: 'extend',
    itemId: source.id,
    byFlicks: seconds(2),
    prompt: 'She walks on.',
  } as const;
  expect(await client.commissions.estimate({ projectId, commission })).toMatchObject({
    toMake: 1,
    costUsdMicros: 10_000,
    lines: [{ model: 'fake-clip', shotId, words: 'She walks on.', problem: null }],
  });
  expect(await make(commission)).toBeNull();
  const after = await main();
  const made = after[after.findIndex(({ id }) => id === source.id) + 1];
  expect(after).toHaveLength(before.length + 1);
  // Its first picture is the last one of the clip, and is not shown twice.
  expect(made).toMatchObject({
    kind: 'clip',
    shotId: null,
    sourceInFlicks: frame,
    durationFlicks: seconds(2),
  });
  expect(last()).toMatchObject({
    part: 'extension',
    prompt: 'She walks on.',
    sourceClipAssetId: source.assetId,
  });
  const start = studio.studio.parts.store.row('asset', last().startFrameAssetId ?? (source.id as never));
  expect(start).toMatchObject({ kind: 'image', facts: { video: { widthPx: 160, heightPx: 90 } } });
  const shot = (await client.shots.list({ projectId })).find(({ id }) => id === shotId);
  const takes = await client.assets.takes({ projectId, shotId });
  expect(takes).toHaveLength(2);
  expect(takes.find(({ id }) => id === shot?.chosenClipId)?.jobId).toBeNull();
  expect(takes.find(({ jobId }) => jobId !== null)?.fromTakeId).toBe(shot?.chosenClipId);

  await client.projects.undo({ projectId });
  expect((await main()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect(await client.assets.takes({ projectId, shotId })).toHaveLength(2);
  expect(await client.commissions.estimate({ projectId, commission })).toMatchObject({ toMake: 0, made: 1 });
  expect(await make(commission)).toBeNull();
  expect(await main()).toHaveLength(before.length + 1);
  expect(far.accepted).toHaveLength(1);
});

test('a part is retaken between its own pictures by a model that ends with one, and takes just the part’s place', async () => {
  const { studio, projectId, main, clip, make, last } = await openBench();
  await using _ = studio;
  const before = await main();
  const source = await clip();
  const span = { itemId: source.id, fromFlicks: seconds(1), toFlicks: seconds(2) };
  expect(await make({ what: 'retake', ...span, prompt: 'She stumbles.', fit: 'keep' })).toBeNull();
  const after = await main();
  const at = after.findIndex(({ id }) => id === source.id);
  expect(after.slice(at, at + 3)).toMatchObject([
    { id: source.id, durationFlicks: seconds(1), assetId: source.assetId },
    { sourceInFlicks: 0, durationFlicks: seconds(1), shotId: null },
    {
      sourceInFlicks: seconds(2),
      durationFlicks: seconds(2),
      assetId: source.assetId,
      shotId: source.shotId,
    },
  ]);
  expect(after).toHaveLength(before.length + 2);
  expect(last()).toMatchObject({ model: 'fake-ends', part: 'retake' });
  expect(last().endFrameAssetId).not.toBe(last().startFrameAssetId);
  const sum = (items: readonly Item[]): number => items.reduce((all, item) => all + item.durationFlicks, 0);
  expect(sum(after)).toBe(sum(before));
  // The clip does not show that part any more: asked for again, as after a crash, it is not paid for once more.
  const again = { what: 'retake', ...span, prompt: 'She stumbles.', fit: 'keep' } as const;
  expect(await studio.client.commissions.estimate({ projectId, commission: again })).toMatchObject({
    ...{ toMake: 0, unpriced: 1, costUsdMicros: 0 },
  });
});

test('where the whole clip is kept, the film becomes longer by what it is longer than its place', async () => {
  const { studio, main, clip, make } = await openBench();
  await using _ = studio;
  const sum = (items: readonly Item[]): number => items.reduce((all, item) => all + item.durationFlicks, 0);
  const before = sum(await main());
  const source = await clip();
  const span = { itemId: source.id, fromFlicks: seconds(1), toFlicks: seconds(2) };
  expect(await make({ what: 'retake', ...span, prompt: 'She stumbles.', fit: 'grow' })).toBeNull();
  expect(sum(await main())).toBe(before + seconds(3));
});

test('a gap is filled from its left picture to its right one; one that is too long is said with the longest there is', async () => {
  const { studio, projectId, main, clip, make, last } = await openBench();
  await using _ = studio;
  const { client } = studio;
  const source = await clip();
  await client.timeline.split({ projectId, itemId: source.id, atFlicks: seconds(1) });
  const [, middle] = (await main()).filter((item) => item.kind === 'clip' && item.shotId === source.shotId);
  if (middle === undefined) throw new Error('the clip was split');
  await client.timeline.split({ projectId, itemId: middle.id, atFlicks: seconds(2) });
  await client.timeline.delete({ projectId, itemId: middle.id });
  const gap = (await main()).find(({ kind }) => kind === 'gap');
  if (gap === undefined) throw new Error('there is a gap');
  const commission = { what: 'fill-gap', itemId: gap.id, prompt: 'She crosses.', fit: 'keep' } as const;
  expect(await make(commission)).toBeNull();
  expect(last()).toMatchObject({ part: 'gap', model: 'fake-ends', durationFlicks: seconds(1) });
  const after = await main();
  expect(after.some(({ kind }) => kind === 'gap')).toBe(false);
  expect(after[1]).toMatchObject({ kind: 'clip', durationFlicks: seconds(1), sourceInFlicks: 0 });

  await client.projects.undo({ projectId });
  await client.timeline.trim({ projectId, itemId: source.id, edge: 'end', toFlicks: frame });
  const long = (await main()).find(({ kind }) => kind === 'gap');
  if (long === undefined) throw new Error('there is a gap');
  await client.timeline.rippleTrim({ projectId, itemId: long.id, edge: 'end', toFlicks: seconds(6) });
  const estimate = await client.commissions.estimate({
    projectId,
    commission: { ...commission, itemId: long.id },
  });
  expect(estimate).toMatchObject({
    unpriced: 1,
    lines: [{ problem: expect.stringContaining('4 s at most') }],
  });
});

test('an item that is gone, or is no clip, is refused before anything is sent', async () => {
  const { studio, projectId, far, main } = await openBench();
  await using _ = studio;
  const { client } = studio;
  const [first] = await main();
  if (first === undefined) throw new Error('a film has items');
  const gone = 'gone' as typeof first.id;
  const estimate = (commission: Commission) => client.commissions.estimate({ projectId, commission });
  for (const commission of [
    { what: 'extend', itemId: gone, byFlicks: seconds(2), prompt: 'x' },
    { what: 'retake', itemId: gone, fromFlicks: 0, toFlicks: seconds(1), prompt: 'x', fit: 'keep' },
    { what: 'fill-gap', itemId: first.id, prompt: 'x', fit: 'keep' },
    { what: 'reword', takeId: 'gone' as never, prompt: 'x', negativePrompt: null, sameSeed: true },
  ] as const) {
    await expect(estimate(commission)).rejects.toThrow(/Nothing was sent/);
  }
  const upscale = await estimate({ what: 'upscale', takeIds: ['gone' as never], factor: 2 });
  expect(upscale).toMatchObject({ toMake: 0, unpriced: 1 });
  expect(far.accepted).toHaveLength(0);
});

test('after the end of the studio nothing of it is sent by itself; with consent it is made and stands on the timeline', async () => {
  const { studio: first, projectId, main, clip, far } = await openBench({ host: 'server' });
  const before = await main();
  const source = await clip();
  await first.client.jobs.pause();
  const commission = { what: 'extend', itemId: source.id, byFlicks: seconds(2), prompt: 'On.' } as const;
  await first.client.commissions.start({ projectId, commission, maxCostUsdMicros: 1_000_000 });
  await expect.poll(async () => (await first.client.jobs.list({ projectId })).length).toBe(1);
  await first.studio.close();

  const generators = [createFakeFilms(far, readFileSync(film))];
  const second = createTestStudio({ host: 'server', home: first.home, seed: 2, generators });
  await second.client.jobs.resume();
  const question = async () =>
    (await second.client.studio.notices()).find(({ activityId }) => activityId !== null);
  await expect
    .poll(question)
    .toMatchObject({ message: expect.stringContaining('1 more request (about $0.01)') });
  expect(far.accepted).toHaveLength(0);
  const { id } = await second.client.activities.goOn({ activityId: (await question())?.activityId ?? '' });
  for (;;) {
    const run = (await second.client.activities.list()).find((activity) => activity.id === id);
    if (run === undefined || run.finishedAtMs !== null) break;
    await second.clock.advanceToNext();
  }
  expect(far.accepted).toHaveLength(1);
  const { items, tracks } = await second.client.timeline.get({ projectId });
  const mainId = tracks.find(({ kind }) => kind === 'main')?.id;
  expect(items.filter(({ trackId }) => trackId === mainId)).toHaveLength(before.length + 1);
  await second.cleanup();
  await first.cleanup();
});
