import {
  auxiliaries,
  conjunctions,
  determiners,
  openers,
  prepositions,
  subjectPronouns,
} from '../../scenes/language/function-words.ts';
import { readVerb } from '../../scenes/language/verbs.ts';
import type { Word } from '../../scenes/language/words.ts';

/** The noun phrase that a sentence is about, as word indexes: `first` inclusive, `next` exclusive. */
export interface Subject {
  readonly first: number;
  readonly next: number;
  /** Its head noun in lower case: "lantern" in "a brass lantern". */
  readonly head: string;
  /** Index of the verb that it does; null in a fragment ("A bare bulb."). */
  readonly verb: number | null;
}

/** Finds what a sentence in the present tense is about; null for one without a noun, such as "Then, very close:". */
export function readSubject(text: string, words: readonly Word[]): Subject | null {
  let at = 0;
  while (openers.has(words[at]?.lower ?? '') && !isObjectOf(words, at)) at++;
  // "One by one", "hand over hand".
  if (
    words[at] !== undefined &&
    words[at]?.lower === words[at + 2]?.lower &&
    prepositions.has(words[at + 1]?.lower ?? '')
  ) {
    at += 3;
  }
  if (words[at]?.lower === 'there' && auxiliaries.has(words[at + 1]?.lower ?? '')) {
    return phraseAt(text, words, at + 2, at + 1);
  }
  while (prepositions.has(words[at]?.lower ?? '')) {
    const after = afterPause(text, words, at);
    if (after === null) return inverted(text, words, at);
    at = after;
    while (openers.has(words[at]?.lower ?? '')) at++;
  }
  return phraseAt(text, words, at, null);
}

/** "Inside the boat" opens with a preposition, "Outside, rain" with an adverb. */
function isObjectOf(words: readonly Word[], at: number): boolean {
  return prepositions.has(words[at]?.lower ?? '') && determiners.has(words[at + 1]?.lower ?? '');
}

/** The first word after the next comma or colon; null when there is none. */
function afterPause(text: string, words: readonly Word[], from: number): number | null {
  for (let i = from + 1; i < words.length && i < from + 14; i++) {
    if (/[,:;—–]/.test(gapBefore(text, words, i))) return i;
  }
  return null;
}

/** "On the highest rock stands the lantern" and "At four in the morning the ice machines began". */
function inverted(text: string, words: readonly Word[], from: number): Subject | null {
  // "Behind it a man": the preposition has its own short object.
  if (
    /^(?:it|him|her|them|me|us|you)$/.test(words[from + 1]?.lower ?? '') &&
    determiners.has(words[from + 2]?.lower ?? '')
  ) {
    return phraseAt(text, words, from + 2, null);
  }
  for (let i = from + 2; i < words.length && i < from + 16; i++) {
    const word = words[i]?.lower ?? '';
    if (subjectPronouns.has(word)) return phraseAt(text, words, i, null);
    if (!isFiniteVerb(words, i, from + 1)) continue;
    let noun = i - 1;
    while (
      noun > from &&
      !determiners.has(words[noun]?.lower ?? '') &&
      !prepositions.has(words[noun]?.lower ?? '')
    )
      noun--;
    const own = determiners.has(words[noun]?.lower ?? '') && !prepositions.has(words[noun - 1]?.lower ?? '');
    return own ? phraseAt(text, words, noun, null) : phraseAt(text, words, i + 1, i);
  }
  return phraseAt(text, words, from + 1, null);
}

function phraseAt(
  text: string,
  words: readonly Word[],
  from: number,
  verbBefore: number | null,
): Subject | null {
  const start = words[from];
  if (start === undefined) return null;
  if (subjectPronouns.has(start.lower)) {
    return { first: from, next: from + 1, head: start.lower, verb: verbBefore ?? verbAfter(words, from + 1) };
  }
  if (auxiliaries.has(start.lower) || conjunctions.has(start.lower)) return null;
  const least = determiners.has(start.lower) ? from + 2 : from + 1;
  let next = from + 1;
  while (next < words.length && next < from + 7) {
    const word = words[next]?.lower ?? '';
    if (/[.,:;!?…—–()"“”]/.test(gapBefore(text, words, next))) break;
    if (
      prepositions.has(word) ||
      auxiliaries.has(word) ||
      conjunctions.has(word) ||
      subjectPronouns.has(word)
    )
      break;
    if (next >= least && (isFiniteVerb(words, next, from) || /ly$/.test(word) || determiners.has(word)))
      break;
    if (next >= least && isAfterthought(words, next)) break;
    next++;
  }
  const head = (words[next - 1]?.lower ?? '').replace(/['’]s$/, '');
  return { first: from, next, head, verb: verbBefore ?? verbAfter(words, next) };
}

/** "one name | left on the board", "a bench | crowded with valves": the noun is over. */
function isAfterthought(words: readonly Word[], i: number): boolean {
  const form = readVerb(words[i]?.lower ?? '')?.form;
  const after = words[i + 1];
  const open = after === undefined || prepositions.has(after.lower) || determiners.has(after.lower);
  return open && (form === 'past' || form === 'participle' || form === 'gerund');
}

/** The verb within the words after a subject: "A radio on the shelf crackles". */
function verbAfter(words: readonly Word[], from: number): number | null {
  for (let i = from; i < words.length && i < from + 12; i++) {
    if (auxiliaries.has(words[i]?.lower ?? '') || isFiniteVerb(words, i, Math.max(0, from - 1))) return i;
    if (conjunctions.has(words[i]?.lower ?? '') && i > from) return null;
  }
  return null;
}

/** Whether the word at `i` says what somebody does, and is not a noun or an adjective that is spelt like it. */
function isFiniteVerb(words: readonly Word[], i: number, from: number): boolean {
  const word = words[i];
  const before = words[i - 1];
  if (word === undefined || before === undefined || i <= from) return false;
  if (determiners.has(before.lower) || prepositions.has(before.lower) || auxiliaries.has(before.lower))
    return false;
  const verb = readVerb(word.lower);
  const after = words[i + 1]?.lower;
  if (verb === null) {
    const followed =
      after === undefined || prepositions.has(after) || determiners.has(after) || /ly$/.test(after);
    return followed && /[^su']s$/.test(word.lower) && !/s$/.test(before.lower) && i > from + 1;
  }
  if (verb.form === 'third') return true;
  const many =
    /^(?:people|men|women|children|police|cattle|geese)$/.test(before.lower) || /[^s'’]s$/.test(before.lower);
  return verb.form === 'base' && many && !/['’]s$/.test(before.lower);
}

function gapBefore(text: string, words: readonly Word[], i: number): string {
  return text.slice(words[i - 1]?.end ?? 0, words[i]?.start ?? 0);
}
