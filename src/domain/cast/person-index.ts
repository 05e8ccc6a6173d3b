import { isCapitalised, type Word, wordsOf } from '../scenes/language/words.ts';

/** A place in a text where somebody is named. */
export interface Mention {
  readonly key: string;
  /** Index of the first word of the name, and the one after its last. */
  readonly first: number;
  readonly next: number;
}

interface Entry {
  readonly key: string;
  readonly words: readonly string[];
  readonly common: boolean;
}

/** Finds names in words at once, whatever the number of people. */
export interface PersonIndex {
  mentions(words: readonly Word[]): Mention[];
}

/** `common` people ("grandmother") are found in lower case too; names need a capital letter. Longer names win. */
export function indexPeople(
  people: Iterable<{ readonly key: string; readonly common: boolean }>,
): PersonIndex {
  const byFirst = new Map<string, Entry[]>();
  for (const { key, common } of people) {
    const words = wordsOf(key).map(({ lower }) => lower);
    const first = words[0];
    if (first === undefined) continue;
    const entries = byFirst.get(first) ?? [];
    entries.push({ key, words, common });
    entries.sort((a, b) => b.words.length - a.words.length);
    byFirst.set(first, entries);
  }
  return {
    mentions(words) {
      const found: Mention[] = [];
      for (let i = 0; i < words.length; i++) {
        const word = words[i];
        const entries = word === undefined ? undefined : byFirst.get(bare(word.lower));
        if (word === undefined || entries === undefined) continue;
        const entry = entries.find(
          (candidate) =>
            (candidate.common || isCapitalised(word.text)) &&
            candidate.words.every((part, offset) => bare(words[i + offset]?.lower ?? '') === part),
        );
        if (entry === undefined) continue;
        found.push({ key: entry.key, first: i, next: i + entry.words.length });
        i += entry.words.length - 1;
      }
      return found;
    },
  };
}

/** "mara's" → "mara". */
function bare(lower: string): string {
  return lower.replace(/['’]s?$/, '');
}
