import { expect, test } from 'vitest';
import { maxStoryBytes } from '../../domain/text/story-size.ts';
import { createFromStory, kindOfFile, type StorySource } from './story-source.ts';

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

test.each([
  ['a file', { from: 'file', file: new File([new Uint8Array(maxStoryBytes + 1)], 'saga.txt') }],
  ['pasted words', { from: 'words', words: 'a'.repeat(maxStoryBytes + 1) }],
] satisfies [string, StorySource][])(
  '%s that is too large for a story is refused before it is sent',
  async (_, source) => {
    const settings = { aspect: '16:9', heightPx: 144, fpsNum: 24, fpsDen: 1, style: null } as const;
    const story = { source, title: null, fallbackTitle: 'saga.txt', settings };
    // Neither a studio nor a host: whoever asks one of them throws something else.
    const asked = createFromStory({} as never, {} as never, story);
    await expect(asked).rejects.toThrow(
      /^"saga\.txt" is 20\.0 MB; a story may have up to 20 MB\. Nothing was imported/,
    );
  },
);
