import { describe, expect, test } from 'vitest';
import {
  clipOfShot,
  createAssembledTimeline,
  findItem,
  say,
  shotA,
  shotB,
  shotC,
} from '../../../../testing/assembled-timeline.ts';
import {
  makeAsset,
  makeScene,
  makeShot,
  makeTake,
  sceneId,
  takeId,
} from '../../../../testing/builders/story-rows.ts';
import {
  assetId,
  frames,
  itemId,
  testProjectId,
  trackId,
} from '../../../../testing/builders/timeline-rows.ts';
import type { Scene } from '../../../scenes/scene.ts';
import type { Shot } from '../../../shots/shot.ts';
import { describeAudio } from '../../audio-plan.ts';
import { captionSpan } from '../../caption-span.ts';
import { deleteItem } from '../../commands/delete-item.ts';
import { rippleDelete } from '../../commands/ripple-delete.ts';
import { setTrackSound } from '../../commands/set-track-sound.ts';
import { splitItem } from '../../commands/split-item.ts';
import { duckDb } from '../../make-room.ts';
import { endOf, startOf, tracksInOrder } from '../../queries.ts';
import type { ClipItem, SoundOf } from '../../records.ts';
import { applyPatch, type TimelineIndex } from '../../timeline-index.ts';
import { sceneSoundIdOf } from './plan-scene-sounds.ts';
import { speechIdOf } from './plan-speech.ts';

const takes = [
  makeTake('t1', 'a', 1),
  makeTake('say', 'a', 11, { kind: 'speech', provider: 'fal' }),
  makeTake('longer', 'a', 12, { kind: 'speech', provider: 'fal' }),
  makeTake('music', 'any', 13, { kind: 'music' }),
  makeTake('rain', 'any', 14, { kind: 'effect' }),
  makeTake('door', 'any', 15, { kind: 'effect' }),
];
const assets = [
  [1, 72],
  [11, 30],
  [12, 100],
  [13, 120],
  [14, 48],
  [15, 24],
].map(([n = 0, length = 0]) => makeAsset(n, length));
const film = () =>
  createAssembledTimeline({
    takes: new Map(takes.map((take) => [take.id, take])),
    assets: new Map(assets.map((asset) => [asset.id, asset])),
  });
const speaks = (shot: Shot, take: string | null, text = 'Is anyone out there tonight?'): Shot => ({
  ...shot,
  chosenClipId: takeId('t1'),
  chosenSpeechId: take === null ? null : takeId(take),
  dialogue: say(text),
});
const speechOf = (index: TimelineIndex, shot: Shot): ClipItem | null => {
  const item = index.items.get(speechIdOf(testProjectId, shot.id));
  return item?.kind === 'clip' ? item : null;
};
const soundOf = (index: TimelineIndex, sound: SoundOf): ClipItem | null => {
  const item = index.items.get(sceneSoundIdOf(testProjectId, sound));
  return item?.kind === 'clip' ? item : null;
};
const tracksOf = (index: TimelineIndex): string[] => tracksInOrder(index).map(({ name }) => name);
const lengthOf = (index: TimelineIndex, id: string): number => findItem(index, id).durationFlicks / frames(1);
const captionTimes = (index: TimelineIndex): number[][] =>
  [...index.items.values()].flatMap((item) => {
    const start = item.kind === 'caption' ? startOf(index, item.id) : null;
    return start === null ? [] : [[start / frames(1), item.durationFlicks / frames(1)]];
  });

