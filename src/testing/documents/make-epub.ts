import { zipSync } from 'fflate';
import { escapeXml } from './make-word-document.ts';

export interface TestBook {
  readonly title: string;
  readonly author: string;
  /** The body of each chapter, as XHTML. */
  readonly chapters: readonly string[];
}

const encoder = new TextEncoder();

/** An EPUB whose spine is in another order than its files and its manifest. */
export function makeEpub(
  { title, author, chapters }: TestBook,
  more: Readonly<Record<string, Uint8Array>> = {},
): Uint8Array {
  const names = chapters.map((_, at) => `text/part%20${chapters.length - at}.xhtml`);
  const items = names.map(
    (name, at) => `<item id="c${at}" href="${name}" media-type="application/xhtml+xml"/>`,
  );
  const spine = names.map((_, at) => `<itemref idref="c${at}"/>`);
  return zipSync({
    mimetype: [encoder.encode('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': encoder.encode(
      '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    ),
    'OEBPS/book.opf': encoder.encode(
      `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator></metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>${items.reverse().join('')}</manifest><spine><itemref idref="nav"/>${spine.join('')}</spine></package>`,
    ),
    'OEBPS/nav.xhtml': encoder.encode('<html><body><p>Contents</p></body></html>'),
    ...Object.fromEntries(
      chapters.map((body, at) => [
        `OEBPS/${decodeURIComponent(names[at] ?? '')}`,
        encoder.encode(
          `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title><style>p { }</style></head><body>${body}</body></html>`,
        ),
      ]),
    ),
    ...more,
  });
}
