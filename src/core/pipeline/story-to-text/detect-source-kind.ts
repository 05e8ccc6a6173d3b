import { extname } from 'node:path';
import type { SourceKind } from '../../../domain/project/project.ts';

const byExtension: Readonly<Record<string, SourceKind>> = {
  '.fountain': 'fountain',
  '.spmd': 'fountain',
  '.fdx': 'final-draft',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.mdown': 'markdown',
  '.mkd': 'markdown',
  '.txt': 'plain',
  '.text': 'plain',
};

/** Characters looked at: a screenplay shows itself in its first pages. */
const lookedAt = 200_000;

/**
 * What kind of document a file is: by its extension, corrected where the content clearly says otherwise. Final Draft's
 * XML is known by its root element; a `.txt` or `.md` file is a screenplay only with several scene headings and cues,
 * words without an ending with one of each.
 */
export function detectSourceKind(fileName: string, text: string): SourceKind {
  const head = text.slice(0, lookedAt);
  if (/^\s*(?:<\?xml[^>]{0,200}\?>|<!--.{0,500}?-->|\s){0,5}<FinalDraft[\s>]/s.test(head.slice(0, 4000))) {
    return 'final-draft';
  }
  const named = byExtension[extname(fileName).toLowerCase()] ?? null;
  if (named === 'fountain' || named === 'final-draft') return named;
  if (isScreenplay(head, named !== null)) return 'fountain';
  if (named !== null) return named;
  return /^#{1,6} \S/m.test(head) ? 'markdown' : 'plain';
}

/** At least three scene headings with a dot, after a blank line, and a cue with a line below; or a title page and two. */
function isScreenplay(text: string, namedOtherwise: boolean): boolean {
  const lines = text.split(/\r\n|\r|\n/, 20_000);
  let headings = 0;
  let cues = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]?.trim() ?? '';
    if (line === '' || (lines[i - 1] ?? '').trim() !== '') continue;
    if (/^(?:INT|EXT|EST|INT\.?\/EXT|I\/E)\.\s*\S/i.test(line)) headings++;
    else if (/^[A-Z][A-Z0-9 .'’-]{0,40}(?:\([^)]{1,30}\))?$/.test(line) && (lines[i + 1] ?? '').trim() !== '')
      cues++;
  }
  const titled = /^(?:title|credit|author):/i.test(text.trimStart());
  // Pasted words have no ending that says otherwise: one scene with somebody who speaks is enough.
  if (!namedOtherwise && headings >= 1 && (cues >= 1 || titled || headings >= 2)) return true;
  return headings >= 3 ? cues >= 1 || headings >= 5 : titled && headings >= 2;
}
