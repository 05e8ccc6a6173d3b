import { wordsOf } from '../scenes/language/words.ts';
import { genderOfPronoun } from './discourse.ts';
import { type Gender, personNouns } from './lexicon.ts';
import type { PersonIndex } from './person-index.ts';

/**
 * Which pronoun stands for whom, from the pronouns that follow a name in the same paragraph or the next: a vote per
 * pronoun for the person named last. People known by a word ("grandmother") have theirs from the word.
 */
export function inferGenders(texts: readonly string[], index: PersonIndex): ReadonlyMap<string, Gender> {
  const votes = new Map<string, { she: number; he: number }>();
  let last: string | null = null;
  let age = 0;
  for (const text of texts) {
    const words = wordsOf(text);
    const named = new Map(index.mentions(words).map((mention) => [mention.first, mention.key]));
    words.forEach((word, i) => {
      const key = named.get(i);
      if (key !== undefined) {
        last = key;
        age = 0;
        return;
      }
      if (personNouns.has(word.lower)) last = null;
      const gender = genderOfPronoun(word.lower);
      if (gender === null || last === null || age > 1) return;
      const vote = votes.get(last) ?? { she: 0, he: 0 };
      vote[gender]++;
      votes.set(last, vote);
    });
    age++;
  }
  const genders = new Map<string, Gender>();
  for (const [key, { she, he }] of votes) if (she !== he) genders.set(key, she > he ? 'she' : 'he');
  for (const key of votes.keys()) {
    const own = personNouns.get(key.split(' ').at(-1) ?? '');
    if (own !== null && own !== undefined) genders.set(key, own);
  }
  return genders;
}
