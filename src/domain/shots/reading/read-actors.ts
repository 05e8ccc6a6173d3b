import { type Discourse, genderOfPronoun } from '../../cast/discourse.ts';
import type { Mention } from '../../cast/person-index.ts';
import { auxiliaries, conjunctions } from '../../scenes/language/function-words.ts';
import { readVerb } from '../../scenes/language/verbs.ts';
import type { Word } from '../../scenes/language/words.ts';
import type { Subject } from './read-subject.ts';

export interface Actors {
  /** Who acts. */
  readonly actor: string | null;
  /** Whose hand, shadow or coat it is that the sentence is about. */
  readonly owner: string | null;
  /** The word that stands for them: to be replaced by their name where a description begins with it. */
  readonly pronoun: Stand | null;
}

/** A word of a sentence that stands for somebody. An empty word: the name is missing and goes to the front. */
export interface Stand {
  readonly word: string;
  /** Key of the person; null for a thing. */
  readonly key: string | null;
  /** The thing, with its article: "the paper boat"; null for a person. */
  readonly thing: string | null;
}

const nobodyActs: Actors = { actor: null, owner: null, pronoun: null };

/** Who does what a sentence tells. `before` is who acted in the sentence before, for one that goes on without a subject. */
export function readActors(
  words: readonly Word[],
  subject: Subject | null,
  mentions: readonly Mention[],
  discourse: Discourse,
  before: string | null,
): Actors {
  const start = words[0];
  if (before !== null && start !== undefined && goesOn(words)) {
    return { actor: before, owner: null, pronoun: { word: '', key: before, thing: null } };
  }
  const first = subject === null ? undefined : words[subject.first];
  if (subject === null || first === undefined) return nobodyActs;
  const named = mentions.find((mention) => mention.first >= subject.first && mention.first < subject.next);
  if (named !== undefined) {
    const possessive = /['’]s?$/.test(words[named.next - 1]?.lower ?? '') && named.next < subject.next;
    if (possessive) return { actor: null, owner: named.key, pronoun: null };
    return { actor: named.key, owner: null, pronoun: null };
  }
  const gender = genderOfPronoun(first.lower);
  if (gender === null) return nobodyActs;
  const key = discourse.resolve(gender);
  if (key === null) return nobodyActs;
  const namedBefore = mentions.some((mention) => mention.next <= subject.first);
  const pronoun = namedBefore || subject.first > 3 ? null : { word: first.text, key, thing: null };
  const acts = first.lower === 'she' || first.lower === 'he';
  return acts ? { actor: key, owner: null, pronoun } : { actor: null, owner: key, pronoun };
}

/** "goes outside, and begins to play": a clause without a subject of its own. */
function goesOn(words: readonly Word[]): boolean {
  const at = conjunctions.has(words[0]?.lower ?? '') || words[0]?.lower === 'then' ? 1 : 0;
  const word = words[at]?.lower ?? '';
  return auxiliaries.has(word) || readVerb(word)?.form === 'third';
}
