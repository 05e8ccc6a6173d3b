import { plainText } from '../../text/plain-text.ts';

/** Inline notes of a text: `[[like this]]`. */
const inlineNote = /\[\[([\s\S]*?)\]\]/g;

/** The words inside the inline notes of a text: hints to the crew, never spoken or shown. */
export function inlineNotes(text: string): string[] {
  return text.includes('[[') ? [...text.matchAll(inlineNote)].map((match) => (match[1] ?? '').trim()) : [];
}

/** A text as one line to read: plain words, no list dash at its front, each run of white space one space. */
export function readableText(text: string): string {
  return plainText(text)
    .replace(/^\s*(?:--+|[-–—•])\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
