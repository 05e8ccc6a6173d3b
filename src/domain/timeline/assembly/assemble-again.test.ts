import { describe, expect, test } from 'vitest';
import {
  captionsOf,
  clipOfShot,
  createAssembledTimeline,
  findItem,
  mainOf,
  say,
  shotA,
  shotB,
  shotC,
} from '../../../testing/assembled-timeline.ts';
import { takeId } from '../../../testing/builders/story-rows.ts';
import { assetId, frames, itemId, makeGap, makeTitle } from '../../../testing/builders/timeline-rows.ts';
import { addChange, patchOf, removeChange, updateChange } from '../../kernel/patch.ts';
import type { Shot } from '../../shots/shot.ts';
import { itemsOfTrack, startOf } from '../queries.ts';
import type { Item } from '../records.ts';
import { applyPatch } from '../timeline-index.ts';

describe('assembling again', () => {
  test('changes nothing when nothing changed', () => {
    const { assemble } = createAssembledTimeline({ credits: { title: 'T', credit: null, author: null } });
    const shots = [
      { ...shotA, dialogue: say('One. Two.') },
      { ...shotB, transitionOut: 'dissolve' as const },
      shotC,
    ];
    assemble(shots);
    expect(assemble(shots).changes).toEqual([]);
  });

  test('another take changes the medium of every piece of the clip, and nothing else', () => {
    const { index, assemble, edit } = createAssembledTimeline();
    assemble([{ ...shotA, chosenClipId: takeId('t1') }, shotB]);
    edit('a', { durationFlicks: frames(30) });
    const left = findItem(index, 'a');
    const right = {
      ...left,
      id: itemId('right'),
      order: 'a0V',
      sourceInFlicks: frames(30),
      assembled: null,
    } as Item;
    applyPatch(index, patchOf([addChange('item', right)]));
    const patch = assemble([{ ...shotA, chosenClipId: takeId('t2') }, shotB]);
    expect(patch.changes).toHaveLength(2);
    for (const change of patch.changes) {
      expect(change.kind === 'update' && Object.keys(change.fields).sort()).toEqual([
        'assetId',
        'sourceLengthFlicks',
      ]);
    }
    expect(findItem(index, 'right')).toMatchObject({ assetId: assetId(2), sourceInFlicks: frames(30) });
  });

  test('a shot that got longer takes its clip along, unless a person trimmed it', () => {
    const { index, assemble, edit } = createAssembledTimeline();
    assemble([shotA, shotB]);
    edit('b', { durationFlicks: frames(20) });
    const longer = [shotA, shotB].map((shot) => ({ ...shot, durationFlicks: frames(96) }));
    assemble(longer);
    expect(findItem(index, 'a').durationFlicks).toBe(frames(96));
    expect(findItem(index, 'b').durationFlicks).toBe(frames(20));
    expect(assemble(longer).changes).toEqual([]);
    edit('b', { durationFlicks: frames(96) });
    assemble([shotA, shotB]);
    expect(findItem(index, 'b').durationFlicks).toBe(frames(72));
  });

  test('a new shot goes behind the one before it, wherever a person put that', () => {
    const { index, assemble, edit } = createAssembledTimeline();
    assemble([shotA, shotC]);
    edit('a', { order: 'b00' });
    assemble([shotA, shotB, shotC]);
    expect(mainOf(index)).toEqual(['c', 'a', 'b']);
    expect(assemble([shotA, shotB, shotC]).changes).toEqual([]);
  });

  test('new first shots go between the card and the shot that was first', () => {
    const { index, assemble } = createAssembledTimeline({
      credits: { title: 'T', credit: null, author: null },
    });
    assemble([shotC]);
    assemble([shotA, shotB, shotC]);
    expect(mainOf(index)).toEqual(['T', 'a', 'b', 'c']);
    expect(findItem(index, 'c')).toMatchObject({ fadeInFlicks: 0 });
    expect(findItem(index, 'a')).toMatchObject({ fadeInFlicks: frames(12) });
  });

  test('clips follow shots that changed their order, but not where a person moved them', () => {
    const { index, assemble, edit } = createAssembledTimeline();
    assemble([shotA, shotB, shotC]);
    const moved = [{ ...shotA, order: 'a3' }, shotB, shotC];
    assemble(moved);
    expect(mainOf(index)).toEqual(['b', 'c', 'a']);
    expect(assemble(moved).changes).toEqual([]);
    edit('a', { order: 'Zz' });
    expect(assemble(moved).changes).toEqual([]);
    expect(mainOf(index)).toEqual(['a', 'b', 'c']);
  });

  test('a clip that a person deleted stays away; one whose shot left and came back returns', () => {
    const { index, assemble } = createAssembledTimeline();
    assemble([shotA, shotB, shotC]);
    applyPatch(index, patchOf([removeChange('item', findItem(index, 'b'))]));
    assemble([shotA, shotB, shotC]);
    expect(mainOf(index)).toEqual(['a', 'c']);
    assemble([shotA, shotC]);
    assemble([shotA, shotB, shotC]);
    expect(mainOf(index)).toEqual(['a', 'b', 'c']);
  });

  test('a shot that is gone takes its clip, captions and transition along; a title on it keeps its place', () => {
    const { index, assemble } = createAssembledTimeline();
    assemble([shotA, { ...shotB, dialogue: say('Hello.'), transitionOut: 'dissolve' }, shotC]);
    const title = makeTitle('late', 10, {
      anchor: { to: 'item', itemId: itemId(clipOfShot('b')), offsetFlicks: frames(5) },
    });
    const track = [...index.tracks.values()].find((one) => one.kind === 'title');
    applyPatch(index, patchOf([addChange('item', { ...title, trackId: track?.id ?? title.trackId })]));
    assemble([shotA, shotC]);
    expect(mainOf(index)).toEqual(['a', 'c']);
    expect(captionsOf(index)).toEqual([]);
    expect(index.transitions.size).toBe(0);
    expect(startOf(index, itemId('late'))).toBe(frames(77));
    assemble([shotA]);
    expect(startOf(index, itemId('late'))).toBe(frames(77));
    assemble([]);
    expect(startOf(index, itemId('late'))).toBe(frames(77));
  });

  test('changed dialogue rewrites captions that nobody touched, and leaves the others', () => {
    const { index, assemble, edit } = createAssembledTimeline();
    const shots = [
      { ...shotA, dialogue: say('One.') },
      { ...shotB, dialogue: say('Two.') },
    ];
    assemble(shots);
    const second = [...index.items.values()].find((one) => one.kind === 'caption' && one.shotId === shotB.id);
    edit(second?.id ?? '', { text: 'Two, she said.' });
    const next = [
      { ...shotA, dialogue: say('Eins.') },
      { ...shotB, dialogue: say('Zwei.') },
    ];
    assemble(next);
    expect(captionsOf(index).sort()).toEqual(['Eins.', 'Two, she said.']);
    expect(assemble(next).changes).toEqual([]);
    assemble([shotA, next[1] as Shot]);
    expect(captionsOf(index)).toEqual(['Two, she said.']);
  });

  test('a caption or transition that a person removed is not made again for the same words', () => {
    const { index, assemble } = createAssembledTimeline();
    const shots = [{ ...shotA, dialogue: say('One.'), transitionOut: 'dissolve' as const }, shotB];
    assemble(shots);
    const caption = [...index.items.values()].find((one) => one.kind === 'caption');
    const [dissolve] = index.transitions.values();
    if (caption === undefined || dissolve === undefined) throw new Error('nothing was made');
    applyPatch(index, patchOf([removeChange('item', caption), removeChange('transition', dissolve)]));
    expect(assemble(shots).changes).toEqual([]);
  });

  test('a transition that a person made longer is kept; one that the script changed follows', () => {
    const { index, assemble } = createAssembledTimeline();
    const shots = [
      { ...shotA, transitionOut: 'dissolve' as const },
      { ...shotB, transitionOut: 'dissolve' as const },
      shotC,
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
    const { index, assemble } = createAssembledTimeline();
    assemble([shotA, shotC]);
    const main = index.mainTrackId;
    if (main === null) throw new Error('no main track');
    applyPatch(index, patchOf([addChange('item', makeGap('mine', 12, { trackId: main, order: 'a0V' }))]));
    expect(itemsOfTrack(index, main)).toHaveLength(3);
    assemble([shotA, shotB, shotC]);
    expect(mainOf(index)).toEqual(['a', 'b', 'mine', 'c']);
  });
});
