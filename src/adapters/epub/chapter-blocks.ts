import { SaxesParser } from 'saxes';
import { FaultError, ok, type Result } from '../../domain/kernel/result.ts';
import { proseBlock } from '../../domain/text/laid-out/prose-block.ts';
import { cleanWords, isBreakLine } from '../../domain/text/laid-out/words-of-pages.ts';
import type { PrintedBlock } from '../../domain/text/printing/printed-block.ts';
import { namedCharacters } from './named-characters.ts';
import { declaresEntities, localName } from './read-xml.ts';

const silent = new Set([
  'head',
  'script',
  'style',
  'svg',
  'math',
  'nav',
  'audio',
  'video',
  'object',
  'iframe',
  'template',
  'rt',
  'rp',
]);
const inline = new Set([
  'a',
  'abbr',
  'acronym',
  'b',
  'bdi',
  'bdo',
  'big',
  'cite',
  'code',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'img',
  'ins',
  'kbd',
  'mark',
  'q',
  'ruby',
  'rb',
  's',
  'samp',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'wbr',
]);

/** Deeper than any book nests; what stands deeper is read as if it stood there. */
const deepest = 500;

/**
 * A chapter's XHTML as blocks: headings, paragraphs, quotes and breaks. Words are taken wherever they stand, also where the
 * marks around them are wrong; scripts, pictures and marks of notes are left out. Fails only for entities that the file declares.
 */
export function chapterBlocks(source: string): Result<PrintedBlock[]> {
  const parser = new SaxesParser();
  Object.assign(parser.ENTITIES, namedCharacters);
  const blocks: PrintedBlock[] = [];
  const open: string[] = [];
  let silentFrom: number | null = null;
  let words = '';
  let preformatted = 0;

  const flush = (): void => {
    const text = words
      .split('\n')
      .map(cleanWords)
      .join('\n')
      .replace(/\n{2,}/g, '\n')
      .trim();
    words = '';
    if (text === '') return;
    const heading = open.findLast((name) => /^h[1-6]$/.test(name));
    if (isBreakLine(text)) blocks.push(proseBlock('break', ''));
    else if (heading !== undefined)
      blocks.push(proseBlock('chapter', text.replaceAll('\n', ' '), Number(heading[1])));
    else blocks.push(proseBlock(open.includes('blockquote') ? 'quote' : 'paragraph', text));
  };
  const add = (text: string): void => {
    if (silentFrom === null) words += preformatted > 0 ? text : text.replace(/\s+/g, ' ');
  };

  parser.on('error', () => {
    // Books are full of marks that do not close: the words are read on.
  });
  parser.on('doctype', (declared) => {
    if (/<!ENTITY/i.test(declared)) throw new FaultError(declaresEntities('chapters'));
  });
  parser.on('opentag', ({ name: full, attributes }) => {
    const name = localName(full);
    if (!inline.has(name) && name !== 'br') flush();
    if (name === 'br' && silentFrom === null) words += '\n';
    if (name === 'hr' && silentFrom === null) blocks.push(proseBlock('break', ''));
    if (name === 'pre') preformatted++;
    if (open.length < deepest) open.push(name);
    const isNoteMark =
      /\bnoteref\b/.test(attributes['epub:type'] ?? '') || attributes['role'] === 'doc-noteref';
    if (silentFrom === null && (silent.has(name) || isNoteMark)) silentFrom = open.length;
  });
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', ({ name: full }) => {
    const name = localName(full);
    if (!inline.has(name) && name !== 'br') flush();
    if (name === 'pre') preformatted = Math.max(0, preformatted - 1);
    if (silentFrom === open.length) silentFrom = null;
    if (open.at(-1) === name) open.pop();
  });
  try {
    parser.write(source).close();
  } catch (thrown) {
    if (thrown instanceof FaultError) return { ok: false, fault: thrown.fault };
    // The end of a damaged chapter: what was read until there counts.
  }
  flush();
  return ok(blocks);
}
