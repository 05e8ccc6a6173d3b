import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Activity } from '../../contract/activities.ts';
import type { Commission } from '../../contract/commissions.ts';
import type { ItemId, ProjectId } from '../../domain/kernel/ids.ts';
import { fail } from '../../domain/kernel/result.ts';
import {
  createTestStudio,
  type TestStudio,
  type TestStudioOptions,
} from '../../testing/create-test-studio.ts';
import { failureOf } from '../../testing/edit-cases.ts';
import { createFakeProvider } from '../../testing/fakes/fake-provider.ts';
import { createFakeSounds } from '../../testing/fakes/fake-sound.ts';
import { waveFile } from '../../testing/media/wave-file.ts';
import type { Generator } from '../ports/generator.ts';

function soundStudio(options: TestStudioOptions = {}, far = createFakeProvider(), transcript?: string) {
  return {
    far,
    studio: createTestStudio({ ...options, generators: [createFakeSounds(far, {}, transcript)] }),
  };
}

const start = (
  { client }: TestStudio,
  projectId: ProjectId,
  commission: Commission,
  more: { again?: boolean; maxCostUsdMicros?: number | null } = {},
) => client.commissions.start({ projectId, commission, maxCostUsdMicros: 1_000_000, ...more });

async function ended(studio: TestStudio, { id }: Activity): Promise<Activity> {
  for (;;) {
    const found = (await studio.client.activities.list()).find((activity) => activity.id === id);
    if (found === undefined) throw new Error('the activity is gone');
    if (found.finishedAtMs !== null) return found;
    await studio.clock.advanceToNext();
  }
}

const spokenShots = async ({ client }: TestStudio, projectId: ProjectId, count: number) =>
  (await client.shots.list({ projectId })).filter(({ dialogue }) => dialogue !== null).slice(0, count);

test('a line is spoken, lands as a take and is the one that the shot speaks; asked for again it costs nothing', async () => {
  const { studio, far } = soundStudio();
  await using _ = studio;
  const { client } = studio;
  const projectId = await studio.openStory();
  const shots = await spokenShots(studio, projectId, 2);
  const commission: Commission = { what: 'speech', shotIds: shots.map(({ id }) => id) };
  const before = await client.commissions.estimate({ projectId, commission });
  expect(before).toMatchObject({ toMake: 2, made: 0, unpriced: 0, costUsdMicros: 20_000 });
  expect(before.lines.map(({ words }) => words)).toEqual(shots.map(({ dialogue }) => dialogue?.text));

  const run = await start(studio, projectId, commission);
  expect(run).toMatchObject({ kind: 'speech', state: 'running' });
  expect(await ended(studio, run)).toMatchObject({ state: 'done', message: '2 takes were made for $0.02.' });
  const takes = await client.assets.takes({ projectId, shotId: shots[0]?.id ?? null });
  expect(takes).toMatchObject([
    { kind: 'speech', provider: 'sounds', model: 'fake-speech', costUsdMicros: 10_000 },
  ]);
  const after = (await client.shots.list({ projectId })).find(({ id }) => id === shots[0]?.id);
  expect(after?.chosenSpeechId).toBe(takes[0]?.id);

  const second = await client.commissions.estimate({ projectId, commission });
  expect(second).toMatchObject({ toMake: 0, made: 2, costUsdMicros: 0 });
  const nothing = await start(studio, projectId, commission, { maxCostUsdMicros: null });
  expect(await ended(studio, nothing)).toMatchObject({
    message: expect.stringContaining('is there already'),
  });
  expect(far.accepted).toHaveLength(2);
});

test('another take has another seed, and an edited line is asked for anew', async () => {
  const { studio, far } = soundStudio();
  await using _ = studio;
  const { client } = studio;
  const projectId = await studio.openStory();
  const [shot] = await spokenShots(studio, projectId, 1);
  if (shot?.dialogue == null) throw new Error('the story has a line');
  const commission: Commission = { what: 'speech', shotIds: [shot.id] };
  await ended(studio, await start(studio, projectId, commission));
  await ended(studio, await start(studio, projectId, commission, { again: true }));
  expect(new Set(far.accepted.map(({ request }) => request.seed)).size).toBe(2);
  await client.shots.edit({
    projectId,
    shotId: shot.id,
    fields: { dialogue: { ...shot.dialogue, text: 'Not tonight. (turns away) Go home.' } },
  });
  expect(await client.commissions.estimate({ projectId, commission })).toMatchObject({ toMake: 1 });
  await ended(studio, await start(studio, projectId, commission));
  expect(far.accepted.at(-1)?.request).toMatchObject({ text: 'Not tonight. Go home.' });
});

