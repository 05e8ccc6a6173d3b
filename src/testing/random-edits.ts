import fc from 'fast-check';
import { emptyPatch, type RecordsPatch } from '../domain/kernel/patch.ts';
import { ok, type Result } from '../domain/kernel/result.ts';
import { addCaption, addTitle } from '../domain/timeline/commands/add-title.ts';
import { appendClip } from '../domain/timeline/commands/append-clip.ts';
import { deleteItem } from '../domain/timeline/commands/delete-item.ts';
import { editCaption } from '../domain/timeline/commands/edit-caption.ts';
import { editTitle } from '../domain/timeline/commands/edit-title.ts';
import { insertClip } from '../domain/timeline/commands/insert-clip.ts';
import { liftItem } from '../domain/timeline/commands/lift-item.ts';
import { moveItem } from '../domain/timeline/commands/move-item.ts';
import { overwriteClip } from '../domain/timeline/commands/overwrite-clip.ts';
import { placeItem } from '../domain/timeline/commands/place-item.ts';
import { rippleDelete } from '../domain/timeline/commands/ripple-delete.ts';
import { rippleTrim } from '../domain/timeline/commands/ripple-trim.ts';
import { rollCut } from '../domain/timeline/commands/roll-cut.ts';
import { setAnchor } from '../domain/timeline/commands/set-anchor.ts';
import { setFade } from '../domain/timeline/commands/set-fade.ts';
import { setGain } from '../domain/timeline/commands/set-gain.ts';
import { setTrack } from '../domain/timeline/commands/set-track.ts';
import { removeTransition, setTransition } from '../domain/timeline/commands/set-transition.ts';
import { slideItem } from '../domain/timeline/commands/slide-item.ts';
import { slipClip } from '../domain/timeline/commands/slip-clip.ts';
import { splitItem } from '../domain/timeline/commands/split-item.ts';
import { trimItem } from '../domain/timeline/commands/trim-item.ts';
import { endOf, startOf } from '../domain/timeline/queries.ts';
import type { Item } from '../domain/timeline/records.ts';
import type { TimelineIndex } from '../domain/timeline/timeline-index.ts';
import { assetId, frames } from './builders/timeline-rows.ts';
import type { PickedEdit } from './picked-edit.ts';
import { arrangementNames, isArrangement, runArrangement } from './random-arrangements.ts';

export const editNames = [
  'append',
  'insert',
  'overwrite',
  'move',
  'place',
  'trim-start',
  'trim-end',
  'ripple-trim-start',
  'ripple-trim-end',
  'split',
  'delete',
  'ripple-delete',
  'lift',
  'slip',
  'roll',
  'slide',
  'gain',
  'fade',
  'dissolve',
  'cut',
  'add-title',
  'edit-title',
  'add-caption',
  'edit-caption',
  'anchor',
  'track',
  ...arrangementNames,
] as const;
export type EditName = (typeof editNames)[number];

/** Numbers that become a command on whatever timeline they meet. */
export type RandomEdit = PickedEdit<EditName>;

export const randomEdit: fc.Arbitrary<RandomEdit> = fc.record({
  name: fc.constantFrom(...editNames),
  pick: fc.nat(),
  other: fc.nat(),
  amount: fc.oneof(fc.integer({ min: -12, max: 12 }), fc.double({ min: -12, max: 12, noNaN: true })),
  length: fc.integer({ min: 1, max: 30 }),
});

const mostlyOnMain: readonly EditName[] = [
  'move',
  'ripple-trim-start',
  'ripple-trim-end',
  'ripple-delete',
  'lift',
  'roll',
  'slide',
  'dissolve',
  'cut',
];

/** The item that an edit means, on main for commands that only work there; null on an empty timeline. */
export function pickItem(index: TimelineIndex, edit: RandomEdit): Item | null {
  const items = mostlyOnMain.includes(edit.name) ? [...index.main] : [...index.items.values()];
  return items[edit.pick % Math.max(1, items.length)] ?? null;
}

/** Runs the command that a random edit stands for; `serial` makes its new ids. Nothing to edit is no change. */
export function runEdit(
  index: TimelineIndex,
  edit: RandomEdit,
  serial: number | string,
): Result<RecordsPatch> {
  const main = [...index.main];
  const other = main[edit.other % Math.max(1, main.length)] ?? null;
  return runEditOn(index, edit, pickItem(index, edit), other, serial);
}

