import { zipSync } from 'fflate';

export interface TestParagraph {
  readonly text: string;
  readonly style?: string;
  readonly indentPt?: number;
}

const encoder = new TextEncoder();

/** A Word document with these paragraphs; every second letter run is bold, so that emphasis is met. */
export function makeWordDocument(
  paragraphs: readonly (string | TestParagraph)[],
  more: Readonly<Record<string, Uint8Array>> = {},
): Uint8Array {
  const all = paragraphs.map((given) => (typeof given === 'string' ? { text: given } : given));
  const styles = [...new Set(all.map(({ style }) => style).filter((style) => style !== undefined))];
  return zipSync({
    '[Content_Types].xml': xml(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': xml(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/_rels/document.xml.rels': xml(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
    ),
    'word/styles.xml': xml(
      `<w:styles xmlns:w="${word}">${styles.map((name) => `<w:style w:type="paragraph" w:styleId="${idOf(name)}"><w:name w:val="${escapeXml(name)}"/></w:style>`).join('')}</w:styles>`,
    ),
    'word/document.xml': xml(
      `<w:document xmlns:w="${word}"><w:body>${all.map(paragraphXml).join('')}</w:body></w:document>`,
    ),
    ...more,
  });
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

function paragraphXml({ text, style, indentPt }: TestParagraph): string {
  const set = [
    style === undefined ? '' : `<w:pStyle w:val="${idOf(style)}"/>`,
    indentPt === undefined ? '' : `<w:ind w:left="${Math.round(indentPt * 20)}"/>`,
  ].join('');
  const half = Math.ceil(text.length / 2);
  const runs = [text.slice(0, half), text.slice(half)].map(
    (part, at) =>
      `<w:r>${at === 1 ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escapeXml(part)}</w:t></w:r>`,
  );
  return `<w:p><w:pPr>${set}</w:pPr>${text === '' ? '' : runs.join('')}</w:p>`;
}

function idOf(style: string): string {
  return style.replace(/\W/g, '');
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function xml(content: string): Uint8Array {
  return encoder.encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`);
}
