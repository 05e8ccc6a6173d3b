import { expect, test } from 'vitest';
import type { EditReceipt } from '../../contract/base.ts';
import type { StudioClient } from '../../contract/contract.ts';
import { assetId, frames } from '../../testing/builders/timeline-rows.ts';
import { createTestStudio } from '../../testing/create-test-studio.ts';
import { type EditCases, failureOf, testEveryEdit } from '../../testing/edit-cases.ts';
import { expectTimelineInStep, projectRows } from '../../testing/project-rows.ts';
import { lookAtFilm, prepareFilm, type TestFilm, takeFrames } from '../../testing/test-film.ts';

const clip = {
  medium: { of: 'asset', assetId: assetId(2) },
  sourceInFlicks: frames(10),
  durationFlicks: frames(20),
  fit: 'fit',
} as const;

function itemAdded({ added }: EditReceipt): string {
  const ids = added.filter(({ entity }) => entity === 'item').map(({ id }) => id);
  expect(ids).toHaveLength(1);
  return ids[0] ?? '';
}

async function addTitle(client: StudioClient, film: TestFilm): Promise<EditReceipt> {
  const { projectId } = film.tracks.main;
  const { target } = film;
  return client.timeline.addTitle({ projectId, ...title, atFlicks: target.start + frames(6) });
}

const title = {
  trackId: null,
  durationFlicks: frames(24),
  text: 'Five years earlier',
  style: 'lower-third',
  fadeInFlicks: frames(3),
  fadeOutFlicks: 0,
} as const;

/** The title that {@link addTitle} put there. */
function ownTitle({ titles }: TestFilm): TestFilm['titles'][number] {
  const own = titles.find(({ text }) => text === title.text);
  if (own === undefined) throw new Error('the title is not there');
  return own;
}

