import { expect, test } from 'vitest';
import { assetId, frames } from '../../testing/builders/timeline-rows.ts';
import { createTestStudio } from '../../testing/create-test-studio.ts';
import { failureOf } from '../../testing/edit-cases.ts';
import { expectTimelineInStep, projectRows } from '../../testing/project-rows.ts';
import { lookAtFilm, prepareFilm } from '../../testing/test-film.ts';

const clip = {
  medium: { of: 'asset', assetId: assetId(2) },
  sourceInFlicks: 0,
  durationFlicks: frames(20),
  fit: 'fit',
} as const;

test('assembling again writes nothing and joins no history', async () => {
  await using studio = createTestStudio();
  const projectId = await studio.openStory();
  const before = projectRows(studio.studio, projectId);
  expect(await studio.client.timeline.assemble({ projectId })).toEqual({
    label: 'Assemble timeline',
    changes: 0,
    added: [],
  });
  expect(projectRows(studio.studio, projectId)).toEqual(before);
  expect(await studio.client.projects.undo({ projectId })).toMatchObject({ label: 'Assemble timeline' });
  expect((await studio.client.timeline.get({ projectId })).items).toEqual([]);
});

test('an edit that cannot be made is a coded fault with a sentence, and changes nothing', async () => {
  await using studio = createTestStudio();
  const { client } = studio;
  const projectId = await prepareFilm(studio);
  const { target, captions, tracks } = lookAtFilm(studio, projectId);
  const itemId = target.clip.id;
  const before = projectRows(studio.studio, projectId);
  const refused = {
    'timeline.no-item': () => client.timeline.split({ projectId, itemId: 'gone', atFlicks: 0 }),
    'timeline.too-short': () => client.timeline.split({ projectId, itemId, atFlicks: target.start }),
    'timeline.no-media': () => client.timeline.slip({ projectId, itemId, byFlicks: -frames(1) }),
    'timeline.no-room': () =>
      client.timeline.trim({ projectId, itemId, edge: 'end', toFlicks: target.end + frames(1) }),
    'timeline.not-on-main': () => client.timeline.rippleDelete({ projectId, itemId: captions[0]?.id ?? '' }),
    'timeline.only-on-main': () => client.timeline.place({ projectId, itemId, atFlicks: 0, trackId: null }),
    'timeline.wrong-kind': () =>
      client.timeline.editCaption({ projectId, itemId, text: 'Words', speaker: null }),
    'timeline.too-long': () =>
      client.timeline.setFade({ projectId, itemId, edge: 'in', durationFlicks: frames(100_000) }),
    'timeline.no-transition': () => client.timeline.removeTransition({ projectId, leftItemId: itemId }),
    'timeline.no-track': () => client.timeline.lift({ projectId, itemId, trackId: tracks.caption.id }),
    'library.not-found': () =>
      client.timeline.append({ projectId, clip: { ...clip, medium: { of: 'asset', assetId: assetId(9) } } }),
    'shot.not-found': () =>
      client.timeline.append({ projectId, clip: { ...clip, medium: { of: 'shot', shotId: 'gone' } } }),
  };
  for (const [code, call] of Object.entries(refused)) {
    const failure = await failureOf(call());
    expect(failure).toMatchObject({ code: 'FAULT', defined: true, data: { code } });
    expect(failure.message).toMatch(/Nothing was changed.*\.$/);
  }
  const source = studio.studio.parts.store.assets().find(({ kind }) => kind === 'text');
  const asText = { ...clip, medium: { of: 'asset', assetId: source?.id ?? '' } } as const;
  expect(await failureOf(client.timeline.append({ projectId, clip: asText }))).toMatchObject({
    data: { code: 'timeline.not-a-medium' },
    message: expect.stringContaining('the-last-signal.fountain'),
  });
  expect(projectRows(studio.studio, projectId)).toEqual(before);
});

test('numbers and words out of bounds never reach a command', async () => {
  await using studio = createTestStudio();
  const { client } = studio;
  const projectId = await studio.openStory();
  const { target, captions } = lookAtFilm(studio, projectId);
  const itemId = target.clip.id;
  const captionId = captions[0]?.id ?? '';
  const before = projectRows(studio.studio, projectId);
  const calls = [
    ...[0.5, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e300, 2 ** 53].map((atFlicks) =>
      client.timeline.split({ projectId, itemId, atFlicks }),
    ),
    client.timeline.slip({ projectId, itemId, byFlicks: -1e15 }),
    client.timeline.setGain({ projectId, itemId, gainDb: 13 }),
    client.timeline.setGain({ projectId, itemId, gainDb: Number.NaN }),
    client.timeline.split({ projectId, itemId: 'x'.repeat(81), atFlicks: 0 }),
    client.timeline.editCaption({ projectId, itemId: captionId, text: ' \n', speaker: null }),
    client.timeline.editCaption({ projectId, itemId: captionId, text: 'x'.repeat(2_001), speaker: null }),
    client.timeline.append({ projectId, clip: { ...clip, durationFlicks: 0 } }),
  ];
  for (const call of calls) expect(await failureOf(call)).toMatchObject({ code: 'BAD_REQUEST' });
  expect(projectRows(studio.studio, projectId)).toEqual(before);
});

test('edits that are made at once come one after the other, and the open timeline stays the stored one', async () => {
  await using studio = createTestStudio();
  const { client } = studio;
  const projectId = await prepareFilm(studio);
  const { target, main } = lookAtFilm(studio, projectId);
  const start = projectRows(studio.studio, projectId);
  const [first, second] = await Promise.all([
    client.timeline.split({ projectId, itemId: target.clip.id, atFlicks: target.start + frames(10) }),
    client.timeline.split({ projectId, itemId: target.clip.id, atFlicks: target.start + frames(4) }),
    client.timeline.rippleDelete({ projectId, itemId: target.right.item.id }),
    client.timeline.setGain({ projectId, itemId: target.clip.id, gainDb: -3 }),
  ]);
  const after = lookAtFilm(studio, projectId);
  expect(after.main.length).toBe(main.length + 1);
  expect(after.startOf(second.added[0]?.id ?? '')).toBe(target.start + frames(4));
  expect(after.startOf(first.added[0]?.id ?? '')).toBe(target.start + frames(10));
  expectTimelineInStep(studio.studio, projectId);
  for (let edit = 0; edit < 4; edit++) await client.projects.undo({ projectId });
  expect(projectRows(studio.studio, projectId)).toEqual(start);
  expectTimelineInStep(studio.studio, projectId);
});
