import mammoth from 'mammoth';
import { isZip, namesInZip } from '../../archive/unpack-zip.ts';
import type { PackedDocumentReader } from '../../core/ports/packed-document.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import { printText } from '../../domain/text/printing/print-text.ts';
import { wordBlocks } from './word-blocks.ts';
import { wordParagraphs } from './word-paragraphs.ts';
import { takeWordParts } from './word-parts.ts';

const saveAgain = 'Open it in the program that wrote it, save it again as a Word document and import that.';

/**
 * Word's `.docx`, also as Google Docs, Pages and LibreOffice write it. Headings are chapters, emphasis is dropped, notes and
 * pictures are left out; paragraphs that are set as a screenplay become one. mammoth reads the document; it is given the
 * parts with words alone, unpacked, and its HTML is not used.
 */
export const wordReader: PackedDocumentReader = {
  format: 'word',
  recognises: (bytes) => isZip(bytes) && namesInZip(bytes).has('word/document.xml'),
  async unpack(bytes) {
    const parts = takeWordParts(bytes);
    if (!parts.ok) return parts;
    let document: unknown = null;
    try {
      await mammoth.convertToHtml(
        { buffer: parts.value.archive },
        {
          includeEmbeddedStyleMap: false,
          externalFileAccess: false,
          transformDocument(read: { readonly children?: unknown }) {
            document = read;
            // Nothing is left to be written as HTML.
            return { ...read, children: [] };
          },
        },
      );
    } catch (thrown) {
      return fail('text.malformed', `is damaged: it cannot be read as a Word document. ${saveAgain}`, {
        cause: String(thrown).slice(0, 300),
      });
    }
    const { isScreenplay, blocks } = wordBlocks(
      wordParagraphs(document),
      titleOf(parts.value.coreProperties),
    );
    if (!blocks.some(({ text, kind }) => text !== '' && kind !== 'title-page')) {
      return fail('text.empty', 'holds no words. Choose a file with a story in it.');
    }
    const kind = isScreenplay ? 'fountain' : 'markdown';
    return ok({ kind, text: printText(kind, blocks) });
  },
};

/** The title as the document's properties have it; programs put placeholders there that nobody wrote. */
function titleOf(xml: string | null): string | null {
  const title = (/<dc:title>([^<]{1,300})<\/dc:title>/.exec(xml ?? '')?.[1] ?? '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .trim();
  return title === '' || /^(?:untitled|document\d*|microsoft word.*)$/i.test(title) ? null : title;
}
