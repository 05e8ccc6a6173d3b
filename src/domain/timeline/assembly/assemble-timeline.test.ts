import { describe, expect, test } from 'vitest';
import {
  makeAsset,
  makeScene,
  makeShot,
  makeTake,
  shotId,
  takeId,
} from '../../../testing/builders/story-rows.ts';
import {
  assetId,
  frames,
  itemId,
  makeGap,
  makeTitle,
  testProjectId,
  testRate,
} from '../../../testing/builders/timeline-rows.ts';
import { addChange, patchOf, type RecordsPatch, removeChange, updateChange } from '../../kernel/patch.ts';
import type { Shot } from '../../shots/shot.ts';
import type { Fields } from '../patch-draft.ts';
import { itemsOfTrack, startOf, timelineDurationFlicks } from '../queries.ts';
import type { Item } from '../records.ts';
import { applyPatch, indexTimeline, type TimelineIndex } from '../timeline-index.ts';
import { assembleTimeline } from './assemble-timeline.ts';
import type { AssemblyInput } from './assembly-input.ts';
import { clipIdOf } from './clip-plans.ts';

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

/** A timeline that stays between assemblies, as in a project. */
function timeline(more: Partial<AssemblyInput> = {}) {
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
    applyPatch(index, patchOf([updateChange<Item>('item', item(index, id), fields as Partial<Item>)]));
  };
  return { index, assemble, edit };
}

const clip = (id: string): string => clipIdOf(testProjectId, shotId(id));
function item(index: TimelineIndex, id: string): Item {
  const found = index.items.get(itemId(id)) ?? index.items.get(itemId(clip(id)));
  if (found === undefined) throw new Error(`no item ${id}`);
  return found;
}
const mainOf = (index: TimelineIndex): string[] =>
  [...index.main].map((one) =>
    one.kind === 'clip' ? (one.shotId ?? one.id) : one.kind === 'title' ? one.text : one.id,
  );
const captionsOf = (index: TimelineIndex): string[] =>
  [...index.items.values()].flatMap((one) => (one.kind === 'caption' ? [one.text] : []));

const [a, b, c] = [makeShot('a', 'a0'), makeShot('b', 'a1'), makeShot('c', 'a2')] as const;
const say = (text: string) => ({ speaker: 'MARA', text, parenthetical: null, offScreen: false });

describe('the first assembly', () => {
  test('lays a clip for each shot in story order, scene by scene, as long as the shot', () => {
    const { index, assemble } = timeline();
    const two = makeShot('x', 'a0', { sceneId: makeScene('two', 'a1').id, durationFlicks: frames(10) + 5 });
    assemble([two, c, a, b]);
    expect(mainOf(index)).toEqual(['a', 'b', 'c', 'x']);
    expect(item(index, 'x').durationFlicks).toBe(frames(10));
    expect(timelineDurationFlicks(index)).toBe(frames(72 * 3 + 10));
  });

  test('shows the chosen clip, else the still, else nothing yet', () => {
    const { index, assemble } = timeline();
    assemble([
      { ...a, chosenClipId: takeId('t1'), chosenStillId: takeId('t3') },
      b,
      { ...c, chosenStillId: takeId('t3') },
    ]);
    expect(item(index, 'a')).toMatchObject({ assetId: assetId(1), sourceLengthFlicks: frames(72) });
    expect(item(index, 'b')).toMatchObject({ assetId: null, sourceLengthFlicks: 0 });
    expect(item(index, 'c')).toMatchObject({ assetId: assetId(3), sourceLengthFlicks: 0 });
  });

  test('opens with a card and a fade, closes as the story says', () => {
    const { index, assemble } = timeline({
      credits: { title: 'The Last Signal', credit: 'written by', author: 'Ada' },
    });
    assemble([a, { ...b, transitionOut: 'fade-to-black' }]);
    expect(mainOf(index)).toEqual(['The Last Signal\nwritten by Ada', 'a', 'b']);
    expect(item(index, 'a')).toMatchObject({ fadeInFlicks: frames(12), fadeOutFlicks: 0 });
    expect(item(index, 'b')).toMatchObject({ fadeInFlicks: 0, fadeOutFlicks: frames(24) });
    expect(index.transitions.size).toBe(0);
  });

  test('makes transitions of what the script says, no longer than the shots allow', () => {
    const { index, assemble } = timeline();
    assemble([
      { ...a, transitionOut: 'dissolve' },
      { ...b, durationFlicks: frames(9), transitionOut: 'fade-to-white' },
      c,
    ]);
    expect(
      [...index.transitions.values()].map((one) => [one.leftItemId, one.kind, one.durationFlicks]),
    ).toEqual([
      [clip('a'), 'dissolve', frames(8)],
      [clip('b'), 'fade-white', frames(8)],
    ]);
  });

  test('writes dialogue as captions on the clip', () => {
    const { index, assemble } = timeline();
    assemble([a, { ...b, dialogue: say('Is anyone out there?') }]);
    const [caption] = [...index.items.values()].filter((one) => one.kind === 'caption');
    expect(caption).toMatchObject({ text: 'Is anyone out there?', speaker: 'MARA', shotId: 'b' });
    expect(startOf(index, caption?.id ?? itemId(''))).toBe(frames(72));
  });

  test('an empty story makes an empty timeline', () => {
    const { index, assemble } = timeline({ credits: { title: 'Nothing', credit: null, author: null } });
    assemble([]);
    expect(index.items.size).toBe(0);
    expect(assemble([]).changes).toEqual([]);
  });
});

