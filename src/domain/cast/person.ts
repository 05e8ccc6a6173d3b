import { prepositions } from '../scenes/language/function-words.ts';
import { wordSet } from '../scenes/language/words.ts';
import type { CastMember } from './cast-member.ts';
import { type Gender, personNouns } from './lexicon.ts';

/** Somebody as the breakdown knows them while it reads. */
export interface Person {
  /** Key in all look-ups: the name of the text in lower case. */
  readonly key: string;
  /** As shots show it. A person may have renamed them; the text still calls them by `key`. */
  readonly name: string;
  readonly gender: Gender | null;
  readonly voiceOnly: boolean;
  /** True for "grandmother", "man": found in the text without a capital letter. */
  readonly common: boolean;
}

/** What the reading of a text gives: the members, and who says each speech of its prose. */
export interface Casting {
  readonly members: readonly CastMember[];
  /** By key. */
  readonly people: ReadonlyMap<string, Person>;
  /** Keys of the speakers of a prose block's speeches, in order of the speeches; null for a voice nobody owns. */
  readonly speakers: ReadonlyMap<string, readonly string[]>;
}

/** Key of a name. */
export function personKey(name: string): string {
  return name.toLowerCase();
}

/** Titles that stand before a name: "Captain Holm" is a name, "man in a grey hat" is none. */
export const titleNouns = wordSet(
  `captain doctor officer detective inspector judge sergeant chief aunt uncle father mother sister brother nurse king
   queen lord lady prince princess skipper grandma grandpa granny`,
);

/** "MAN IN A GREY HAT", "SECOND NURSE", "grandmother": no name, but a word for a person. */
export function isKnownByNoun(key: string): boolean {
  const parts = key.split(' ');
  const [first = '', second] = parts;
  if (personNouns.has(parts.at(-1) ?? '')) return true;
  if (!personNouns.has(first)) return false;
  return second === undefined || prepositions.has(second) || !titleNouns.has(first);
}
