import { emptyPatch, type RecordsPatch } from '../domain/kernel/patch.ts';
import { ok, type Result } from '../domain/kernel/result.ts';
import { deleteItems } from '../domain/timeline/commands/delete-items.ts';
import { duplicateItems } from '../domain/timeline/commands/duplicate-items.ts';
import { addTrack, deleteTrack, moveTrack, renameTrack } from '../domain/timeline/commands/edit-tracks.ts';
import { liftItems } from '../domain/timeline/commands/lift-items.ts';
import { linkToShot } from '../domain/timeline/commands/link-to-shot.ts';
import { lowerItems } from '../domain/timeline/commands/lower-items.ts';
import { moveItems } from '../domain/timeline/commands/move-items.ts';
import { placeNew } from '../domain/timeline/commands/place-new.ts';
import { setClips } from '../domain/timeline/commands/set-clips.ts';
import { shiftItems } from '../domain/timeline/commands/shift-items.ts';
import { splitAll } from '../domain/timeline/commands/split-all.ts';
import { tracksInOrder } from '../domain/timeline/queries.ts';
import type { Item } from '../domain/timeline/records.ts';
import type { TimelineIndex } from '../domain/timeline/timeline-index.ts';
import { shotId } from './builders/story-rows.ts';
import { assetId, frames, testProjectId } from './builders/timeline-rows.ts';
import type { PickedEdit } from './picked-edit.ts';

/** Edits of several items at once, and of tracks. */
export const arrangementNames = [
  'delete-items',
  'ripple-delete-items',
  'shift-items',
  'lift-items',
  'lower-items',
  'move-items',
  'duplicate-items',
  'split-all',
  'place-new',
  'link-to-shot',
  'set-clips',
  'add-track',
  'rename-track',
  'move-track',
  'delete-track',
] as const;
export type ArrangementName = (typeof arrangementNames)[number];

export function isArrangement(name: string): name is ArrangementName {
  return arrangementNames.some((known) => known === name);
}

/** Runs the command on a few items around what `edit` picks; `at` is a time and `by` a drag. */
export function runArrangement(
  index: TimelineIndex,
  edit: PickedEdit<string> & { readonly name: ArrangementName },
  other: Item | null,
  by: number,
  at: number,
  newId: () => string,
): Result<RecordsPatch> {
  const main = few([...index.main], edit);
  const attached = few(
    [...index.items.values()].filter((item) => item.trackId !== index.mainTrackId),
    edit,
  );
  const some = edit.length % 3 === 0 ? attached : edit.length % 3 === 1 ? main : [...main, ...attached];
  const itemIds = some.map(({ id }) => id);
  const tracks = tracksInOrder(index);
  const track = tracks[edit.pick % Math.max(1, tracks.length)];
  switch (edit.name) {
    case 'delete-items':
      return deleteItems(index, { itemIds, ripple: false, newId });
    case 'ripple-delete-items':
      return deleteItems(index, { itemIds, ripple: true, newId });
    case 'shift-items':
      return shiftItems(index, {
        itemIds: attached.map(({ id }) => id),
        byFlicks: by,
        toTracks:
          track === undefined
            ? []
            : attached.slice(0, 1).map(({ trackId }) => ({ from: trackId, to: track.id })),
      });
    case 'lift-items':
      return liftItems(index, { itemIds: main.map(({ id }) => id), trackId: null, newId });
    case 'lower-items':
      return lowerItems(index, {
        itemIds: attached.filter(({ kind }) => kind === 'clip').map(({ id }) => id),
        atFlicks: at,
        way: edit.other % 2 === 0 ? 'insert' : 'overwrite',
        newId,
      });
    case 'move-items':
      return moveItems(index, {
        itemIds: main.map(({ id }) => id),
        beforeItemId: edit.other % 5 === 0 ? null : (other?.id ?? null),
      });
    case 'duplicate-items':
      return duplicateItems(index, { itemIds, atFlicks: at, newId });
    case 'split-all':
      return splitAll(index, { atFlicks: at, newId });
    case 'place-new':
      return placeNew(index, {
        clip: {
          assetId: assetId(8),
          shotId: null,
          sourceInFlicks: 0,
          sourceLengthFlicks: frames(40),
          durationFlicks: frames(edit.length),
          fit: 'fit',
        },
        trackId: edit.other % 2 === 0 ? null : (track?.id ?? null),
        mediumKind: edit.pick % 2 === 0 ? 'video' : 'audio',
        atFlicks: at,
        newId,
      });
    case 'link-to-shot': {
      const medium = { assetId: assetId(3), sourceLengthFlicks: 0, scratch: false };
      const shot = edit.other % 2 === 0 ? null : { shotId: shotId('other'), medium };
      const clip = main.find((item) => item.kind === 'clip');
      return clip === undefined ? ok(emptyPatch) : linkToShot(index, { itemId: clip.id, shot });
    }
    case 'set-clips': {
      const clips = some.filter((item) => item.kind === 'clip').map(({ id }) => id);
      return setClips(index, {
        itemIds: clips,
        opacity: 0.5,
        muted: edit.other % 2 === 0,
        ducks: edit.other % 3 === 0,
      });
    }
    case 'add-track': {
      const kind = (['video', 'audio', 'title', 'caption'] as const)[edit.pick % 4] ?? 'video';
      return addTrack(index, { projectId: testProjectId, kind, name: 'Another', newId });
    }
    default: {
      if (track === undefined) return ok(emptyPatch);
      const { id: trackId } = track;
      if (edit.name === 'rename-track') return renameTrack(index, { trackId, name: `Track ${edit.other}` });
      if (edit.name === 'delete-track') return deleteTrack(index, { trackId });
      const aboveTrackId = tracks[edit.other % (tracks.length + 1)]?.id ?? null;
      return moveTrack(index, { trackId, aboveTrackId });
    }
  }
}

/** Up to three of a list, from where the edit picks. */
function few(items: readonly Item[], { pick, other }: PickedEdit<string>): Item[] {
  if (items.length === 0) return [];
  const at = pick % items.length;
  const step = 1 + (other % 2);
  return [items[at], items[at + step], items[at + 2 * step]].filter((item) => item !== undefined);
}
