import { wordsOf } from './language/words.ts';
import { moodWords } from './lexicon/mood-words.ts';

/** The mood that most words of a text speak for, or null when none does. */
export function findMood(text: string): string | null {
  const words = wordsOf(text);
  let best: string | null = null;
  let most = 0;
  for (const [mood, lexicon] of Object.entries(moodWords)) {
    let hits = 0;
    for (const word of words) if (lexicon.has(word.lower)) hits++;
    if (hits > most) {
      most = hits;
      best = mood;
    }
  }
  return best;
}