const cases: EditCases<'timeline', TestFilm> = {
  append: {
    label: 'Append clip',
    input: () => ({ clip }),
    shows: (after, before, receipt) => {
      const last = after.main.at(-1);
      expect(last?.item).toMatchObject({
        id: itemAdded(receipt),
        assetId: assetId(2),
        shotId: null,
        sourceInFlicks: frames(10),
        sourceLengthFlicks: frames(takeFrames[1]),
        durationFlicks: frames(20),
        fit: 'fit',
      });
      expect(after.main.length).toBe(before.main.length + 1);
    },
  },
  insert: {
    label: 'Insert clip',
    input: ({ target }) => ({
      clip: { ...clip, medium: { of: 'shot', shotId: target.clip.shotId ?? '' } },
      atFlicks: target.right.startFlicks,
    }),
    shows: (after, { target }, receipt) => {
      expect(after.startOf(itemAdded(receipt))).toBe(target.end);
      expect(after.startOf(target.right.item.id)).toBe(target.end + frames(20));
      expect(after.item(itemAdded(receipt))).toMatchObject({
        shotId: target.clip.shotId,
        assetId: target.clip.assetId,
        sourceLengthFlicks: frames(takeFrames[0]),
      });
    },
  },
  overwrite: {
    label: 'Overwrite',
    input: ({ target }) => ({ clip, atFlicks: target.end }),
    shows: (after, { target }, receipt) => {
      expect(after.startOf(itemAdded(receipt))).toBe(target.end);
      expect(after.startOf(target.right.item.id)).toBe(target.end + frames(20));
      expect(after.main.at(-1)?.startFlicks).toBe(after.startOf(after.main.at(-1)?.item.id ?? ''));
    },
  },
  split: {
    label: 'Split clip',
    input: ({ target }) => ({ itemId: target.clip.id, atFlicks: target.start + frames(10) }),
    shows: (after, { target }, receipt) => {
      expect(after.item(target.clip.id)?.durationFlicks).toBe(frames(10));
      expect(after.item(itemAdded(receipt))).toMatchObject({ sourceInFlicks: frames(10) });
      expect(after.startOf(itemAdded(receipt))).toBe(target.start + frames(10));
    },
  },
  trim: {
    label: 'Trim clip',
    input: ({ target }) => ({ itemId: target.clip.id, edge: 'end', toFlicks: target.end - frames(5) }),
    shows: (after, { target }, receipt) => {
      expect(after.item(itemAdded(receipt))).toMatchObject({ kind: 'gap', durationFlicks: frames(5) });
      expect(after.startOf(target.right.item.id)).toBe(target.end);
    },
  },
  rippleTrim: {
    label: 'Ripple trim clip',
    input: ({ target }) => ({ itemId: target.clip.id, edge: 'start', toFlicks: target.start + frames(5) }),
    shows: (after, { target }) => {
      expect(after.item(target.clip.id)).toMatchObject({ sourceInFlicks: frames(5) });
      expect(after.startOf(target.right.item.id)).toBe(target.end - frames(5));
    },
  },
  roll: {
    label: 'Roll cut',
    input: ({ target }) => ({ leftItemId: target.clip.id, toFlicks: target.end + frames(4) }),
    shows: (after, { target }) => {
      expect(after.startOf(target.right.item.id)).toBe(target.end + frames(4));
      expect(after.main.at(-1)?.startFlicks).toBe(after.startOf(after.main.at(-1)?.item.id ?? ''));
    },
  },
  slip: {
    label: 'Slip clip',
    input: ({ target }) => ({ itemId: target.clip.id, byFlicks: frames(7) }),
    shows: (after, { target }) => {
      expect(after.item(target.clip.id)).toMatchObject({ sourceInFlicks: frames(7) });
      expect(after.startOf(target.clip.id)).toBe(target.start);
    },
  },
  slide: {
    label: 'Slide clip',
    input: ({ target }) => ({ itemId: target.clip.id, byFlicks: frames(3) }),
    shows: (after, { target }) => {
      expect(after.startOf(target.clip.id)).toBe(target.start + frames(3));
      expect(after.item(target.clip.id)).toMatchObject({ sourceInFlicks: 0 });
    },
  },
  move: {
    label: 'Move clip',
    input: ({ target }) => ({ itemId: target.clip.id, beforeItemId: target.left.item.id }),
    shows: (after, { target }) => expect(after.startOf(target.clip.id)).toBe(target.left.startFlicks),
  },
  place: {
    label: 'Move title',
    given: addTitle,
    input: (film) => ({ itemId: ownTitle(film).id, atFlicks: film.target.end, trackId: null }),
    shows: (after, { target }) =>
      expect(ownTitle(after).anchor).toEqual({ to: 'item', itemId: target.right.item.id, offsetFlicks: 0 }),
  },
  lift: {
    label: 'Lift clip',
    input: ({ target }) => ({ itemId: target.clip.id, trackId: null }),
    shows: (after, { target, tracks }) => {
      expect(after.item(target.clip.id)?.trackId).toBe(tracks.video.id);
      expect(after.startOf(target.right.item.id)).toBe(target.end);
    },
  },
  setAnchor: {
    label: 'Unlink title',
    given: addTitle,
    input: (film) => ({ itemId: ownTitle(film).id, to: null }),
    shows: (after, { target }) =>
      expect(ownTitle(after).anchor).toEqual({ to: 'time', atFlicks: target.start + frames(6) }),
  },
  delete: {
    label: 'Delete caption',
    input: ({ captions }) => ({ itemId: captions[0]?.id ?? '' }),
    shows: (after, { captions }) => expect(after.item(captions[0]?.id ?? '')).toBeUndefined(),
  },
  rippleDelete: {
    label: 'Ripple delete clip',
    input: ({ target }) => ({ itemId: target.clip.id }),
    shows: (after, { target }) => {
      expect(after.item(target.clip.id)).toBeUndefined();
      expect(after.startOf(target.right.item.id)).toBe(target.start);
    },
  },
  setTrack: {
    label: 'Hide track',
    input: ({ tracks }) => ({ trackId: tracks.caption.id, muted: false, hidden: true }),
    shows: (after) => expect(after.tracks.caption).toMatchObject({ muted: false, hidden: true }),
  },
  setGain: {
    label: 'Change volume',
    input: ({ target }) => ({ itemId: target.clip.id, gainDb: -6.5 }),
    shows: (after, { target }) => expect(after.item(target.clip.id)).toMatchObject({ gainDb: -6.5 }),
  },
  setFade: {
    label: 'Fade out',
    input: ({ target }) => ({ itemId: target.clip.id, edge: 'out', durationFlicks: frames(8) }),
    shows: (after, { target }) =>
      expect(after.item(target.clip.id)).toMatchObject({ fadeInFlicks: 0, fadeOutFlicks: frames(8) }),
  },
  setTransition: {
    label: 'Dissolve',
    input: ({ target }) => ({ leftItemId: target.clip.id, kind: 'dissolve', durationFlicks: frames(12) }),
    shows: (after, { target }) =>
      expect(after.transitions.find(({ leftItemId }) => leftItemId === target.clip.id)).toMatchObject({
        kind: 'dissolve',
        durationFlicks: frames(12),
      }),
  },
  removeTransition: {
    label: 'Remove transition',
    given: (client, { target, tracks }) =>
      client.timeline.setTransition({
        projectId: tracks.main.projectId,
        leftItemId: target.left.item.id,
        kind: 'fade-black',
        durationFlicks: frames(10),
      }),
    input: ({ target }) => ({ leftItemId: target.left.item.id }),
    shows: (after, before) => expect(after.transitions.length).toBe(before.transitions.length - 1),
  },
  addTitle: {
    label: 'Add title',
    input: ({ target }) => ({ ...title, atFlicks: target.start + frames(6) }),
    shows: (after, { target, tracks }, receipt) =>
      expect(after.item(itemAdded(receipt))).toMatchObject({
        trackId: tracks.title.id,
        anchor: { to: 'item', itemId: target.clip.id, offsetFlicks: frames(6) },
        text: title.text,
        style: title.style,
        fadeInFlicks: title.fadeInFlicks,
      }),
  },
  editTitle: {
    label: 'Edit title',
    given: addTitle,
    input: (film) => ({ itemId: ownTitle(film).id, text: 'Six years earlier', style: 'chapter' }),
    shows: (after, before) =>
      expect(after.item(ownTitle(before).id)).toMatchObject({ text: 'Six years earlier', style: 'chapter' }),
  },
  addCaption: {
    label: 'Add caption',
    input: () => ({
      trackId: null,
      atFlicks: 0,
      durationFlicks: frames(30),
      text: '(Wind.)',
      speaker: null,
    }),
    shows: (after, { tracks }, receipt) =>
      expect(after.item(itemAdded(receipt))).toMatchObject({
        kind: 'caption',
        trackId: tracks.caption.id,
        text: '(Wind.)',
        durationFlicks: frames(30),
      }),
  },
  editCaption: {
    label: 'Edit caption',
    input: ({ captions }) => ({ itemId: captions[0]?.id ?? '', text: 'Is anyone there?', speaker: 'ANN' }),
    shows: (after, { captions }) =>
      expect(after.item(captions[0]?.id ?? '')).toMatchObject({ text: 'Is anyone there?', speaker: 'ANN' }),
  },
};

testEveryEdit('timeline', prepareFilm, lookAtFilm, cases);

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
  expect(after.startOf(itemAdded(second))).toBe(target.start + frames(4));
  expect(after.startOf(itemAdded(first))).toBe(target.start + frames(10));
  expectTimelineInStep(studio.studio, projectId);
  for (let edit = 0; edit < 4; edit++) await client.projects.undo({ projectId });
  expect(projectRows(studio.studio, projectId)).toEqual(start);
  expectTimelineInStep(studio.studio, projectId);
});
