/** A word of a text with its place; hyphens and apostrophes inside it belong to it. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text in order: runs of letters, digits and marks, in any script. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu)) {
    const word = match[0];
    words.push({ text: word, lower: word.toLowerCase(), start: match.index, end: match.index + word.length });
  }
  return words;
}

/** True for a word that begins with an upper-case letter. */
export function isCapitalised(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

/** True for a word of two letters or more without a lower-case one. */
export function isAllCaps(word: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{M}\p{N}'’-]+$/u.test(word);
}

/** "northern coast" → "Northern coast". */
export function capitaliseFirst(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 32);
  return text === '' ? text : first.toUpperCase() + text.slice(first.length);
}

/** "RADIO VOICE" → "Radio Voice"; a name that is already mixed stays as it is. */
export function titleCaseName(name: string): string {
  if (/\p{Ll}/u.test(name)) return name;
  return name.replace(/[\p{L}\p{M}]+/gu, (word, at: number) => {
    const lower = word.toLowerCase();
    return at > 0 && /^(?:a|an|the|of|in|on|at|with|and|from|to|by)$/.test(lower)
      ? lower
      : capitaliseFirst(lower);
  });
}

/** A word set from one line of text, for lexicon tables. */
export function wordSet(line: string): ReadonlySet<string> {
  return new Set(line.trim().split(/\s+/));
}
