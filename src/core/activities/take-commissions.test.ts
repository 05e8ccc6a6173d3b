import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Activity } from '../../contract/activities.ts';
import type { Commission } from '../../contract/commissions.ts';
import type { Take } from '../../domain/assets/take.ts';
import type { ProjectId, ShotId } from '../../domain/kernel/ids.ts';
import { createTestStudio } from '../../testing/create-test-studio.ts';
import { createFakeFilms } from '../../testing/fakes/fake-films.ts';
import { createFakeProvider } from '../../testing/fakes/fake-provider.ts';
import { writeTestFilm } from '../../testing/media/write-test-film.ts';

let folder: string;
let film: Uint8Array;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reelwright-takes-'));
  await writeTestFilm(join(folder, 'film.mp4'), { frames: 48 });
  film = readFileSync(join(folder, 'film.mp4'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A story whose first shot has a still and a clip that were paid for. */
async function openBench() {
  const far = createFakeProvider();
  const studio = createTestStudio({ generators: [createFakeFilms(far, film)] });
  const { client } = studio;
  const projectId: ProjectId = await studio.openStory();
  const [first] = await client.shots.list({ projectId });
  if (first === undefined) throw new Error('a film has shots');
  const shotId: ShotId = first.id;
  const ended = async ({ id }: Activity): Promise<Activity> => {
    for (;;) {
      const now = (await client.activities.list()).find((activity) => activity.id === id);
      if (now === undefined) throw new Error('the activity is gone');
      if (now.finishedAtMs !== null) return now;
      await studio.clock.advanceToNext();
    }
  };
  const maxCostUsdMicros = 1_000_000;
  const choice = { provider: 'films', stillModel: null, clipModel: null, slate: false, shotIds: [shotId] };
  await ended(await client.jobs.start({ projectId, choice, maxCostUsdMicros }));
  const takes = (): Promise<Take[]> => client.assets.takes({ projectId, shotId });
  const shot = async () => {
    const found = (await client.shots.list({ projectId })).find(({ id }) => id === shotId);
    if (found === undefined) throw new Error('the shot is there');
    return found;
  };
  return {
    ...{ studio, client, projectId, shotId, far, takes, shot },
    take: async (id: string | null): Promise<Take> => {
      const found = (await takes()).find((each) => each.id === id);
      if (found === undefined) throw new Error('the take is there');
      return found;
    },
    make: async (commission: Commission): Promise<Activity> =>
      ended(await client.commissions.start({ projectId, commission, maxCostUsdMicros })),
    /** What a run would make of the shot: nothing while all it shows is up to date. */
    missing: async () => {
      const { stills, clips } = await client.jobs.estimate({ projectId, choice });
      return { stills, clips };
    },
  };
}

const nothing = { stills: 0, clips: 0 };

test('a take in other words is shown, keeps the shot’s words, and is up to date until the shot changes', async () => {
  const { studio, client, projectId, shotId, far, take, shot, make, missing } = await openBench();
  await using _ = studio;
  const before = await shot();
  const source = await take(before.chosenStillId);
  const commission: Commission = {
    what: 'reword',
    takeId: source.id,
    prompt: 'Only rain on glass.',
    negativePrompt: 'people',
    sameSeed: true,
  };
  expect(await client.commissions.estimate({ projectId, commission })).toMatchObject({
    toMake: 1,
    costUsdMicros: 10_000,
    lines: [{ provider: 'films', model: 'fake-still', words: 'Only rain on glass.' }],
  });
  expect(await make(commission)).toMatchObject({ kind: 'reword', state: 'done' });
  expect(far.accepted.at(-1)?.request).toMatchObject({
    ...{ kind: 'still', prompt: 'Only rain on glass.', negativePrompt: 'people', seed: source.seed },
  });
  const after = await shot();
  expect(after.promptOverride).toBeNull();
  expect(await take(after.chosenStillId)).toMatchObject({ fromTakeId: source.id, seed: source.seed });
  // The clip began with the other picture; the still itself is up to date.
  expect(await missing()).toEqual({ stills: 0, clips: 1 });
  // The same words with the same seed are there already.
  expect(await client.commissions.estimate({ projectId, commission })).toMatchObject({ toMake: 0, made: 1 });
  await client.shots.edit({ projectId, shotId, fields: { description: 'Another picture altogether.' } });
  expect((await missing()).stills).toBe(1);
});

test('another seed is one that the shot never had', async () => {
  const { studio, far, take, shot, make } = await openBench();
  await using _ = studio;
  const source = await take((await shot()).chosenStillId);
  const words = { what: 'reword', takeId: source.id, negativePrompt: null, sameSeed: false } as const;
  await make({ ...words, prompt: 'Rain.' });
  await make({ ...words, prompt: 'Snow.' });
  const seeds = far.accepted.map(({ request }) => request).filter(({ kind }) => kind === 'still');
  expect(new Set(seeds.map(({ seed }) => seed)).size).toBe(3);
});

test('a still that was made larger takes the place of its source, and its clip stays up to date', async () => {
  const { studio, client, projectId, far, take, shot, make, missing } = await openBench();
  await using _ = studio;
  const source = await take((await shot()).chosenStillId);
  const commission = { what: 'upscale' as const, takeIds: [source.id], factor: 2 };
  expect(await make(commission)).toMatchObject({ state: 'done' });
  expect(far.accepted.at(-1)?.request).toMatchObject({
    ...{ kind: 'upscaled-still', sourceAssetId: source.assetId, factor: 2 },
    source: { widthPx: 2, heightPx: 2, seconds: 0 },
  });
  const { chosenStillId } = await shot();
  expect(await take(chosenStillId)).toMatchObject({ fromTakeId: source.id, kind: 'still' });
  expect(await missing()).toEqual(nothing);
  // One that the shot does not show any more is made larger beside it.
  expect(await client.commissions.estimate({ projectId, commission })).toMatchObject({ made: 1, toMake: 0 });
  await make({ ...commission, factor: 4 });
  expect((await shot()).chosenStillId).toBe(chosenStillId);
  expect(far.accepted.at(-1)?.request).toMatchObject({ factor: 4 });
});

test('a clip that was made larger is shown in its place, and the clip on the timeline follows', async () => {
  const { studio, client, projectId, shotId, take, shot, make, missing } = await openBench();
  await using _ = studio;
  const source = await take((await shot()).chosenClipId);
  await make({ what: 'upscale', takeIds: [source.id], factor: 2 });
  const larger = await take((await shot()).chosenClipId);
  expect(larger).toMatchObject({ fromTakeId: source.id, kind: 'clip' });
  const { items } = await client.timeline.get({ projectId });
  const shown = items.find((item) => item.kind === 'clip' && item.shotId === shotId);
  expect(shown).toMatchObject({ assetId: larger.assetId });
  expect(await missing()).toEqual(nothing);
});
