import { isCapitalised, type Word, wordSet, wordsOf } from '../scenes/language/words.ts';
import { personNouns, voiceDevices } from './lexicon.ts';
import { isKnownByNoun, titleNouns } from './person.ts';

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
  for (const [alias, entry] of aliasesOf(byFirst)) byFirst.set(alias, [...(byFirst.get(alias) ?? []), entry]);
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

/** Words that are part of many names and name nobody. */
const noAlias = wordSet(
  'the a an of in on at with and voice radio young old little big first second third mr mrs ms miss dr sir saint st santa',
);

/** Short names that can only mean one person: "Holm" for "Captain Holm", "the man" for "MAN IN A GREY HAT". */
function aliasesOf(byFirst: ReadonlyMap<string, readonly Entry[]>): Map<string, Entry> {
  const owners = new Map<string, Entry | null>();
  for (const entry of [...byFirst.values()].flat()) {
    if (entry.words.length < 2 || entry.common) continue;
    const noun = isKnownByNoun(entry.key) ? entry.words.find((word) => personNouns.has(word)) : undefined;
    for (const word of new Set(noun === undefined ? entry.words : [noun])) {
      if (noAlias.has(word) || voiceDevices.has(word) || titleNouns.has(word) || word.length < 3) continue;
      const common = noun !== undefined;
      owners.set(word, owners.has(word) ? null : { key: entry.key, words: [word], common });
    }
  }
  const aliases = new Map<string, Entry>();
  for (const [word, entry] of owners) {
    const named = byFirst.get(word)?.some(({ words }) => words.length === 1) === true;
    if (entry !== null && !named) aliases.set(word, entry);
  }
  return aliases;
}

/** "mara's" → "mara". */
function bare(lower: string): string {
  return lower.replace(/['’]s?$/, '');
}