/** The same on a given item; `other` is the main-track item where something is put in, moved to or held on to. */
export function runEditOn(
  index: TimelineIndex,
  edit: RandomEdit,
  item: Item | null,
  other: Item | null,
  serial: number | string,
): Result<RecordsPatch> {
  const by = Math.round(edit.amount * frames(1));
  let made = 0;
  const newId = (): string => `new-${serial}-${made++}`;
  const clip = {
    assetId: assetId(7),
    shotId: null,
    sourceInFlicks: frames(3),
    sourceLengthFlicks: edit.pick % 4 === 0 ? 0 : frames(edit.length + 6),
    durationFlicks: frames(edit.length),
    fit: 'fill',
  } as const;
  const at = Math.max(0, ((other && startOf(index, other.id)) ?? 0) + by);
  const { name } = edit;
  if (isArrangement(name)) return runArrangement(index, { ...edit, name }, other, by, at, newId);
  switch (edit.name) {
    case 'append':
      return appendClip(index, { clip, newId });
    case 'insert':
      return insertClip(index, { clip, atFlicks: at, newId });
    case 'overwrite':
      return overwriteClip(index, { clip, atFlicks: at, newId });
    case 'add-title':
      return addTitle(index, {
        trackId: null,
        atFlicks: at,
        durationFlicks: frames(edit.length),
        newId,
        text: 'A title',
        style: 'lower-third',
        fadeInFlicks: 0,
        fadeOutFlicks: 0,
      });
    case 'add-caption':
      return addCaption(index, {
        trackId: null,
        atFlicks: at,
        durationFlicks: frames(edit.length),
        newId,
        text: 'A caption',
        speaker: null,
      });
    case 'track': {
      const tracks = [...index.tracks.values()];
      const track = tracks[edit.pick % Math.max(1, tracks.length)];
      if (track === undefined) return ok(emptyPatch);
      return setTrack(index, {
        trackId: track.id,
        muted: edit.other % 2 === 0,
        hidden: edit.other % 3 === 0,
      });
    }
    default:
      return item === null ? ok(emptyPatch) : runOn(index, edit, item, other, by, at, newId);
  }
}

function runOn(
  index: TimelineIndex,
  edit: RandomEdit,
  { id: itemId }: Item,
  other: Item | null,
  by: number,
  at: number,
  newId: () => string,
): Result<RecordsPatch> {
  const start = startOf(index, itemId) ?? 0;
  const end = endOf(index, itemId) ?? 0;
  switch (edit.name) {
    case 'move':
      return moveItem(index, { itemId, beforeItemId: edit.other % 5 === 0 ? null : (other?.id ?? null) });
    case 'place':
      return placeItem(index, { itemId, atFlicks: at, trackId: null });
    case 'trim-start':
      return trimItem(index, { itemId, edge: 'start', toFlicks: start + by, newId });
    case 'trim-end':
      return trimItem(index, { itemId, edge: 'end', toFlicks: end + by, newId });
    case 'ripple-trim-start':
      return rippleTrim(index, { itemId, edge: 'start', toFlicks: start + by });
    case 'ripple-trim-end':
      return rippleTrim(index, { itemId, edge: 'end', toFlicks: end + by });
    case 'split':
      return splitItem(index, { itemId, atFlicks: start + Math.abs(by), newId });
    case 'delete':
      return deleteItem(index, { itemId, newId });
    case 'ripple-delete':
      return rippleDelete(index, { itemId });
    case 'lift':
      return liftItem(index, { itemId, trackId: null, newId });
    case 'slip':
      return slipClip(index, { itemId, byFlicks: by });
    case 'roll':
      return rollCut(index, { leftItemId: itemId, toFlicks: end + by });
    case 'slide':
      return slideItem(index, { itemId, byFlicks: by });
    case 'gain':
      return setGain(index, { itemId, gainDb: edit.amount });
    case 'fade':
      return setFade(index, {
        itemId,
        edge: edit.other % 2 === 0 ? 'in' : 'out',
        durationFlicks: Math.abs(by),
      });
    case 'dissolve':
      return setTransition(index, {
        leftItemId: itemId,
        kind: edit.other % 2 === 0 ? 'dissolve' : 'fade-black',
        durationFlicks: Math.abs(by),
        newId,
      });
    case 'cut':
      return removeTransition(index, { leftItemId: itemId });
    case 'edit-title':
      return editTitle(index, { itemId, text: 'Other words', style: 'credits' });
    case 'edit-caption':
      return editCaption(index, { itemId, text: 'Other words', speaker: 'ANN' });
    case 'anchor':
      return setAnchor(index, { itemId, to: edit.other % 3 === 0 ? null : (other?.id ?? null) });
    default:
      return ok(emptyPatch);
  }
}
