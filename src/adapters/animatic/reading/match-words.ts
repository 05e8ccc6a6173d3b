/** Words, and word beginnings written with a trailing `*`, that stand for one meaning. */
export type Lexicon<T extends string> = readonly (readonly [T, string])[];

interface Entry<T> {
  readonly meaning: T;
  /** How its words begin, in small letters: a text without any of these cannot hold the meaning. */
  readonly beginnings: readonly string[];
  readonly pattern: RegExp;
}
const compiled = new WeakMap<object, readonly Entry<string>[]>();

function compile<T extends string>(lexicon: Lexicon<T>): readonly Entry<T>[] {
  const known = compiled.get(lexicon);
  if (known !== undefined) return known as readonly Entry<T>[];
  const entries = lexicon.map(([meaning, words]) => ({
    meaning,
    beginnings: words.split('|').map((word) => /^[\p{L}\p{N} '’-]*/u.exec(word.toLowerCase())?.[0] ?? ''),
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${words
        .split('|')
        .map((word) => (word.endsWith('*') ? `${word.slice(0, -1)}\\p{L}*` : `${word}(?:s|es)?`))
        .join('|')})(?![\\p{L}\\p{N}])`,
      'giu',
    ),
  }));
  compiled.set(lexicon, entries);
  return entries;
}

/** Every meaning found in the text, by first mention; a longer phrase hides the shorter ones inside it. */
export function findMeanings<T extends string>(
  text: string,
  lexicon: Lexicon<T>,
  overlaps: 'hidden' | 'overlapping' = 'hidden',
): readonly T[] {
  const hits: { at: number; end: number; meaning: T }[] = [];
  const lowered = text.toLowerCase();
  for (const { meaning, beginnings, pattern } of compile(lexicon)) {
    // Running a pattern is cheap, but its first run compiles it, and there are hundreds.
    if (!beginnings.some((beginning) => lowered.includes(beginning))) continue;
    for (const match of text.matchAll(pattern)) {
      hits.push({ at: match.index, end: match.index + match[0].length, meaning });
    }
  }
  hits.sort((a, b) => a.at - b.at || b.end - a.end);
  const found: T[] = [];
  let covered = -1;
  for (const hit of hits) {
    if (overlaps === 'hidden' && hit.at < covered) continue;
    covered = hit.end;
    if (!found.includes(hit.meaning)) found.push(hit.meaning);
  }
  return found;
}

export function firstMeaning<T extends string>(text: string, lexicon: Lexicon<T>): T | null {
  return findMeanings(text, lexicon)[0] ?? null;
}
