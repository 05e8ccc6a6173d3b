import { describe, expect, test } from 'vitest';
import {
  clipOfShot,
  createAssembledTimeline,
  findItem,
  mainOf,
  say,
  shotA,
  shotB,
  shotC,
} from '../../../testing/assembled-timeline.ts';
import { makeScene, makeShot, takeId } from '../../../testing/builders/story-rows.ts';
import { assetId, frames, itemId } from '../../../testing/builders/timeline-rows.ts';
import { startOf, timelineDurationFlicks } from '../queries.ts';

describe('the first assembly', () => {
  test('lays a clip for each shot in story order, scene by scene, as long as the shot', () => {
    const { index, assemble } = createAssembledTimeline();
    const two = makeShot('x', 'a0', { sceneId: makeScene('two', 'a1').id, durationFlicks: frames(10) + 5 });
    assemble([two, shotC, shotA, shotB]);
    expect(mainOf(index)).toEqual(['a', 'b', 'c', 'x']);
    expect(findItem(index, 'x').durationFlicks).toBe(frames(10));
    expect(timelineDurationFlicks(index)).toBe(frames(72 * 3 + 10));
  });

  test('shows the chosen clip, else the still, else nothing yet', () => {
    const { index, assemble } = createAssembledTimeline();
    assemble([
      { ...shotA, chosenClipId: takeId('t1'), chosenStillId: takeId('t3') },
      shotB,
      { ...shotC, chosenStillId: takeId('t3') },
    ]);
    expect(findItem(index, 'a')).toMatchObject({ assetId: assetId(1), sourceLengthFlicks: frames(72) });
    expect(findItem(index, 'b')).toMatchObject({ assetId: null, sourceLengthFlicks: 0 });
    expect(findItem(index, 'c')).toMatchObject({ assetId: assetId(3), sourceLengthFlicks: 0 });
  });

  test('opens with a card and a fade, closes as the story says', () => {
    const { index, assemble } = createAssembledTimeline({
      credits: { title: 'The Last Signal', credit: 'written by', author: 'Ada' },
    });
    assemble([shotA, { ...shotB, transitionOut: 'fade-to-black' }]);
    expect(mainOf(index)).toEqual(['The Last Signal\nwritten by Ada', 'a', 'b']);
    expect(findItem(index, 'a')).toMatchObject({ fadeInFlicks: frames(12), fadeOutFlicks: 0 });
    expect(findItem(index, 'b')).toMatchObject({ fadeInFlicks: 0, fadeOutFlicks: frames(24) });
    expect(index.transitions.size).toBe(0);
  });

  test('makes transitions of what the script says, no longer than the shots allow', () => {
    const { index, assemble } = createAssembledTimeline();
    assemble([
      { ...shotA, transitionOut: 'dissolve' },
      { ...shotB, durationFlicks: frames(9), transitionOut: 'fade-to-white' },
      shotC,
    ]);
    expect(
      [...index.transitions.values()].map((one) => [one.leftItemId, one.kind, one.durationFlicks]),
    ).toEqual([
      [clipOfShot('a'), 'dissolve', frames(8)],
      [clipOfShot('b'), 'fade-white', frames(8)],
    ]);
  });

  test('writes dialogue as captions on the clip', () => {
    const { index, assemble } = createAssembledTimeline();
    assemble([shotA, { ...shotB, dialogue: say('Is anyone out there?') }]);
    const [caption] = [...index.items.values()].filter((one) => one.kind === 'caption');
    expect(caption).toMatchObject({ text: 'Is anyone out there?', speaker: 'MARA', shotId: 'b' });
    expect(startOf(index, caption?.id ?? itemId(''))).toBe(frames(72));
  });

  test('an empty story makes an empty timeline', () => {
    const { index, assemble } = createAssembledTimeline({
      credits: { title: 'Nothing', credit: null, author: null },
    });
    assemble([]);
    expect(index.items.size).toBe(0);
    expect(assemble([]).changes).toEqual([]);
  });
});

describe('a title shot', () => {
  const title = (subject: string | null) => ({ ...shotA, kind: 'title' as const, subject });
  const titlesOf = (index: ReturnType<typeof createAssembledTimeline>['index']) =>
    [...index.items.values()].filter((item) => item.kind === 'title');

  test('shows its words over its picture for as long as it lasts, the film’s own title with its author', () => {
    const { index, assemble } = createAssembledTimeline({
      credits: { title: 'The Paper Boat', credit: null, author: 'Ada' },
    });
    assemble([title('The Paper Boat / One'), shotB]);
    expect(titlesOf(index)).toMatchObject([
      {
        text: 'The Paper Boat\nby Ada\nOne',
        anchor: { to: 'item', itemId: clipOfShot('a'), offsetFlicks: 0 },
        durationFlicks: shotA.durationFlicks,
      },
    ]);
  });

  test('follows the story, leaves a person’s words alone, and goes when the shot is a title no more or is gone', () => {
    const { index, assemble, edit } = createAssembledTimeline();
    assemble([title('One'), shotB]);
    assemble([title('Two'), shotB]);
    expect(titlesOf(index)).toMatchObject([{ text: 'Two' }]);
    assemble([shotA, shotB]);
    expect(titlesOf(index)).toEqual([]);
    assemble([title('Three'), shotB]);
    const [own] = titlesOf(index);
    edit(own?.id ?? 'none', { text: 'Mine' });
    assemble([title('Four'), shotB]);
    expect(titlesOf(index)).toMatchObject([{ text: 'Mine' }]);
    assemble([shotB]);
    expect(titlesOf(index)).toEqual([]);
  });
});