describe('a spoken line', () => {
  test('is laid under its shot, on a track of its own below the film', () => {
    const { index, assemble } = film();
    assemble([shotB, speaks(shotC, 'say')]);
    expect(tracksOf(index)).toEqual(['Sound', 'Dialogue', 'Film', 'Overlays', 'Titles', 'Captions']);
    const speech = speechOf(index, shotC);
    expect(speech).toMatchObject({
      assetId: assetId(11),
      durationFlicks: frames(30),
      soundOf: { shotId: 'c' },
    });
    expect(startOf(index, speech?.id ?? itemId(''))).toBe(frames(72 + 7));
    expect(lengthOf(index, 'c')).toBe(72);
    expect(captionTimes(index)).toEqual([[79, 28]]);
  });

  test('that is longer lengthens its shot, whose last picture is held; taken away, the shot is as long as before', () => {
    const { index, assemble } = film();
    assemble([speaks(shotA, 'say'), shotB]);
    assemble([speaks(shotA, 'longer'), shotB]);
    expect(speechOf(index, shotA)).toMatchObject({ assetId: assetId(12), durationFlicks: frames(100) });
    expect(lengthOf(index, 'a')).toBe(117);
    expect(findItem(index, 'a')).toMatchObject({ sourceLengthFlicks: frames(72) });
    expect(startOf(index, findItem(index, 'b').id)).toBe(frames(117));
    expect(captionTimes(index)).toEqual([[7, 98]]);
    assemble([speaks(shotA, null), shotB]);
    expect(speechOf(index, shotA)).toBeNull();
    expect(lengthOf(index, 'a')).toBe(72);
    expect(captionTimes(index)[0]?.[0]).toBe(0);
  });

  test('never undoes a trim of a person: it is heard on over the next shot, with its captions', () => {
    const { index, assemble, edit } = film();
    assemble([speaks(shotA, null), shotB]);
    edit('a', { durationFlicks: frames(40) });
    assemble([speaks(shotA, 'longer'), shotB]);
    expect(lengthOf(index, 'a')).toBe(40);
    expect(endOf(index, speechIdOf(testProjectId, shotA.id))).toBe(frames(107));
    const caption = [...index.items.values()].find((item) => item.kind === 'caption');
    if (caption?.kind !== 'caption') throw new Error('no caption');
    expect(captionSpan(index, caption, startOf(index, caption.id) ?? 0)?.endFlicks).toBe(frames(105));
  });

  test('keeps the place and length that a person gave it, and another take swaps what is heard', () => {
    const { index, assemble, edit } = film();
    assemble([speaks(shotA, 'say'), shotB]);
    const id = speechIdOf(testProjectId, shotA.id);
    edit(id, {
      anchor: { to: 'item', itemId: itemId(clipOfShot('a')), offsetFlicks: frames(50) },
      gainDb: -4,
    });
    assemble([speaks(shotA, 'say'), shotB]);
    expect(lengthOf(index, 'a')).toBe(90);
    expect(captionTimes(index)).toEqual([[50, 28]]);
    assemble([speaks(shotA, 'longer'), shotB]);
    expect(speechOf(index, shotA)).toMatchObject({
      assetId: assetId(12),
      gainDb: -4,
      durationFlicks: frames(100),
    });
    expect(startOf(index, id)).toBe(frames(50));
  });

  test('that was split has the other take in both pieces', () => {
    const { index, assemble } = film();
    assemble([speaks(shotA, 'say')]);
    const id = speechIdOf(testProjectId, shotA.id);
    const cut = splitItem(index, { itemId: id, atFlicks: frames(20), newId: () => 'right' });
    if (cut.ok) applyPatch(index, cut.value);
    assemble([speaks(shotA, 'longer')]);
    expect(
      [findItem(index, id), findItem(index, 'right')].map((item) => 'assetId' in item && item.assetId),
    ).toEqual([assetId(12), assetId(12)]);
  });

  test('deleted stays deleted, until none was chosen', () => {
    const { index, assemble } = film();
    assemble([speaks(shotA, 'say')]);
    const gone = deleteItem(index, { itemId: speechIdOf(testProjectId, shotA.id), newId: () => 'x' });
    if (gone.ok) applyPatch(index, gone.value);
    assemble([speaks(shotA, 'longer')]);
    expect(speechOf(index, shotA)).toBeNull();
    expect(lengthOf(index, 'a')).toBe(72);
    assemble([speaks(shotA, null)]);
    assemble([speaks(shotA, 'longer')]);
    expect(speechOf(index, shotA)).not.toBeNull();
  });

  test('goes with its clip, and with its shot', () => {
    const { index, assemble } = film();
    assemble([speaks(shotA, 'say'), speaks(shotB, 'say')]);
    const gone = rippleDelete(index, { itemId: itemId(clipOfShot('a')) });
    if (gone.ok) applyPatch(index, gone.value);
    expect(speechOf(index, shotA)).toBeNull();
    assemble([speaks(shotA, 'say')]);
    expect(index.bySound.size).toBe(0);
  });

  test('is brought to the level of the others, take by take, until a person sets it', () => {
    const audio = { codec: 'mp3', sampleRate: 48_000, channels: 1 };
    const at = (n: number, integratedLufs: number) => {
      const asset = makeAsset(n, 30);
      const facts =
        asset.facts === null
          ? null
          : { ...asset.facts, audio: { ...audio, loudness: { integratedLufs, peakDbfs: -9 } } };
      return { ...asset, facts };
    };
    const { index, assemble, edit } = createAssembledTimeline({
      takes: new Map(takes.map((take) => [take.id, take])),
      assets: new Map([...assets, at(11, -18), at(12, -26)].map((asset) => [asset.id, asset])),
    });
    assemble([speaks(shotA, 'say'), speaks(shotB, 'longer')]);
    expect([speechOf(index, shotA)?.gainDb, speechOf(index, shotB)?.gainDb]).toEqual([-5, 3]);
    // One that was laid before anything was measured.
    const laid = speechOf(index, shotB);
    const { gainDb: _, ...assembled } = laid?.assembled ?? {};
    edit(laid?.id ?? '', { gainDb: 0, assembled });
    edit(speechOf(index, shotA)?.id ?? '', { gainDb: -2 });
    assemble([speaks(shotA, 'longer'), speaks(shotB, 'longer')]);
    expect([speechOf(index, shotA)?.gainDb, speechOf(index, shotB)?.gainDb]).toEqual([-2, 3]);
    expect(assemble([speaks(shotA, 'longer'), speaks(shotB, 'longer')]).changes).toEqual([]);
    assemble([speaks(shotA, null), speaks(shotB, 'longer')]);
    expect(speechOf(index, shotA)).toBeNull();
  });

  test('lowers a voice that the clip has of its own, until a person says that it shall not', () => {
    const voice = { codec: 'aac', sampleRate: 48_000, channels: 2 };
    const paid = [...takes, makeTake('paid', 'a', 2, { provider: 'fal' })];
    const heard = makeAsset(2, 72);
    const facts = heard.facts === null ? null : { ...heard.facts, audio: voice };
    const { index, assemble } = createAssembledTimeline({
      takes: new Map(paid.map((take) => [take.id, take])),
      assets: new Map([...assets, { ...heard, facts }].map((asset) => [asset.id, asset])),
    });
    const main = () => tracksInOrder(index).find(({ kind }) => kind === 'main');
    const dips = () =>
      describeAudio(index, 0, frames(72)).find((piece) => piece.itemId === clipOfShot('a'))?.dips;
    const shown = { ...speaks(shotA, null), chosenClipId: takeId('paid') };
    assemble([shown, shotB]);
    expect(main()?.ducks).toBe(false);
    assemble([{ ...shown, chosenSpeechId: takeId('say') }, shotB]);
    expect(dips()).toMatchObject([{ gain: 10 ** (duckDb / 20) }]);
    const level = setTrackSound(index, { trackId: main()?.id ?? trackId(''), ducks: false });
    if (level.ok) applyPatch(index, level.value);
    assemble([{ ...shown, chosenSpeechId: takeId('longer') }, shotB]);
    expect(dips()).toEqual([]);
  });

  test('silences the scratch sound of its shot while it is heard', () => {
    const { index, assemble } = film();
    assemble([speaks(shotA, 'say'), shotB]);
    const heard = describeAudio(index, 0, frames(200)).map((piece) => [piece.itemId, piece.dips.length]);
    expect(heard).toEqual([
      [clipOfShot('a'), 1],
      [speechIdOf(testProjectId, shotA.id), 0],
    ]);
  });
});

