import { getDocumentProxy } from 'unpdf';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import type { PageItem } from './page-lines.ts';

export interface PdfPages {
  readonly pages: readonly (readonly PageItem[])[];
  readonly heightPt: number;
}

/** More pages than any story has. */
const mostPages = 5_000;
/** Letters read from all pages; the largest novels have a fifth of it. */
const mostLetters = 20_000_000;

const saveAgain = 'Export it again where it was written, or use another format.';

/** The text of every page with its place, as PDF.js finds it. No script of the document runs, and nothing outside it is read. */
export async function readPages(bytes: Uint8Array): Promise<Result<PdfPages>> {
  let document: Awaited<ReturnType<typeof getDocumentProxy>>;
  try {
    document = await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      useSystemFonts: false,
      disableFontFace: true,
      enableXfa: false,
      maxImageSize: 0,
    });
  } catch (thrown) {
    return isPasswordFault(thrown) ? locked() : damaged(thrown);
  }
  try {
    if (document.numPages > mostPages) {
      return fail(
        'text.too-large',
        `has ${document.numPages} pages; a story may have up to ${mostPages}. Split it into parts and import these.`,
      );
    }
    const pages: PageItem[][] = [];
    let letters = 0;
    let heightPt = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const box = page.getViewport({ scale: 1 });
      heightPt = Math.max(heightPt, box.height);
      const { items } = await page.getTextContent();
      const found: PageItem[] = [];
      for (const item of items) {
        if (!('str' in item)) continue;
        letters += item.str.length;
        const [x = 0, y = 0] = box.viewBox;
        const [a = 0, b = 0, , , e = 0, f = 0] = item.transform as number[];
        // Text that is turned on its side is a mark of the page, such as a draft's name across it.
        if (Math.abs(b) > Math.abs(a)) continue;
        found.push({
          text: item.str,
          x: e - x,
          y: f - y,
          width: item.width,
          size: Math.abs(item.height) || Math.abs(a),
        });
      }
      if (letters > mostLetters) {
        return fail(
          'text.too-large',
          'holds more text than any story has. Split it into parts and import these.',
        );
      }
      pages.push(found);
      page.cleanup();
    }
    return ok({ pages, heightPt });
  } catch (thrown) {
    return isPasswordFault(thrown) ? locked() : damaged(thrown);
  } finally {
    await document.loadingTask.destroy();
  }
}

function isPasswordFault(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'PasswordException';
}

function locked(): Result<never> {
  return fail('text.protected', 'is protected by a password. Save it without one and import that.');
}

function damaged(thrown: unknown): Result<never> {
  return fail('text.malformed', `is damaged: it cannot be read as a PDF. ${saveAgain}`, {
    cause: String(thrown).slice(0, 300),
  });
}
