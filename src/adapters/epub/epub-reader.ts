import { isZip, namesInZip, unpackZip } from '../../archive/unpack-zip.ts';
import { mostUnpackedBytes, type PackedDocumentReader } from '../../core/ports/packed-document.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import { titleBlocks } from '../../domain/text/laid-out/prose-block.ts';
import { printText } from '../../domain/text/printing/print-text.ts';
import type { PrintedBlock } from '../../domain/text/printing/printed-block.ts';
import { chapterBlocks } from './chapter-blocks.ts';
import { findChapters } from './find-chapters.ts';

/** What of a book holds words or says where they are. */
const wordFiles = /^META-INF\/(?:container|encryption)\.xml$|\.(?:opf|xhtml|html|htm|xml)$/i;

/**
 * EPUB 2 and 3: the chapters of the spine in reading order, as prose. Nothing outside the archive is read, no script runs and no
 * declared entity is expanded; a book that is protected is refused.
 */
export const epubReader: PackedDocumentReader = {
  format: 'epub',
  recognises: (bytes) => isZip(bytes) && namesInZip(bytes).has('META-INF/container.xml'),
  unpack(bytes) {
    return Promise.resolve(unpackEpub(bytes));
  },
};

function unpackEpub(bytes: Uint8Array): Awaited<ReturnType<PackedDocumentReader['unpack']>> {
  const files = unpackZip(bytes, { wanted: (name) => wordFiles.test(name), mostBytes: mostUnpackedBytes });
  if (!files.ok) return files;
  const book = findChapters(files.value);
  if (!book.ok) return book;
  const blocks: PrintedBlock[] = titleBlocks(book.value.title, book.value.author);
  const front = blocks.length;
  for (const name of book.value.chapters) {
    const file = files.value.get(name);
    // A chapter that the archive does not have: the others are the story.
    if (file === undefined) continue;
    const read = chapterBlocks(decodeChapter(file));
    if (!read.ok) return read;
    blocks.push(...read.value);
  }
  if (!blocks.slice(front).some(({ text }) => text !== '')) {
    return fail('text.empty', 'holds no words. Choose a file with a story in it.');
  }
  return ok({ kind: 'markdown', text: printText('markdown', blocks) });
}

/** XML says its encoding itself: UTF-8 or UTF-16, by the format's rules. */
function decodeChapter(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(wide).decode(bytes);
}
