import { patchOf, type RecordsPatch, updateChange } from '../domain/kernel/patch.ts';
import type { Shot } from '../domain/shots/shot.ts';
import { assembleTimeline } from '../domain/timeline/assembly/assemble-timeline.ts';
import type { AssemblyInput } from '../domain/timeline/assembly/assembly-input.ts';
import { clipIdOf } from '../domain/timeline/assembly/clip-plans.ts';
import type { Fields } from '../domain/timeline/patch-draft.ts';
import type { Item } from '../domain/timeline/records.ts';
import { applyPatch, indexTimeline, type TimelineIndex } from '../domain/timeline/timeline-index.ts';
import { makeAsset, makeScene, makeShot, makeTake, shotId } from './builders/story-rows.ts';
import { itemId, testProjectId, testRate } from './builders/timeline-rows.ts';

const takes = [makeTake('t1', 'a', 1), makeTake('t2', 'a', 2), makeTake('t3', 'a', 3, { kind: 'still' })];
const assets = [makeAsset(1, 72), makeAsset(2, 120), makeAsset(3, 0)];
const defaults = {
  projectId: testProjectId,
  rate: testRate,
  credits: { title: '', credit: null, author: null },
  scenes: [makeScene('one', 'a0'), makeScene('two', 'a1')],
  takes: new Map(takes.map((take) => [take.id, take])),
  assets: new Map(assets.map((asset) => [asset.id, asset])),
} satisfies Partial<AssemblyInput>;

/** A timeline that stays between assemblies, as in a project. Takes t1 and t2 are clips of 72 and 120 frames, t3 is a still. */
export function createAssembledTimeline(more: Partial<AssemblyInput> = {}) {
  const index = indexTimeline({ tracks: [], items: [], transitions: [] }, testRate);
  const assemble = (shots: readonly Shot[], now: Partial<AssemblyInput> = {}): RecordsPatch => {
    const rows = {
      tracks: [...index.tracks.values()],
      items: [...index.items.values()],
      transitions: [...index.transitions.values()],
    };
    const patch = assembleTimeline({ ...defaults, ...more, ...now, shots, rows });
    applyPatch(index, patch);
    return patch;
  };
  const edit = (id: string, fields: Fields<Item>): void => {
    applyPatch(index, patchOf([updateChange<Item>('item', findItem(index, id), fields as Partial<Item>)]));
  };
  return { index, assemble, edit };
}

export const clipOfShot = (id: string): string => clipIdOf(testProjectId, shotId(id));
export function findItem(index: TimelineIndex, id: string): Item {
  const found = index.items.get(itemId(id)) ?? index.items.get(itemId(clipOfShot(id)));
  if (found === undefined) throw new Error(`no item ${id}`);
  return found;
}
export const mainOf = (index: TimelineIndex): string[] =>
  [...index.main].map((one) =>
    one.kind === 'clip' ? (one.shotId ?? one.id) : one.kind === 'title' ? one.text : one.id,
  );
export const captionsOf = (index: TimelineIndex): string[] =>
  [...index.items.values()].flatMap((one) => (one.kind === 'caption' ? [one.text] : []));

/** Three shots of 72 frames in scene one. */
export const [shotA, shotB, shotC] = [makeShot('a', 'a0'), makeShot('b', 'a1'), makeShot('c', 'a2')] as const;
export const say = (text: string) => ({ speaker: 'MARA', text, parenthetical: null, offScreen: false });
