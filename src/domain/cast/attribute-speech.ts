import { determiners, possessives } from '../scenes/language/function-words.ts';
import { type Word, wordsOf } from '../scenes/language/words.ts';
import { Discourse, genderOfPronoun } from './discourse.ts';
import { type Gender, kinNouns, personNouns, speechVerbs, voiceDevices } from './lexicon.ts';
import type { PersonIndex } from './person-index.ts';
import { readSpeeches } from './read-speeches.ts';

/** Somebody whom prose knows by a word: "his grandmother", "a woman in a yellow raincoat", "the radio". */
export interface CommonPerson {
  readonly key: string;
  readonly gender: Gender | null;
  readonly voiceOnly: boolean;
  description: string | null;
  speaks: boolean;
  acts: number;
  /** Index of the paragraph where they appear first. */
  readonly firstSeen: number;
}

export interface Attribution {
  readonly common: readonly CommonPerson[];
  /** Keys of the speakers of every paragraph's speeches, in order. */
  readonly speakers: readonly (readonly string[])[];
}

/** Key for a speech that nothing in the text gives to anybody. */
export const unknownVoice = 'voice';

/** Says who speaks each speech of a prose text, reading it once from beginning to end. */
export function attributeSpeech(
  paragraphs: readonly string[],
  names: PersonIndex,
  genders: ReadonlyMap<string, Gender>,
): Attribution {
  const common = new Map<string, CommonPerson>();
  const discourse = new Discourse((key) => genders.get(key) ?? common.get(key)?.gender ?? null);
  const meet = (key: string, firstSeen: number, voiceOnly = false): CommonPerson => {
    const gender = personNouns.get(key) ?? null;
    const person = common.get(key) ?? {
      key,
      gender,
      voiceOnly,
      description: null,
      speaks: false,
      acts: 0,
      firstSeen,
    };
    common.set(key, person);
    return person;
  };
  let turns: string[] = [];

  const readNarration = (text: string, at: number): void => {
    const words = wordsOf(text);
    const named = new Map(names.mentions(words).map((mention) => [mention.first, mention.key]));
    words.forEach((word, i) => {
      const key = named.get(i);
      if (key !== undefined) discourse.mention(key);
      else if (personNouns.has(word.lower)) discourse.mention(meetNoun(text, words, i, at));
    });
  };

  const meetNoun = (text: string, words: readonly Word[], i: number, at: number): string => {
    const noun = words[i]?.lower ?? '';
    const article = articleBefore(words, i);
    const gender = personNouns.get(noun) ?? null;
    const known = gender === null || article !== 'the' ? null : discourse.resolve(gender);
    // "the boy", where no boy was brought in: the boy we know by name.
    if (!common.has(noun) && known !== null && !common.has(known)) return known;
    const person = meet(noun, at);
    if (article === 'a' && person.description === null) person.description = clauseAfter(text, words, i);
    const owner = kinNouns.has(noun) ? ownerOf(words, i) : null;
    if (owner !== null && person.description === null) {
      const whose = discourse.resolve(owner, noun);
      if (whose !== null && !common.has(whose)) person.description = `${whose}'s ${noun}`;
    }
    person.acts++;
    return noun;
  };

  const speakerOf = (tag: string, at: number): string | null => {
    const words = wordsOf(tag);
    const named = names.mentions(words)[0];
    const verb = words.findIndex(({ lower }) => speechVerbs.has(lower));
    if (named !== undefined) return named.key;
    for (const [i, word] of words.entries()) {
      if (personNouns.has(word.lower)) return meetNoun(tag, words, i, at);
      if (voiceDevices.has(word.lower)) return meet(word.lower, at, true).key;
      const gender = i <= verb + 1 ? genderOfPronoun(word.lower) : null;
      if (gender !== null && word.lower !== 'her' && word.lower !== 'his') return discourse.resolve(gender);
    }
    const article = words[verb + 1];
    const noun = words[verb + 2];
    if (verb !== -1 && article !== undefined && noun !== undefined && determiners.has(article.lower)) {
      return meet(noun.lower, at, noun.lower === unknownVoice).key;
    }
    return null;
  };

  const speakers = paragraphs.map((text, at) => {
    const spoken: string[] = [];
    let narrated = false;
    for (const part of readSpeeches(text)) {
      const piece = text.slice(part.range.start, part.range.end);
      if (part.kind === 'narration') {
        readNarration(piece, at);
        narrated = true;
        continue;
      }
      const tagged = part.tag === null ? null : speakerOf(part.tag, at);
      const last = turns.at(-1);
      const speaker =
        tagged ??
        spoken.at(-1) ??
        (narrated ? discourse.latest() : (turns.findLast((key) => key !== last) ?? discourse.latest(last))) ??
        last ??
        meet(unknownVoice, at, true).key;
      const person = common.get(speaker);
      if (person !== undefined) person.speaks = true;
      if (person?.voiceOnly !== true) discourse.mention(speaker);
      spoken.push(speaker);
    }
    turns = spoken.length === 0 ? turns.slice(-1) : [...turns, ...spoken].slice(-6);
    return spoken;
  });
  return { common: [...common.values()], speakers };
}

function articleBefore(words: readonly Word[], i: number): 'a' | 'the' | null {
  for (let back = i - 1; back >= 0 && back >= i - 3; back--) {
    const word = words[back]?.lower ?? '';
    if (word === 'a' || word === 'an') return 'a';
    if (word === 'the' || word === 'this' || word === 'that') return 'the';
  }
  return null;
}

function ownerOf(words: readonly Word[], i: number): Gender | null {
  const before = words[i - 1]?.lower ?? '';
  return possessives.has(before) ? genderOfPronoun(before) : null;
}

/** "in a yellow raincoat" after "a woman"; null when nothing describes them. */
function clauseAfter(text: string, words: readonly Word[], i: number): string | null {
  const rest = text.slice(words[i]?.end ?? text.length);
  const clause =
    /^ ((?:(?:in|with|wearing|who|carrying|holding)\b[^,.;:!?]{3,120}|of (?:perhaps |about |some )?[\p{L}\p{N}-]+))/u.exec(
      rest,
    )?.[1];
  return clause === undefined ? null : clause.trim();
}
