/** How many words of a question count; more would only slow it down, since all of them must be found. */
const mostWords = 16;
const longestWord = 64;

/**
 * The words of a question, as the index has them: letters and digits in a row, without case and diacritics. Whatever
 * else was typed (quotes, operators, brackets) only parts words.
 */
export function wordsOf(question: string): string[] {
  const words = question.slice(0, 10_000).match(wordPattern()) ?? [];
  return [...new Set(words.map((word) => fold(word).slice(0, longestWord)))]
    .filter((word) => word !== '')
    .slice(0, mostWords);
}

/** A query of the index of words: every word, begun. A single letter begins too many words, and is meant whole. */
export function beginningsQuery(words: readonly string[]): string {
  return words.map((word) => (word.length > 1 ? `"${word}"*` : `"${word}"`)).join(' AND ');
}

/** A query of the index of parts: every word, anywhere in another. */
export function partsQuery(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(' AND ');
}

/** Whether a word is also looked for inside of others: two letters are inside of nearly all. */
export function isSoughtInside(word: string): boolean {
  return [...word].length >= 3;
}

export function wordPattern(): RegExp {
  return /[\p{L}\p{N}\p{Co}\p{M}]+/gu;
}

/** Without case and diacritics: what two spellings of a word have in common. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
