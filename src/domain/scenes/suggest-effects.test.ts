import { expect, test } from 'vitest';
import { effectSeconds } from './effect-seconds.ts';
import { musicPrompt } from './music-prompt.ts';
import { suggestEffects } from './suggest-effects.ts';

test('sounds are suggested in the order of the words, and none twice', () => {
  const words = ['The door bangs. Rain on the glass.', 'She climbs the stairs.'];
  expect(suggestEffects(words, [])).toEqual([
    'A door opens and shuts',
    'Steady rain',
    'Glass clinking',
    'Footsteps',
  ]);
  expect(suggestEffects(words, ['steady rain '])).not.toContain('Steady rain');
  expect(suggestEffects([], [])).toEqual([]);
});

test('what goes on is asked for longer than what happens once', () => {
  expect(effectSeconds('Steady rain')).toBeGreaterThan(effectSeconds('A door slams'));
});

test('music is composed of what the scene is, and a person’s own words replace it', () => {
  const scene = {
    ...{ musicPrompt: null, mood: 'tense', place: 'LIGHTHOUSE - LAMP ROOM', kind: 'scene' as const },
    ...{ setting: 'interior' as const, timeOfDay: 'night' as const },
  };
  expect(musicPrompt(scene, { style: 'ink', hasSpeech: true })).toBe(
    'Instrumental film score, tense mood, indoors: lighthouse, lamp room, night, sparse, with room for dialogue, no vocals',
  );
  const own = { ...scene, musicPrompt: '  A lone cello ' };
  expect(musicPrompt(own, { style: 'ink', hasSpeech: true })).toBe('A lone cello');
});
