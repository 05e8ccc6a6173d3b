/** Inline notes of a text: `[[like this]]`. */
const inlineNote = /\[\[([\s\S]*?)\]\]/g;

/** The words inside the inline notes of a text: hints to the crew, never spoken or shown. */
export function inlineNotes(text: string): string[] {
  return [...text.matchAll(inlineNote)].map((match) => (match[1] ?? '').trim());
}

/** The text as it is read: without inline notes, emphasis marks and line breaks, each run of white space one space. */
export function plainText(text: string): string {
  return text
    .replace(inlineNote, ' ')
    .replace(/(\*{1,3}|_)(?=\S)([^*_\n]*[^*_\s])\1/g, '$2')
    .replace(/\\([*_\\])/g, '$1')
    .replace(/^\s*(?:--+|[-–—•])\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
