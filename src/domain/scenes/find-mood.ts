import { wordsOf } from './language/words.ts';
import { moodWords } from './lexicon/mood-words.ts';

const moods = Object.keys(moodWords);

/** The moods that a word speaks for, by word. */
const moodsOfWord = new Map<string, string[]>();
for (const [mood, words] of Object.entries(moodWords)) {
  for (const word of words) moodsOfWord.set(word, [...(moodsOfWord.get(word) ?? []), mood]);
}

/** The mood that most words of a text speak for, or null when none does. The table's order breaks a tie. */
export function findMood(text: string): string | null {
  const hits = new Map<string, number>();
  for (const { lower } of wordsOf(text)) {
    for (const mood of moodsOfWord.get(lower) ?? []) hits.set(mood, (hits.get(mood) ?? 0) + 1);
  }
  const most = Math.max(0, ...hits.values());
  return most === 0 ? null : (moods.find((mood) => hits.get(mood) === most) ?? null);
}
