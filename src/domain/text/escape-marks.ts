import { plainText } from './plain-text.ts';

/** `words` as block text: asterisks and underscores that would be read as emphasis are escaped, so that `plainText` gives the words back. */
export function escapeMarks(words: string): string {
  return plainText(words) === words.trimEnd() ? words : words.replace(/[*_]/g, '\\$&');
}
