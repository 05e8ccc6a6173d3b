import { describe, expect, test } from 'vitest';
import { buildBlocks, type ShortBlock, testProjectId } from '../../testing/builders/build-blocks.ts';
import { parseCharacterCue } from './character-cue.ts';
import { findCasting } from './find-casting.ts';
import { readSpeeches } from './read-speeches.ts';

function castOf(short: readonly ShortBlock[]) {
  return findCasting(testProjectId, buildBlocks(short)).members.map(({ name, description, voiceOnly }) => {
    return [name, description, voiceOnly];
  });
}

function speakersOf(paragraphs: readonly string[]): string[][] {
  const blocks = buildBlocks(paragraphs.map((text) => ['paragraph', text]));
  const { speakers } = findCasting(testProjectId, blocks);
  return blocks.map(({ id }) => [...(speakers.get(id) ?? [])]);
}

test.each([
  ["ELIAS (V.O.) (CONT'D) ^", 'ELIAS', true],
  ['MARA', 'MARA', false],
  ['@McAvoy (O.S.)', 'McAvoy', true],
  ['RADIO VOICE', 'RADIO VOICE', true],
  ['()', 'SOMEONE', false],
])('the cue %s', (cue, name, offScreen) => {
  expect(parseCharacterCue(cue)).toEqual({ name, offScreen });
});

describe('the cast of a screenplay', () => {
  test('has names without extensions, and the words of the introduction', () => {
    const cast = castOf([
      ['action', 'MARA (60s, weathered hands) polishes the lens. ELIAS (voice only, 20s, warm) speaks.'],
      ['character', 'Mara (CONT’D)'],
      ['dialogue', 'Hello?'],
      ['character', 'ELIAS (V.O.)'],
      ['dialogue', 'Hello.'],
      ['action', 'JOHN SMITH, 30s, in a hat, waves.'],
    ]);
    expect(cast).toEqual([
      ['MARA', '60s, weathered hands', false],
      ['ELIAS', '20s, warm', true],
      ['JOHN SMITH', '30s', false],
    ]);
  });
});

describe('the cast of prose', () => {
  test('is who acts and speaks, by name or by what they are', () => {
    const cast = castOf([
      ['paragraph', 'Tomas folded the bill into a boat. He was seven, and he sang.'],
      ['paragraph', '"Where is it going?" asked his grandmother.'],
      ['paragraph', 'There was a woman in a yellow raincoat. "Well," she said.'],
      ['paragraph', '"This is Santa Rita," said the radio.'],
    ]);
    expect(cast).toEqual([
      ['Tomas', 'seven years old', false],
      ['Grandmother', 'Tomas’s grandmother', false],
      ['Woman', 'in a yellow raincoat', false],
      ['Radio', null, true],
    ]);
  });

  test('gives every speech to who says it, also without a tag', () => {
    expect(
      speakersOf([
        '"Come in," said Anna. "It is late."',
        '"I know," Peter answered.',
        '"Then sit."',
        '"Thank you."',
        'Anna smiled. "Tea?" she asked.',
      ]),
    ).toEqual([['anna'], ['peter'], ['anna'], ['peter'], ['anna']]);
  });

  test('a quoted word in a sentence is no speech', () => {
    const parts = readSpeeches('The sign said "Exit" in red. “Wait!” she cried.');
    expect(parts.map(({ kind }) => kind)).toEqual(['narration', 'speech']);
  });
});
