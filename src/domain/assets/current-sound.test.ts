import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { soundRequest, speechRequest } from '../../testing/builders/generation-requests.ts';
import { speechRequest as buildSpeech } from '../jobs/build-sound-requests.ts';
import { requestDigest } from '../jobs/request-digest.ts';
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

describe('one edit of a film', () => {
  const people = ['MARA', 'TOMAS', 'HOLM'] as const;
  const filmOf = fc.record({
    lines: fc.array(
      fc.record({ by: fc.constantFrom(...people), text: fc.constantFrom('Yes.', 'No.', 'Who?') }),
      {
        minLength: 1,
        maxLength: 12,
      },
    ),
    voices: fc.record({
      MARA: fc.constantFrom('anna', 'berta'),
      TOMAS: fc.constantFrom('carl', 'dirk'),
      HOLM: fc.constantFrom('dirk', 'carl'),
    }),
  });
  type Film = typeof filmOf extends fc.Arbitrary<infer F> ? F : never;
  const editOf = fc.oneof(
    fc.record({ what: fc.constant('line' as const), at: fc.nat(), to: fc.constantFrom('Yes.', 'Maybe.') }),
    fc.record({
      what: fc.constant('voice' as const),
      who: fc.constantFrom(...people),
      to: fc.constantFrom('anna', 'emil'),
    }),
  );
  const voiceOf = ({ voices }: Film, by: (typeof people)[number]) => ({ ...anna, voice: voices[by] });
  const requestsOf = (film: Film) =>
    film.lines.map(({ by, text }) =>
      buildSpeech({ speaker: by, text, delivery: null }, voiceOf(film, by), 7),
    );

  test('makes outdated exactly the lines that would be asked for differently', () => {
    fc.assert(
      fc.property(filmOf, editOf, (before, edit) => {
        const after: Film =
          edit.what === 'voice'
            ? { ...before, voices: { ...before.voices, [edit.who]: edit.to } as Film['voices'] }
            : {
                ...before,
                lines: before.lines.map((said, i) =>
                  i === edit.at % before.lines.length ? { ...said, text: edit.to as 'Yes.' } : said,
                ),
              };
        const now = requestsOf(after);
        requestsOf(before).forEach((request, i) => {
          const said = after.lines[i];
          if (said === undefined) return;
          const spokenNow = { speaker: said.by, text: said.text, delivery: null };
          const isCurrent = isCurrentSpeech(
            { take: made, request },
            spokenNow,
            voiceOf(after, said.by),
            null,
          );
          expect(isCurrent).toBe(requestDigest(request) === requestDigest(now[i] ?? request));
        });
      }),
    );
  });
});
