import { determiners, prepositions, subjectPronouns } from '../../scenes/language/function-words.ts';
import { baseOfRegularPast, readVerb, thirdPerson } from '../../scenes/language/verbs.ts';
import { type Word, wordsOf } from '../../scenes/language/words.ts';
import { isPlural } from './is-plural.ts';

const helpers: ReadonlyMap<string, string> = new Map([
  ['was', 'is'],
  ['were', 'are'],
  ["wasn't", "isn't"],
  ["weren't", "aren't"],
  ['could', 'can'],
  ["couldn't", "can't"],
  ['would', 'will'],
  ["wouldn't", "won't"],
]);
const perfect = new Set([
  'had',
  'has',
  'have',
  "hadn't",
  'was',
  'were',
  'is',
  'are',
  'be',
  'been',
  'being',
  'am',
]);

/**
 * Retells a sentence of past narration in the present: "The harbour woke before the town did." → "The harbour wakes
 * before the town does." Only what is surely a finite past form changes; when in doubt a word stays as the writer put it.
 */
export function toPresentTense(sentence: string): string {
  const words = wordsOf(sentence);
  let told = '';
  let at = 0;
  words.forEach((word, i) => {
    const present = presentOf(sentence, words, i);
    if (present === null) return;
    told += sentence.slice(at, word.start) + matchCase(word.text, present);
    at = word.end;
  });
  return told + sentence.slice(at);
}

function presentOf(sentence: string, words: readonly Word[], i: number): string | null {
  const word = words[i];
  if (word === undefined) return null;
  const before = words[i - 1];
  const after = words[i + 1];
  const helper = helpers.get(word.lower.replace('’', "'"));
  // "as if it were": no past, but a wish.
  if (word.lower === 'were' && /^(?:he|she|it|i)$/.test(before?.lower ?? '')) return null;
  if (helper !== undefined) return helper;
  const plural = isPlural(sentence, words, i);
  if (word.lower === 'had') return perfectHad(words, i) || plural ? 'have' : 'has';
  if (word.lower === 'did') return plural ? 'do' : 'does';
  if (word.lower === "didn't" || word.lower === 'didn’t') return plural ? "don't" : "doesn't";
  if (afterHelper(words, i)) return null;
  const verb = readVerb(word.lower);
  if (before === undefined) {
    // A clause that goes on without a subject: "went outside, and began to play".
    return verb?.form === 'past' && !/^\p{Lu}/u.test(word.text) ? thirdPerson(verb.base) : null;
  }
  const regular = verb === null && /[^e]ed$/.test(word.lower) && word.lower.length > 4;
  const lain = word.lower === 'lay' && !plural;
  const base = lain
    ? 'lie'
    : verb?.form === 'past'
      ? verb.base
      : sameInPast(word.lower)
        ? word.lower
        : regular
          ? baseOfRegularPast(word.lower)
          : null;
  if (base === null) return null;
  const looksLikeParticiple = /ed$/.test(word.lower) || readsAsParticiple(word.lower);
  if (!isFinitePlace(sentence, words, i, looksLikeParticiple, after)) return null;
  return plural ? base : thirdPerson(base);
}

/** set, put, cut …: past and base are one word; only a clear subject before them makes them a past. */
function sameInPast(lower: string): boolean {
  return /^(?:set|put|cut|hit|let|shut|burst|split|spread|hurt|upset|read|cast)$/.test(lower);
}

function readsAsParticiple(lower: string): boolean {
  return /^(?:hung|held|set|put|cut|hit|left|lost|made|found|kept|told|caught|bent|lit|laid|built|bound|shut|spread|split|burnt|brought|bought|paid|wound|ground|swept|sent|spent|spilt|stuck|struck|won|worn|led|fed|hurt|dug|read)$/.test(
    lower,
  );
}

function isFinitePlace(
  sentence: string,
  words: readonly Word[],
  i: number,
  participle: boolean,
  after: Word | undefined,
): boolean {
  const before = words[i - 1];
  if (before === undefined) return false;
  const gap = sentence.slice(before.end, words[i]?.start ?? 0);
  // "a girl of twelve leaned over the rail"
  const counted = /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/.test(before.lower);
  if (counted && after !== undefined && prepositions.has(after.lower)) return true;
  if (determiners.has(before.lower) || before.lower === 'to') return false;
  if (!participle) return !prepositions.has(before.lower) || isTrailingParticle(before.lower);
  if (subjectPronouns.has(before.lower)) return true;
  if (/[,;:(—–-]/.test(gap)) {
    return (
      after !== undefined &&
      (determiners.has(after.lower) ||
        isObject(after.lower) ||
        /^(?:up|out|down|on|off|away|back|outside|inside)$/.test(after.lower))
    );
  }
  if (
    before.lower === 'and' ||
    before.lower === 'then' ||
    before.lower === 'who' ||
    before.lower === 'that' ||
    /ly$/.test(before.lower)
  ) {
    return after === undefined || !/^by$/.test(after.lower);
  }
  // A long way after the subject it is an attribute ("the blue plates hanging safe", "a hat trimmed with fur").
  if (prepositions.has(before.lower) && !isTrailingParticle(before.lower)) return false;
  if (after !== undefined && after.lower === 'by') return false;
  return !hasFiniteBefore(sentence, words, i);
}

function isTrailingParticle(lower: string): boolean {
  return /^(?:up|down|out|off|away|back|in|on|over|by)$/.test(lower);
}

function isObject(lower: string): boolean {
  return /^(?:it|him|her|them|me|us|you)$/.test(lower);
}

/** Another finite verb stands in this clause already. */
function hasFiniteBefore(sentence: string, words: readonly Word[], i: number): boolean {
  for (let j = i - 1; j >= 0 && j >= i - 10; j--) {
    const lower = words[j]?.lower ?? '';
    if (/[,;:—]/.test(sentence.slice(words[j]?.end ?? 0, words[j + 1]?.start ?? 0))) return false;
    if (/^(?:and|but|or|who|that|which|where|when|while|before|after|because|as|if)$/.test(lower))
      return false;
    if (helpers.has(lower) || lower === 'did') return true;
    const verb = readVerb(lower);
    if (verb !== null && verb.form === 'past' && !determiners.has(words[j - 1]?.lower ?? '')) return true;
  }
  return false;
}

/** A form after "had", "was" and the like, adverbs between them skipped. */
function afterHelper(words: readonly Word[], i: number): boolean {
  for (let j = i - 1; j >= 0 && j >= i - 3; j--) {
    const lower = words[j]?.lower ?? '';
    if (perfect.has(lower) || helpers.has(lower)) return true;
    if (!/ly$/.test(lower) && !/^(?:not|never|just|already|still|all|been)$/.test(lower)) return false;
  }
  return false;
}

/** "had done it" keeps the order of events: it becomes "has done it". Here only whether "have" is asked by a modal. */
function perfectHad(words: readonly Word[], i: number): boolean {
  return /^(?:would|could|should|might|must|may|will|can)$/.test(words[i - 1]?.lower ?? '');
}

function matchCase(original: string, word: string): string {
  return /^\p{Lu}/u.test(original) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
