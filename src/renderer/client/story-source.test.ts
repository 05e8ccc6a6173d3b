import { expect, test } from 'vitest';
import { kindOfFile } from './story-source.ts';

test.each([
  ['The Last Signal.FOUNTAIN', '', 'story'],
  ['notes.md', 'text/markdown', 'story'],
  ['script', '', 'story'],
  ['draft.rtf', 'text/rtf', 'story'],
  ['film.mp4', 'video/mp4', 'media'],
  ['sound.flac', '', 'media'],
  ['book.pdf', 'application/pdf', 'story'],
  ['Book.EPUB', 'application/epub+zip', 'story'],
  ['letter.docx', '', 'story'],
  ['letter.pages', '', 'unknown'],
  ['archive.zip', 'application/zip', 'unknown'],
])('"%s" (%s) is taken for %s', (name, type, kind) => {
  expect(kindOfFile({ name, type })).toBe(kind);
});
