/** Words of a model as we keep them: one line, no control characters, at most so many; null for none. */
export function shortWords(words: string | null, most: number): string | null {
  const line = (words ?? '')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (line === '') return null;
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line;
}