test('a line that was refused has no price and is not sent by another run; in the queue it is asked for again', async () => {
  const { studio, far } = soundStudio(
    {},
    createFakeProvider(undefined, () => ({ submit: ['refuse', 'accept'] })),
  );
  await using _ = studio;
  const { client } = studio;
  const projectId = await studio.openStory();
  const [shot] = await spokenShots(studio, projectId, 1);
  const commission: Commission = { what: 'speech', shotIds: shot === undefined ? [] : [shot.id] };
  const estimate = () => client.commissions.estimate({ projectId, commission });
  await ended(studio, await start(studio, projectId, commission));
  expect(await estimate()).toMatchObject({
    ...{ toMake: 0, made: 0, unpriced: 1, costUsdMicros: 0 },
    lines: [{ state: 'ended', costUsdMicros: null, problem: expect.stringContaining('in the queue') }],
  });
  const run = await ended(studio, await start(studio, projectId, commission));
  expect(run).toMatchObject({ state: 'failed', message: expect.stringContaining('in the queue') });
  expect([...far.begun.values()]).toEqual([1]);
  // Another take is another request.
  expect(await client.commissions.estimate({ projectId, commission, again: true })).toMatchObject({
    toMake: 1,
  });

  await client.jobs.pause();
  const [job] = await client.jobs.list({ projectId });
  const asks = [{ jobId: job?.id ?? '', costUsdMicros: 10_000, basis: null, pricedAtMs: null }];
  expect(await client.queue.sendAgain({ asks })).toMatchObject({ again: 1 });
  expect(await estimate()).toMatchObject({ toMake: 0, made: 1, lines: [{ state: 'under-way' }] });
  await client.jobs.resume();
  while ((await estimate()).lines[0]?.state !== 'made') await studio.clock.advanceToNext();
  expect(far.accepted).toHaveLength(1);
});

test('nothing is sent above the limit, and nothing without any', async () => {
  const { studio, far } = soundStudio();
  await using _ = studio;
  const projectId = await studio.openStory();
  const commission: Commission = { what: 'speech', shotIds: null };
  expect(await failureOf(start(studio, projectId, commission, { maxCostUsdMicros: null }))).toMatchObject({
    data: { code: 'money.no-cap' },
  });
  const over = await ended(studio, await start(studio, projectId, commission, { maxCostUsdMicros: 10_000 }));
  expect(over).toMatchObject({ state: 'failed', message: expect.stringContaining('more than its limit') });
  expect(far.accepted).toHaveLength(0);
});

test('without a provider that makes it, that is said before anything begins', async () => {
  await using studio = createTestStudio();
  const projectId = await studio.openStory();
  const asked = start(studio, projectId, { what: 'music', sceneIds: null });
  expect(await failureOf(asked)).toMatchObject({ data: { code: 'provider.kind-not-made' } });
  expect(await studio.client.activities.list()).toEqual([]);
});

test('music and effects land in their scene, the effect on the one that has its words', async () => {
  const { studio } = soundStudio();
  await using _ = studio;
  const { client } = studio;
  const projectId = await studio.openStory();
  const [scene] = await client.scenes.list({ projectId });
  if (scene === undefined) throw new Error('the story has a scene');
  const effects = [
    { id: 'a', prompt: 'Waves against a rock', chosenTakeId: null },
    { id: 'b', prompt: 'A door slams', chosenTakeId: null },
  ];
  await client.scenes.edit({ projectId, sceneId: scene.id, fields: { effects } });
  await ended(studio, await start(studio, projectId, { what: 'music', sceneIds: [scene.id] }));
  await ended(studio, await start(studio, projectId, { what: 'effects', sceneIds: null, effectIds: ['b'] }));
  const after = (await client.scenes.list({ projectId })).find(({ id }) => id === scene.id);
  expect(after?.chosenMusicId).not.toBeNull();
  expect(after?.effects.map(({ chosenTakeId }) => chosenTakeId !== null)).toEqual([false, true]);
});

test('after the end of the studio the rest is asked about with its price, and goes on with consent', async () => {
  const { studio: first, far } = soundStudio({ host: 'server' });
  const projectId = await first.openStory();
  const shots = await spokenShots(first, projectId, 3);
  await first.client.jobs.pause();
  await start(first, projectId, { what: 'speech', shotIds: shots.map(({ id }) => id) });
  await expect.poll(async () => (await first.client.jobs.list({ projectId })).length).toBe(3);
  await first.studio.close();

  const { studio: second } = soundStudio({ host: 'server', home: first.home, seed: 2 }, far);
  await second.client.jobs.resume();
  const question = async () =>
    (await second.client.studio.notices()).find(({ activityId }) => activityId !== null);
  await expect.poll(question).toMatchObject({
    code: 'generate.broken-off',
    message: expect.stringContaining('3 more requests (about $0.03) are not sent by themselves.'),
  });
  expect(far.accepted).toHaveLength(0);
  const activityId = (await question())?.activityId ?? '';
  expect(await ended(second, await second.client.activities.goOn({ activityId }))).toMatchObject({
    state: 'done',
  });
  expect(far.accepted).toHaveLength(3);
  await second.cleanup();
  await first.cleanup();
});

