import { describe, expect, test } from 'vitest';
import { buildBlocks, type ShortBlock } from '../../testing/builders/build-blocks.ts';
import { SceneId } from '../kernel/ids.ts';
import { findSceneStarts } from './find-scene-starts.ts';
import type { HandCuts } from './hand-cuts.ts';

/** The starts of a text in which a person cut or joined scenes so: each a run of blocks, by index. */
function startsOf(short: readonly ShortBlock[], ...byHand: readonly (readonly number[])[]) {
  const blocks = buildBlocks(short);
  const ids = (run: readonly number[]) => run.flatMap((at) => blocks[at]?.id ?? []);
  const hand: HandCuts = {
    starts: new Map(
      byHand.flatMap((run) =>
        ids(run)
          .slice(0, 1)
          .map((id) => [id, SceneId.parse(`scene-${id}`)]),
      ),
    ),
    joined: new Set(byHand.flatMap((run) => ids(run).slice(1))),
  };
  return findSceneStarts(blocks, hand).map(({ index, reason }) => `${index} ${reason}`);
}

describe('a scene cut or joined by hand', () => {
  const withBreak: ShortBlock[] = [
    ['action', 'She waits.'],
    ['paragraph', 'Nobody comes.'],
    ['break', ''],
    ['title-page', ''],
    ['action', 'Rain.'],
  ];

  test('a break at its end still begins the next one', () => {
    expect(startsOf(withBreak)).toEqual(['0 opening', '4 break']);
    expect(startsOf(withBreak, [0], [1, 2, 3])).toEqual(['0 hand', '1 hand', '4 break']);
  });

  test('a break inside it begins nothing, neither there nor after it', () => {
    const joined: ShortBlock[] = [...withBreak, ['action', 'More rain.']];
    expect(startsOf(joined, [0, 1, 2, 3, 4])).toEqual(['0 hand']);
  });

  test('the end of its montage begins the scene after it', () => {
    const montage: ShortBlock[] = [
      ['heading', 'INT. HUT - NIGHT'],
      ['action', 'MONTAGE - THE LIGHT TURNS'],
      ['action', 'A lens.'],
      ['action', 'A gull.'],
      ['action', 'END MONTAGE'],
      ['action', 'She still waits.'],
    ];
    expect(startsOf(montage)).toEqual(['0 heading', '1 montage', '5 after-montage']);
    expect(startsOf(montage, [1, 2], [3, 4])).toEqual(['0 heading', '1 hand', '3 hand', '5 after-montage']);
    expect(startsOf(montage, [0, 1, 2, 3, 4])).toEqual(['0 hand', '5 after-montage']);
  });

  test('where it has gone to is known after it, so no place is arrived at twice', () => {
    const prose: ShortBlock[] = [
      ['paragraph', 'Mara sat in the kitchen.'],
      ['paragraph', 'At dusk they reached the harbour.'],
      ['paragraph', 'Rain.'],
      ['paragraph', 'They reached the harbour again.'],
    ];
    const unaided = startsOf(prose);
    expect(unaided).toContain('1 place');
    expect(startsOf(prose, [0], [2]).filter((start) => !start.endsWith('hand'))).toEqual(
      unaided.filter((start) => start !== '0 opening'),
    );
  });

  test('a paragraph put in between its break and its first picture belongs to it', () => {
    const text: ShortBlock[] = [
      ['action', 'She waits.'],
      ['break', ''],
      ['action', 'New.'],
      ['action', 'Rain.'],
    ];
    expect(startsOf(text, [1, 3])).toEqual(['0 opening', '1 hand']);
  });
});