describe('the sound of a scene', () => {
  const one = (more: Partial<Scene>): Scene => makeScene('one', 'a0', more);
  const two = makeScene('two', 'a1');
  const elsewhere = makeShot('x', 'a0', { sceneId: two.id });
  const music = { what: 'music', sceneId: sceneId('one') } as const;
  const effect = (effectId: string): SoundOf => ({ what: 'effect', sceneId: sceneId('one'), effectId });

  test('music lasts from its first to its last clip, looping, and follows the scene', () => {
    const { index, assemble } = film();
    const scenes = [one({ chosenMusicId: takeId('music') }), two];
    assemble([shotA, shotB, elsewhere], { scenes });
    expect(tracksOf(index).slice(0, 3)).toEqual(['Sound', 'Music', 'Film']);
    expect(soundOf(index, music)).toMatchObject({
      durationFlicks: frames(144),
      loops: true,
      fadeInFlicks: frames(24),
      fadeOutFlicks: frames(48),
      gainDb: -6,
    });
    expect(describeAudio(index, 0, frames(144)).map(({ pass }) => pass)).toEqual([0, 1]);
    assemble([shotA, shotB, shotC, elsewhere], { scenes });
    expect(soundOf(index, music)?.durationFlicks).toBe(frames(216));
    assemble([shotA, shotB, elsewhere], { scenes: [one({}), two] });
    expect(soundOf(index, music)).toBeNull();
  });

  test('music that a person deleted stays away; one whose length they set keeps it', () => {
    const { index, assemble, edit } = film();
    const scenes = [one({ chosenMusicId: takeId('music') }), two];
    assemble([shotA, shotB], { scenes });
    const id = soundOf(index, music)?.id ?? itemId('');
    edit(id, { durationFlicks: frames(50) });
    assemble([shotA, shotB, shotC], { scenes });
    expect(soundOf(index, music)?.durationFlicks).toBe(frames(50));
    const gone = deleteItem(index, { itemId: id, newId: () => 'x' });
    if (gone.ok) applyPatch(index, gone.value);
    assemble([shotA, shotB], { scenes });
    expect(soundOf(index, music)).toBeNull();
  });

  test('an effect is laid at the shot that its words are about; what sounds at once has tracks of its own', () => {
    const { index, assemble } = film();
    const opened = { ...shotB, description: 'The door swings open.' };
    const effects = [
      { id: 'rain', prompt: 'Rain on a tin roof', chosenTakeId: takeId('rain') },
      { id: 'door', prompt: 'Doors slamming', chosenTakeId: takeId('door') },
      { id: 'wind', prompt: 'Wind', chosenTakeId: takeId('door') },
    ];
    const scenes = [one({ effects }), two];
    assemble([shotA, opened], { scenes });
    const starts = ['rain', 'door', 'wind'].map((id) =>
      startOf(index, soundOf(index, effect(id))?.id ?? itemId('')),
    );
    expect(starts).toEqual([0, frames(72), 0]);
    const names = ['rain', 'door', 'wind'].map(
      (id) => index.tracks.get(soundOf(index, effect(id))?.trackId ?? findItem(index, 'a').trackId)?.name,
    );
    expect(names).toEqual(['Effects', 'Effects', 'Effects 2']);
    assemble([shotA, opened], { scenes: [one({ effects: effects.slice(0, 1) }), two] });
    expect(soundOf(index, effect('door'))).toBeNull();
  });
});