test('a voice is listened to with a line of whom it is for, and paid for once', async () => {
  const { studio, far } = soundStudio();
  await using _ = studio;
  const { client } = studio;
  const projectId = await studio.openStory();
  const [shot] = await spokenShots(studio, projectId, 1);
  const member = studio.studio.parts.store
    .rows('cast', projectId)
    .find(({ name }) => name === shot?.dialogue?.speaker);
  const [model] = await client.commissions.voices();
  expect(model).toMatchObject({ provider: 'sounds', model: 'fake-speech', ready: true, usual: true });
  const voice = { provider: 'sounds', model: 'fake-speech', voice: model?.voices[1]?.id ?? '', speed: 1 };
  const commission = { what: 'voice-sample', castId: member?.id ?? null, voice } as const;
  await ended(studio, await start(studio, projectId, commission));
  await ended(studio, await start(studio, projectId, commission));
  expect(far.accepted.map(({ request }) => request)).toMatchObject([{ kind: 'speech', voice: 'berta' }]);
  expect(await client.assets.takes({ projectId, shotId: null })).toMatchObject([
    { kind: 'speech', castId: member?.id, shotId: null },
  ]);
  expect(
    (await client.shots.list({ projectId })).every(({ chosenSpeechId }) => chosenSpeechId === null),
  ).toBe(true);
});

test('what is said in a recording becomes captions by one edit, heard once and never laid twice', async () => {
  const words = JSON.stringify({
    language: 'en',
    words: [
      { text: 'Who', startSeconds: 0.2, endSeconds: 0.5 },
      { text: 'lit', startSeconds: 0.5, endSeconds: 0.8 },
      { text: 'it?', startSeconds: 0.8, endSeconds: 1.2 },
    ],
  });
  const { studio, far } = soundStudio({}, createFakeProvider(), words);
  await using _ = studio;
  const { client } = studio;
  const projectId = await studio.openStory();
  const path = join(studio.home, 'said.wav');
  writeFileSync(path, waveFile(3));
  const [asset] = await client.assets.import({ paths: [path] });
  const before = await client.timeline.get({ projectId });
  const lengthFlicks = asset?.facts?.durationFlicks ?? 0;
  const { added } = await client.timeline.placeNew({
    projectId,
    trackId: null,
    clip: {
      medium: { of: 'asset', assetId: asset?.id ?? '' },
      sourceInFlicks: 0,
      durationFlicks: lengthFlicks,
      fit: 'fill',
    },
    atFlicks: before.durationFlicks,
  });
  const itemId = added.find(({ entity }) => entity === 'item')?.id as ItemId;
  const commission = { what: 'transcribe', itemId, language: null } as const;
  const captions = async () =>
    (await client.timeline.get({ projectId })).items.filter(
      (item) => item.kind === 'caption' && item.text === 'Who lit it?',
    );
  expect(await ended(studio, await start(studio, projectId, commission))).toMatchObject({
    state: 'done',
    message: expect.stringContaining('1 caption was laid.'),
  });
  expect(await captions()).toHaveLength(1);
  // What was heard was paid for: no clearing of storage takes it.
  await client.studio.clear({ what: 'orphans', projectId: null });
  await ended(studio, await start(studio, projectId, commission));
  expect(await captions()).toHaveLength(1);
  expect((await client.projects.undo({ projectId })).label).toBe('Captions from what is said');
  expect(await captions()).toHaveLength(0);
  expect(await ended(studio, await start(studio, projectId, commission))).toMatchObject({
    message: '1 caption was laid.',
  });
  expect(far.accepted.filter(({ request }) => request.kind === 'transcript')).toHaveLength(1);
});

test('a voice whose provider has no key keeps nobody else from speaking', async () => {
  const far = createFakeProvider();
  const locked: Generator = {
    ...createFakeSounds(far, { provider: 'locked' }),
    estimate: async () => fail('provider.key-missing', 'No key is set. Nothing was sent.'),
  };
  await using studio = createTestStudio({ generators: [createFakeSounds(far), locked] });
  const { client } = studio;
  const projectId = await studio.openStory();
  const shots = await spokenShots(studio, projectId, 40);
  const [first] = shots;
  const { store } = studio.studio.parts;
  const member = store.rows('cast', projectId).find(({ name }) => name === first?.dialogue?.speaker);
  const voice = { provider: 'locked', model: 'fake-speech', voice: 'anna', speed: 1 };
  await client.cast.edit({ projectId, castId: member?.id ?? '', fields: { voice } });
  const commission: Commission = { what: 'speech', shotIds: null };
  const estimate = await client.commissions.estimate({ projectId, commission });
  expect(estimate.unpriced).toBeGreaterThan(0);
  expect(estimate.toMake).toBeGreaterThan(0);
  const alone: Commission = { what: 'speech', shotIds: first === undefined ? [] : [first.id] };
  expect(await failureOf(client.commissions.estimate({ projectId, commission: alone }))).toMatchObject({
    data: { code: 'provider.key-missing' },
  });
});
