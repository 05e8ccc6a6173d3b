import type { PackedDocumentReader, UnpackedText } from '../../core/ports/packed-document.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import { readScreenplay } from '../../domain/text/laid-out/read-screenplay.ts';
import { printText } from '../../domain/text/printing/print-text.ts';
import { dropPageFurniture } from './drop-page-furniture.ts';
import { linesOfPage, type PageItem } from './page-lines.ts';
import { proseOfPages } from './prose-lines.ts';
import { readPages } from './read-pages.ts';
import { screenplayLines } from './screenplay-lines.ts';
import { scriptTitlePage } from './script-title-page.ts';

const signature = [0x25, 0x50, 0x44, 0x46, 0x2d];

/**
 * PDFs with text: a screenplay by its indents, anything else as prose. Headers, footers and page numbers are left out. A PDF of
 * scanned pages has no text, and one with a password cannot be read: both are refused.
 */
export const pdfReader: PackedDocumentReader = {
  format: 'pdf',
  recognises: (bytes) => signature.every((byte, at) => bytes[at] === byte),
  async unpack(bytes) {
    const read = await readPages(bytes);
    if (!read.ok) return read;
    const letters = read.value.pages.flat().reduce((sum, { text }) => sum + text.trim().length, 0);
    // A stamp or a page number on each scanned page is no story.
    if (letters < read.value.pages.length * 8) {
      return fail(
        'text.no-words',
        'holds pictures of pages and no text, as a scanner makes them. Have its text recognised first (OCR), or use the file it was printed from.',
      );
    }
    return ok(textOfPages(read.value.pages, read.value.heightPt));
  },
};

function textOfPages(pages: readonly (readonly PageItem[])[], heightPt: number): UnpackedText {
  const placed = dropPageFurniture(
    pages.map((items) => linesOfPage(items, true)),
    heightPt,
  );
  const title = pages.length > 1 ? scriptTitlePage(placed[0] ?? []) : null;
  const screenplay = readScreenplay(screenplayLines(title === null ? placed : placed.slice(1)), {
    wraps: true,
  });
  if (screenplay !== null) {
    return { kind: 'fountain', text: printText('fountain', [...(title ?? []), ...screenplay]) };
  }
  const drawn = dropPageFurniture(
    pages.map((items) => linesOfPage(items, false)),
    heightPt,
  );
  return { kind: 'markdown', text: printText('markdown', proseOfPages(drawn)) };
}
