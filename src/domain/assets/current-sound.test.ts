import { describe, expect, test } from 'vitest';
import { soundRequest, speechRequest } from '../../testing/builders/generation-requests.ts';
import type { JobId } from '../kernel/ids.ts';
import { spokenLine } from '../shots/spoken-line.ts';
import { isCurrentSound, isCurrentSpeech } from './current-sound.ts';

const made = { jobId: 'job' as JobId };
const line = { speaker: 'MARA', text: 'Who lit the lamp?', delivery: null };
const spoken = { take: made, request: speechRequest({ voice: 'anna' }) };
const anna = { provider: 'fake', model: 'fake-1', voice: 'anna', speed: 1 };

describe('a spoken line', () => {
  test('is current while its words, direction, voice and model are what they were', () => {
    expect(isCurrentSpeech(spoken, line, null, null)).toBe(true);
    expect(isCurrentSpeech(spoken, line, anna, null)).toBe(true);
  });

  test.each([
    ['other words', { ...line, text: 'Who lit it?' }, null, null],
    ['another direction', { ...line, delivery: 'quietly' }, null, null],
    ['another voice', line, { ...anna, voice: 'berta' }, null],
    ['another pace', line, { ...anna, speed: 1.2 }, null],
    ['a voice of another model', line, { ...anna, model: 'fake-2' }, null],
    ['another model for the film', line, null, { provider: 'fake', model: 'fake-2' }],
    ['no line any more', null, null, null],
  ] as const)('is outdated by %s', (_, now, voice, chosen) => {
    expect(isCurrentSpeech(spoken, now, voice, chosen)).toBe(false);
  });

  test('another model for the film leaves a voice that was chosen for somebody', () => {
    expect(isCurrentSpeech(spoken, line, anna, { provider: 'fake', model: 'fake-2' })).toBe(true);
  });

  test('a file of a person’s own is never outdated', () => {
    expect(isCurrentSpeech({ take: { jobId: null }, request: null }, null, anna, null)).toBe(true);
  });
});

test('music and effects follow their words and the model that was chosen, not their length', () => {
  const sound = { take: made, request: soundRequest({ prompt: 'Waves' }) };
  expect(isCurrentSound(sound, 'Waves', null)).toBe(true);
  expect(isCurrentSound(sound, 'Gulls', null)).toBe(false);
  expect(isCurrentSound(sound, 'Waves', { provider: 'fake', model: 'other' })).toBe(false);
});

test.each([
  ['Go home.', null, 'Go home.', null],
  ['(turning) Go *home*. (beat) Now.', null, 'Go home. Now.', 'turning'],
  ['(turning) Go home.', 'quietly', 'Go home.', 'quietly'],
])('the line %s is said as %s', (text, parenthetical, words, delivery) => {
  const dialogue = { speaker: 'MARA', text, parenthetical, offScreen: false };
  expect(spokenLine({ dialogue })).toEqual({
    speaker: 'MARA',
    text: words,
    delivery: parenthetical === null ? delivery : parenthetical,
  });
});

test('brackets alone are no line', () => {
  const dialogue = { speaker: 'MARA', text: '(laughs)', parenthetical: null, offScreen: false };
  expect(spokenLine({ dialogue })).toBeNull();
});
