import { findMood } from './find-mood.ts';
import { placesOf, withoutSpeech } from './find-prose-place.ts';
import type { StartReason } from './find-scene-starts.ts';
import { readableText } from './language/readable-text.ts';
import { splitSentences } from './language/split-sentences.ts';
import { hasWords } from './language/text-range.ts';
import { lightOfClock, lightOfWords } from './lexicon/time-words.ts';
import { intercutPlace, montageHeading } from './montage.ts';
import type { SourceBlock } from './not-filmed.ts';
import { type HeadingFacts, parseHeading } from './parse-heading.ts';
import type { Scene, Setting, TimeOfDay } from './scene.ts';

/** Where and when the scene before was, for what carries over. */
export interface LightBefore {
  readonly timeOfDay: TimeOfDay;
  readonly place: string | null;
  readonly setting: Setting;
  /** Heading of the last scene that was no montage: what "END MONTAGE" goes back to. */
  readonly heading: string | null;
  /** The last place under the sky, for "she went outside". */
  readonly exterior: string | null;
}

type SceneFacts = Omit<
  Scene,
  'id' | 'projectId' | 'order' | 'blockIds' | 'editedFields' | 'musicPrompt' | 'chosenMusicId' | 'effects'
>;

/** How much of a scene is read for its mood, UTF-16 units: the beginning sets it, and a novel's chapter stays cheap. */
const moodReach = 4_000;

/** Heading, place, light, mood and synopsis of a scene from its blocks. `body` begins with the block it starts at. */
export function describeScene(
  reason: StartReason,
  body: readonly SourceBlock[],
  own: readonly SourceBlock[],
  before: LightBefore,
): { readonly facts: SceneFacts; readonly light: LightBefore } {
  const first = body[0];
  const opening = first === undefined ? '' : readableText(first.text);
  const text = bodyText(body);
  const prose = body.some(({ kind }) => kind === 'paragraph' || kind === 'quote');
  const where =
    reason === 'heading' || first?.kind === 'heading'
      ? readHeading(parseHeading(opening), before)
      : reason === 'montage'
        ? { ...parseHeading(''), timeOfDay: before.timeOfDay, place: intercutPlace(first?.text ?? '') }
        : reason === 'after-montage' || !prose
          ? { ...parseHeading(''), setting: before.setting, place: before.place, timeOfDay: before.timeOfDay }
          : readProse(text, before, reason);
  const heading = headingOf(reason, opening, body, own, where, before);
  const facts: SceneFacts = {
    kind: reason === 'montage' ? 'montage' : 'scene',
    heading,
    number: first?.sceneNumber ?? null,
    setting: where.setting,
    place: where.place,
    timeOfDay: where.timeOfDay,
    timeNote: where.timeNote,
    mood: findMood(text),
    synopsis: synopsisOf(own),
  };
  const light =
    reason === 'montage'
      ? before
      : {
          timeOfDay: where.timeOfDay,
          place: where.place,
          setting: where.setting,
          heading,
          exterior: where.setting === 'exterior' ? where.place : before.exterior,
        };
  return { facts, light };
}

type Where = Pick<HeadingFacts, 'setting' | 'place' | 'timeOfDay' | 'timeNote'>;

function readHeading(heading: HeadingFacts, before: LightBefore): Where {
  return heading.keepsLight ? { ...heading, timeOfDay: before.timeOfDay } : heading;
}

/** Place and light of prose: where the first paragraphs take us, else where we were. */
function readProse(text: string, before: LightBefore, reason: StartReason): Where {
  const narration = withoutSpeech(text);
  const places = placesOf(narration);
  const moved = /\b(?:outside|outdoors)\b/i.exec(narration.slice(0, 400));
  const carried = reason === 'place' ? before.place : null;
  const arrival = places.find(({ certainty }) => certainty === 'arrival');
  const here = arrival ?? (carried === null ? places[0] : undefined);
  const first = splitSentences(narration)[0];
  const opening = first === undefined ? '' : narration.slice(first.start, first.end);
  const light =
    lightOfClock(opening, before.timeOfDay) ??
    lightOfWords(opening) ??
    lightOfClock(narration, before.timeOfDay);
  const timeOfDay = light ?? before.timeOfDay;
  const timeNote = timeWordsOf(opening);
  if (here?.place === 'outside' || (here === undefined && moved !== null)) {
    return { setting: 'exterior', place: before.exterior ?? 'outside', timeOfDay, timeNote };
  }
  if (here === undefined) {
    return { setting: carried === null ? 'unknown' : before.setting, place: carried, timeOfDay, timeNote };
  }
  return { setting: here.setting, place: here.place, timeOfDay, timeNote };
}

/** The opening words that say when: "At four in the morning", "An hour later". */
function timeWordsOf(sentence: string): string | null {
  const match =
    /\b((?:at|by|on|in) [^,.;]{0,24}\b(?:morning|afternoon|evening|night|dawn|dusk|noon|midnight|past (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))|(?:an?|one|two|three|several|many) (?:minute|hour|day|week|month|year)s? later|the next (?:morning|day|night|evening)|that (?:night|evening|morning|afternoon))\b/i.exec(
      sentence,
    );
  return match?.[1] ?? null;
}

function headingOf(
  reason: StartReason,
  opening: string,
  body: readonly SourceBlock[],
  own: readonly SourceBlock[],
  where: Where,
  before: LightBefore,
): string {
  if (reason === 'heading') return opening;
  if (reason === 'montage') return montageHeading(body[0]?.text ?? opening);
  const chapters = own.filter(
    ({ kind, text }) => (kind === 'chapter' || kind === 'section') && hasWords(text),
  );
  const chapter = chapters[chapters.length - 1];
  if (reason === 'chapter' && chapter !== undefined) return readableText(chapter.text);
  if (reason === 'after-montage' && before.heading !== null) return before.heading;
  if (where.place === null) return 'Untitled scene';
  const place = /^(?:outside|outdoors)$/.test(where.place) ? 'Outside' : `The ${where.place}`;
  return where.timeNote === null ? place : `${place}, ${where.timeNote.toLowerCase()}`;
}

function bodyText(body: readonly SourceBlock[]): string {
  let text = '';
  for (const block of body) {
    if (block.kind !== 'action' && block.kind !== 'paragraph' && block.kind !== 'heading') continue;
    text += `${block.text.slice(0, moodReach)}\n\n`;
    if (text.length > moodReach) break;
  }
  return text;
}

function synopsisOf(own: readonly SourceBlock[]): string | null {
  const lines = own.filter(({ kind, text }) => kind === 'synopsis' && hasWords(text));
  return lines.length === 0 ? null : lines.map(({ text }) => readableText(text)).join(' ');
}
