import { splitSentences } from './language/split-sentences.ts';
import { type Word, wordsOf } from './language/words.ts';
import {
  arrivalVerbs,
  exteriorPlaces,
  goingVerbs,
  interiorPlaces,
  placePrepositions,
} from './lexicon/place-words.ts';
import { lightOfWords } from './lexicon/time-words.ts';
import type { Setting } from './scene.ts';

/** A place that a text names, and how sure it is that we are there now. */
export interface ProsePlace {
  /** "radio hut", "crossroads", "church". */
  readonly place: string;
  readonly setting: Setting;
  /** `arrival`: somebody goes there or the sentence opens there; `mention`: it is only named. */
  readonly certainty: 'arrival' | 'mention';
}

/** Narration only: what stands in quotation marks says nothing about where we are. */
export function withoutSpeech(text: string): string {
  return text.replace(/"[^"]*(?:"|$)|“[^”]*(?:”|$)|«[^»]*(?:»|$)/g, (quote) => ' '.repeat(quote.length));
}

/** Where the first sentence of a paragraph takes us; null when it stays where it was. */
export function findArrival(paragraph: string): ProsePlace | null {
  const narration = withoutSpeech(paragraph);
  const first = splitSentences(narration)[0];
  if (first === undefined) return null;
  return (
    placesOf(narration.slice(first.start, first.end)).find(({ certainty }) => certainty === 'arrival') ?? null
  );
}

/** Every place that a text names, in order. */
export function placesOf(text: string): ProsePlace[] {
  const words = wordsOf(text);
  const found: ProsePlace[] = [];
  words.forEach((word, index) => {
    const setting = settingOf(word);
    if (setting === null) return;
    // "kitchen step", "church bell": the place is part of another thing's name, and still where we are.
    const place = placeName(words, index);
    found.push({ place, setting, certainty: isArrival(words, index) ? 'arrival' : 'mention' });
  });
  return found;
}

function settingOf(word: Word): Setting | null {
  if (interiorPlaces.has(word.lower)) return 'interior';
  if (exteriorPlaces.has(word.lower)) return 'exterior';
  return null;
}

const determiners = new Set(
  'the a an his her its their my our your this that another some every each two three four one'.split(' '),
);

/** The place with the words that describe it: from the determiner on, at most three words. */
function placeName(words: readonly Word[], index: number): string {
  const name = [words[index]?.lower ?? ''];
  for (let i = index - 1; i >= 0 && i >= index - 2; i--) {
    const word = words[i];
    if (word === undefined || determiners.has(word.lower) || placePrepositions.has(word.lower)) break;
    if (!determiners.has(words[i - 1]?.lower ?? '') && i === index - 2) break;
    if (arrivalVerbs.has(word.lower) || goingVerbs.has(word.lower) || word.lower === 'of') break;
    name.unshift(word.lower);
  }
  return name.join(' ');
}

/** Whether the place at `index` is where the sentence happens. */
function isArrival(words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word === undefined) return false;
  if (word.lower === 'outside' || word.lower === 'outdoors') {
    return goingVerbs.has(words[index - 1]?.lower ?? '') || arrivalVerbs.has(words[index - 1]?.lower ?? '');
  }
  for (let i = index - 1; i >= 0 && i >= index - 6; i--) {
    const before = words[i];
    if (before === undefined) return false;
    if (arrivalVerbs.has(before.lower)) return true;
    if (!placePrepositions.has(before.lower)) continue;
    // "At the crossroads …": a sentence that opens with its place, and not with another thing at it.
    if (i === 0)
      return index - i <= 3 && !words.slice(1, index).some(({ lower }) => lightOfWords(lower) !== null);
    return words
      .slice(Math.max(0, i - 3), i)
      .some(({ lower }) => goingVerbs.has(lower) || arrivalVerbs.has(lower));
  }
  return false;
}
