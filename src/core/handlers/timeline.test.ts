import { expect } from 'vitest';
import type { EditReceipt } from '../../contract/base.ts';
import type { StudioClient } from '../../contract/contract.ts';
import { assetId, frames } from '../../testing/builders/timeline-rows.ts';
import { type EditCases, testEveryEdit } from '../../testing/edit-cases.ts';
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
  placeNew: {
    label: 'Place clip',
    input: ({ target }) => ({ clip, trackId: null, atFlicks: target.start + frames(2) }),
    shows: (after, { target, tracks }, receipt) =>
      expect(after.item(itemAdded(receipt))).toMatchObject({
        trackId: tracks.video.id,
        anchor: { to: 'item', itemId: target.clip.id, offsetFlicks: frames(2) },
        assetId: assetId(2),
        durationFlicks: frames(20),
      }),
  },
  splitAll: {
    label: 'Split all tracks',
    input: ({ target }) => ({ atFlicks: target.start + frames(10) }),
    shows: (after, { target }, receipt) =>
      expect(after.startOf(itemAdded(receipt))).toBe(target.start + frames(10)),
  },
  linkToShot: {
    label: 'Stop following shot',
    input: ({ target }) => ({ itemId: target.clip.id, shotId: null }),
    shows: (after, { target }) =>
      expect(after.item(target.clip.id)).toMatchObject({ shotId: null, assetId: target.clip.assetId }),
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
  liftItems: {
    label: 'Lift 2 items',
    input: ({ target }) => ({ itemIds: [target.clip.id, target.right.item.id], trackId: null }),
    shows: (after, { target, tracks }) => {
      for (const { id } of [target.clip, target.right.item]) {
        expect(after.item(id)?.trackId).toBe(tracks.video.id);
      }
      expect(after.main.find(({ item }) => item.kind === 'gap')?.startFlicks).toBe(target.start);
    },
  },
  lowerItems: {
    label: 'Lower clip',
    given: (client, { target, tracks }) =>
      client.timeline.lift({ projectId: tracks.main.projectId, itemId: target.clip.id, trackId: null }),
    input: ({ overlays, main }) => ({
      itemIds: overlays.map(({ id }) => id),
      atFlicks: main.find(({ item }) => item.kind === 'gap')?.startFlicks ?? 0,
      way: 'overwrite',
    }),
    shows: (after, { overlays: [lifted], main, tracks }) => {
      expect(after.item(lifted?.id ?? '')).toMatchObject({ trackId: tracks.main.id, anchor: null });
      expect(after.main.map(({ startFlicks }) => startFlicks)).toEqual(
        main.map(({ startFlicks }) => startFlicks),
      );
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
  moveItems: {
    label: 'Move 2 items',
    input: ({ target }) => ({
      itemIds: [target.clip.id, target.right.item.id],
      beforeItemId: target.left.item.id,
    }),
    shows: (after, { target }) => {
      expect(after.startOf(target.clip.id)).toBe(target.left.startFlicks);
      expect(after.startOf(target.left.item.id)).toBe(
        target.left.startFlicks + target.clip.durationFlicks + target.right.item.durationFlicks,
      );
    },
  },
  duplicateItems: {
    label: 'Duplicate clip',
    input: ({ target }) => ({ itemIds: [target.clip.id], atFlicks: target.end }),
    shows: (after, { target }) =>
      expect(after.startOf(target.right.item.id)).toBe(target.end + target.clip.durationFlicks),
  },
  deleteItems: {
    label: 'Ripple delete 2 items',
    input: ({ target }) => ({ itemIds: [target.clip.id, target.right.item.id], ripple: true }),
    shows: (after, { target }) => {
      expect(after.item(target.clip.id)).toBeUndefined();
      expect(after.item(target.right.item.id)).toBeUndefined();
    },
  },
  shiftItems: {
    label: 'Move title',
    given: addTitle,
    input: (film) => ({ itemIds: [ownTitle(film).id], byFlicks: frames(4) }),
    shows: (after, { target }) =>
      expect(ownTitle(after).anchor).toMatchObject({ itemId: target.clip.id, offsetFlicks: frames(10) }),
  },
  addTrack: {
    label: 'Add track',
    input: () => ({ kind: 'audio', name: 'Music' }),
    shows: (_after, _before, receipt) => expect(receipt.added).toMatchObject([{ entity: 'track' }]),
  },
  renameTrack: {
    label: 'Rename track',
    input: ({ tracks }) => ({ trackId: tracks.video.id, name: 'Cutaways' }),
    shows: (after) => expect(after.tracks.video.name).toBe('Cutaways'),
  },
  moveTrack: {
    label: 'Move track',
    input: ({ tracks }) => ({ trackId: tracks.caption.id, aboveTrackId: tracks.main.id }),
    shows: ({ tracks }) => {
      expect(tracks.caption.order > tracks.main.order).toBe(true);
      expect(tracks.caption.order < tracks.video.order).toBe(true);
    },
  },
  deleteTrack: {
    label: 'Delete track',
    input: ({ tracks }) => ({ trackId: tracks.caption.id }),
    shows: (after) => expect(after.captions).toEqual([]),
  },
  setPicture: {
    label: 'Change opacity',
    input: ({ target }) => ({ itemId: target.clip.id, opacity: 0.4, fit: 'fit' }),
    shows: (after, { target }) =>
      expect(after.item(target.clip.id)).toMatchObject({ opacity: 0.4, fit: 'fit' }),
  },
  setMuted: {
    label: 'Mute clip',
    input: ({ target }) => ({ itemId: target.clip.id, muted: true }),
    shows: (after, { target }) => expect(after.item(target.clip.id)).toMatchObject({ muted: true }),
  },
  setClips: {
    label: 'Change volume',
    input: ({ target }) => ({ itemIds: [target.clip.id, target.right.item.id], gainDb: -3 }),
    shows: (after, { target }) => {
      expect(after.item(target.clip.id)).toMatchObject({ gainDb: -3 });
      expect(after.item(target.right.item.id)).toMatchObject({ gainDb: -3 });
    },
  },
  setTrack: {
    label: 'Hide track',
    input: ({ tracks }) => ({ trackId: tracks.caption.id, muted: false, hidden: true }),
    shows: (after) => expect(after.tracks.caption).toMatchObject({ muted: false, hidden: true }),
  },
  setTrackSound: {
    label: 'Change use of track',
    input: ({ tracks }) => ({ trackId: tracks.audio.id, role: 'music', ducks: true }),
    shows: (after) => expect(after.tracks.audio).toMatchObject({ role: 'music', ducks: true }),
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