describe('assembling again', () => {
  test('changes nothing when nothing changed', () => {
    const { assemble } = timeline({ credits: { title: 'T', credit: null, author: null } });
    const shots = [{ ...a, dialogue: say('One. Two.') }, { ...b, transitionOut: 'dissolve' as const }, c];
    assemble(shots);
    expect(assemble(shots).changes).toEqual([]);
  });

  test('another take changes the medium of every piece of the clip, and nothing else', () => {
    const { index, assemble, edit } = timeline();
    assemble([{ ...a, chosenClipId: takeId('t1') }, b]);
    edit('a', { durationFlicks: frames(30) });
    const left = item(index, 'a');
    const right = {
      ...left,
      id: itemId('right'),
      order: 'a0V',
      sourceInFlicks: frames(30),
      assembled: null,
    } as Item;
    applyPatch(index, patchOf([addChange('item', right)]));
    const patch = assemble([{ ...a, chosenClipId: takeId('t2') }, b]);
    expect(patch.changes).toHaveLength(2);
    for (const change of patch.changes) {
      expect(change.kind === 'update' && Object.keys(change.fields).sort()).toEqual([
        'assetId',
        'sourceLengthFlicks',
      ]);
    }
    expect(item(index, 'right')).toMatchObject({ assetId: assetId(2), sourceInFlicks: frames(30) });
  });

  test('a shot that got longer takes its clip along, unless a person trimmed it', () => {
    const { index, assemble, edit } = timeline();
    assemble([a, b]);
    edit('b', { durationFlicks: frames(20) });
    const longer = [a, b].map((shot) => ({ ...shot, durationFlicks: frames(96) }));
    assemble(longer);
    expect(item(index, 'a').durationFlicks).toBe(frames(96));
    expect(item(index, 'b').durationFlicks).toBe(frames(20));
    expect(assemble(longer).changes).toEqual([]);
    edit('b', { durationFlicks: frames(96) });
    assemble([a, b]);
    expect(item(index, 'b').durationFlicks).toBe(frames(72));
  });

  test('a new shot goes behind the one before it, wherever a person put that', () => {
    const { index, assemble, edit } = timeline();
    assemble([a, c]);
    edit('a', { order: 'b00' });
    assemble([a, b, c]);
    expect(mainOf(index)).toEqual(['c', 'a', 'b']);
    expect(assemble([a, b, c]).changes).toEqual([]);
  });

  test('new first shots go between the card and the shot that was first', () => {
    const { index, assemble } = timeline({ credits: { title: 'T', credit: null, author: null } });
    assemble([c]);
    assemble([a, b, c]);
    expect(mainOf(index)).toEqual(['T', 'a', 'b', 'c']);
    expect(item(index, 'c')).toMatchObject({ fadeInFlicks: 0 });
    expect(item(index, 'a')).toMatchObject({ fadeInFlicks: frames(12) });
  });

  test('clips follow shots that changed their order, but not where a person moved them', () => {
    const { index, assemble, edit } = timeline();
    assemble([a, b, c]);
    const moved = [{ ...a, order: 'a3' }, b, c];
    assemble(moved);
    expect(mainOf(index)).toEqual(['b', 'c', 'a']);
    expect(assemble(moved).changes).toEqual([]);
    edit('a', { order: 'Zz' });
    expect(assemble(moved).changes).toEqual([]);
    expect(mainOf(index)).toEqual(['a', 'b', 'c']);
  });

  test('a clip that a person deleted stays away; one whose shot left and came back returns', () => {
    const { index, assemble } = timeline();
    assemble([a, b, c]);
    applyPatch(index, patchOf([removeChange('item', item(index, 'b'))]));
    assemble([a, b, c]);
    expect(mainOf(index)).toEqual(['a', 'c']);
    assemble([a, c]);
    assemble([a, b, c]);
    expect(mainOf(index)).toEqual(['a', 'b', 'c']);
  });

  test('a shot that is gone takes its clip, captions and transition along; a title on it keeps its place', () => {
    const { index, assemble } = timeline();
    assemble([a, { ...b, dialogue: say('Hello.'), transitionOut: 'dissolve' }, c]);
    const title = makeTitle('late', 10, {
      anchor: { to: 'item', itemId: itemId(clip('b')), offsetFlicks: frames(5) },
    });
    const track = [...index.tracks.values()].find((one) => one.kind === 'title');
    applyPatch(index, patchOf([addChange('item', { ...title, trackId: track?.id ?? title.trackId })]));
    assemble([a, c]);
    expect(mainOf(index)).toEqual(['a', 'c']);
    expect(captionsOf(index)).toEqual([]);
    expect(index.transitions.size).toBe(0);
    expect(startOf(index, itemId('late'))).toBe(frames(77));
    assemble([a]);
    expect(startOf(index, itemId('late'))).toBe(frames(77));
    assemble([]);
    expect(startOf(index, itemId('late'))).toBe(frames(77));
  });

  test('changed dialogue rewrites captions that nobody touched, and leaves the others', () => {
    const { index, assemble, edit } = timeline();
    const shots = [
      { ...a, dialogue: say('One.') },
      { ...b, dialogue: say('Two.') },
    ];
    assemble(shots);
    const second = [...index.items.values()].find((one) => one.kind === 'caption' && one.shotId === b.id);
    edit(second?.id ?? '', { text: 'Two, she said.' });
    const next = [
      { ...a, dialogue: say('Eins.') },
      { ...b, dialogue: say('Zwei.') },
    ];
    assemble(next);
    expect(captionsOf(index).sort()).toEqual(['Eins.', 'Two, she said.']);
    expect(assemble(next).changes).toEqual([]);
    assemble([a, next[1] as Shot]);
    expect(captionsOf(index)).toEqual(['Two, she said.']);
  });

  test('a caption or transition that a person removed is not made again for the same words', () => {
    const { index, assemble } = timeline();
    const shots = [{ ...a, dialogue: say('One.'), transitionOut: 'dissolve' as const }, b];
    assemble(shots);
    const caption = [...index.items.values()].find((one) => one.kind === 'caption');
    const [dissolve] = index.transitions.values();
    if (caption === undefined || dissolve === undefined) throw new Error('nothing was made');
    applyPatch(index, patchOf([removeChange('item', caption), removeChange('transition', dissolve)]));
    expect(assemble(shots).changes).toEqual([]);
  });

  test('a transition that a person made longer is kept; one that the script changed follows', () => {
    const { index, assemble } = timeline();
    const shots = [
      { ...a, transitionOut: 'dissolve' as const },
      { ...b, transitionOut: 'dissolve' as const },
      c,
    ];
    assemble(shots);
    const [first, second] = index.transitions.values();
    if (first === undefined || second === undefined) throw new Error('nothing was made');
    applyPatch(index, patchOf([updateChange('transition', first, { durationFlicks: frames(30) })]));
    assemble(shots.map((shot) => ({ ...shot, transitionOut: 'fade-to-black' as const })));
    expect(index.transitions.get(first.id)?.kind).toBe('dissolve');
    expect(index.transitions.get(second.id)?.kind).toBe('fade-black');
  });

  test('what a person put on the track stays where it is', () => {
    const { index, assemble } = timeline();
    assemble([a, c]);
    const main = index.mainTrackId;
    if (main === null) throw new Error('no main track');
    applyPatch(index, patchOf([addChange('item', makeGap('mine', 12, { trackId: main, order: 'a0V' }))]));
    expect(itemsOfTrack(index, main)).toHaveLength(3);
    assemble([a, b, c]);
    expect(mainOf(index)).toEqual(['a', 'b', 'mine', 'c']);
  });
});
