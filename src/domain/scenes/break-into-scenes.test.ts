import { describe, expect, test } from 'vitest';
import { buildBlocks, type ShortBlock, testProjectId } from '../../testing/builders/build-blocks.ts';
import { breakIntoScenes } from './break-into-scenes.ts';

function scenesOf(short: readonly ShortBlock[]) {
  return breakIntoScenes(testProjectId, buildBlocks(short));
}

describe('scenes of a screenplay', () => {
  test('sections and synopses go with the scene after them, transitions with the one before', () => {
    const scenes = scenesOf([
      ['heading', 'INT. HUT - DAY'],
      ['action', 'Dust.'],
      ['transition', 'CUT TO:'],
      ['section', 'Act Two'],
      ['synopsis', 'It rains.'],
      ['heading', 'EXT. PIER - LATER'],
      ['action', 'Rain.'],
    ]);
    expect(scenes.map(({ blockIds }) => blockIds)).toEqual([
      ['b0', 'b1', 'b2'],
      ['b3', 'b4', 'b5', 'b6'],
    ]);
    expect(scenes[1]).toMatchObject({ synopsis: 'It rains.', timeOfDay: 'day', timeNote: 'LATER' });
  });

  test('a montage ends at its end mark, and the scene before goes on', () => {
    const scenes = scenesOf([
      ['heading', 'INT. HUT - NIGHT'],
      ['action', 'She waits.'],
      ['action', 'MONTAGE - THE LIGHT TURNS'],
      ['action', '-- A lens.\n-- A gull.'],
      ['action', 'END MONTAGE'],
      ['action', 'She still waits.'],
      ['heading', 'EXT. SEA - CONTINUOUS'],
    ]);
    expect(scenes.map(({ kind, heading, place, timeOfDay }) => [kind, heading, place, timeOfDay])).toEqual([
      ['scene', 'INT. HUT - NIGHT', 'HUT', 'night'],
      ['montage', 'MONTAGE - THE LIGHT TURNS', null, 'night'],
      ['scene', 'INT. HUT - NIGHT', 'HUT', 'night'],
      ['scene', 'EXT. SEA - CONTINUOUS', 'SEA', 'night'],
    ]);
  });

  test('a text of notes has no scenes', () => {
    expect(
      scenesOf([
        ['note', 'later'],
        ['section', 'Act One'],
        ['action', '  '],
      ]),
    ).toEqual([]);
  });

  test('the id comes from the block that begins the scene, so text put in before it changes nothing', () => {
    const scene: ShortBlock[] = [
      ['heading', 'INT. HUT - DAY', { id: 'h' as never }],
      ['action', 'Dust.'],
    ];
    const [alone] = scenesOf(scene);
    const [, after] = scenesOf([['heading', 'EXT. PIER - DAY'], ['action', 'Rain.'], ...scene]);
    expect(after?.id).toBe(alone?.id);
  });
});

describe('scenes of prose', () => {
  test('begin at chapters, breaks, and where the story goes somewhere else or jumps in time', () => {
    const scenes = scenesOf([
      ['chapter', 'One'],
      ['paragraph', 'At four in the morning the harbour woke.'],
      ['paragraph', 'Ines unlocked the radio hut and put the kettle on.'],
      ['paragraph', '"Go to the church," said the radio.'],
      ['paragraph', 'An hour later Ines went outside.'],
      ['break', '***'],
      ['paragraph', 'At dusk they reached the quiet church.'],
    ]);
    expect(
      scenes.map(({ heading, place, setting, timeOfDay }) => [heading, place, setting, timeOfDay]),
    ).toEqual([
      ['One', 'harbour', 'exterior', 'night'],
      ['The radio hut', 'radio hut', 'interior', 'night'],
      ['The harbour, an hour later', 'harbour', 'exterior', 'night'],
      ['The quiet church, at dusk', 'quiet church', 'interior', 'dusk'],
    ]);
  });
});
