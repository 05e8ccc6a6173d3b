/** A line as it is drawn: its left end and baseline in points from the page's lower left corner. */
export interface TestPdfLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

export interface TestPdfOptions {
  readonly font?: 'Courier' | 'Helvetica';
  /** Written into the trailer, such as `/Encrypt 9 0 R`. */
  readonly trailer?: string;
}

/** A PDF of letter pages that draws these lines, and nothing else. */
export function makePdf(
  pages: readonly (readonly TestPdfLine[])[],
  { font = 'Courier', trailer = '' }: TestPdfOptions = {},
): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  add('<< /Type /Catalog /Pages 2 0 R >>');
  const kids = pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add(`<< /Type /Font /Subtype /Type1 /BaseFont /${font} /Encoding /WinAnsiEncoding >>`);
  for (const lines of pages) {
    const drawn = lines
      .map(({ text, x, y, size = 12 }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escapePdf(text)}) Tj ET`)
      .join('\n');
    const at = objects.length + 1;
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${at + 1} 0 R >>`,
    );
    add(`<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`);
  }
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

/** Lines below each other from the top, `step` points apart; an empty one is white space. */
export function stackLines(
  lines: readonly (string | readonly [text: string, x: number])[],
  { top = 700, step = 12, left = 108 } = {},
): TestPdfLine[] {
  return lines.flatMap((line, at) => {
    const [text, x] = typeof line === 'string' ? [line, left] : line;
    return text === '' ? [] : [{ text, x, y: top - at * step }];
  });
}

function escapePdf(text: string): string {
  return text.replace(/[\\()]/g, '\\$&');
}
