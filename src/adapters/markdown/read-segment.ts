import { Lexer, type Token, type Tokens } from 'marked';
import type { BlockContent, BlockKind } from '../../domain/text/block.ts';
import { blockContent } from '../../domain/text/block-content.ts';
import { isBreakLine } from '../../domain/text/plain/chapter-line.ts';
import type { Segment } from './split-segments.ts';
import { stripInline } from './strip-inline.ts';

/** A block before its place in the source is known more closely than "inside this token". */
interface Found {
  readonly kind: BlockKind;
  readonly text: string;
  readonly depth: number;
  /** First words as they stand in the source, to find the place by. */
  readonly lead: string;
}

/** The blocks of one segment, in order, with ranges in the whole source. */
export function readSegment(segment: Segment): BlockContent[] {
  const tokens = segment.tame ? lex(segment.text) : null;
  if (tokens === null) return readLineByLine(segment);
  const blocks: BlockContent[] = [];
  let at = segment.start;
  for (const token of tokens) {
    const end = at + token.raw.length;
    place(found(token, null), at, Math.min(end, segment.start + segment.text.length), segment, blocks);
    at = end;
  }
  return blocks;
}

function lex(text: string): readonly Token[] | null {
  try {
    return new Lexer({ gfm: true }).blockTokens(text, []);
  } catch {
    // The lexer throws only where it can go no deeper or no further; the words are still there, line by line.
    return null;
  }
}

function readLineByLine({ start, text }: Segment): BlockContent[] {
  const blocks: BlockContent[] = [];
  let at = start;
  for (const line of text.split('\n')) {
    const words = stripInline(line.replace(/^[\s>*+-]{1,10000}/, ''));
    const trimmed = line.trim();
    const from = at + line.indexOf(trimmed);
    if (words !== '') blocks.push(blockContent('paragraph', words, from, from + trimmed.length));
    else if (isBreakLine(trimmed)) blocks.push(blockContent('break', '', from, from + trimmed.length));
    at += line.length + 1;
  }
  return blocks;
}

/** What a token holds. Inside a quote every paragraph is a quote. */
function found(token: Token, within: 'quote' | null): Found[] {
  switch (token.type) {
    case 'heading':
      return words('chapter', token as Tokens.Heading, (token as Tokens.Heading).depth);
    case 'paragraph':
    case 'text':
      return readParagraph(token as Tokens.Paragraph, within);
    case 'code':
      return readCode(token as Tokens.Code, within);
    case 'hr':
      return [{ kind: 'break', text: '', depth: 0, lead: token.raw.trim() }];
    case 'blockquote':
      return ((token as Tokens.Blockquote).tokens ?? []).flatMap((inner) => found(inner, 'quote'));
    case 'list':
      return (token as Tokens.List).items.flatMap((item) =>
        item.tokens.flatMap((inner) => found(inner, within)),
      );
    case 'table':
      return readTable(token as Tokens.Table, within);
    case 'html':
      return readHtml(token.raw, within);
    case 'def':
      return (
        readFootnote(token.raw.trim()) ?? [
          { kind: 'note', text: token.raw.trim(), depth: 0, lead: token.raw.trim() },
        ]
      );
    default:
      return [];
  }
}

function words(kind: BlockKind, token: { readonly text: string }, depth = 0): Found[] {
  const text = stripInline(token.text);
  return text === '' ? [] : [{ kind, text, depth, lead: token.text.trim() }];
}

function readParagraph(token: Tokens.Paragraph, within: 'quote' | null): Found[] {
  const footnote = readFootnote(token.text);
  if (footnote !== null) return footnote;
  const [block, ...none] = words(within ?? 'paragraph', token);
  if (block === undefined || none.length > 0) return [];
  const plainMarks = block.text.replaceAll('\\', '');
  return isBreakLine(plainMarks) ? [{ ...block, kind: 'break', text: '' }] : [block];
}

/** `[^1]: words` is what a writer says beside the story. */
function readFootnote(text: string): Found[] | null {
  const mark = /^\[\^[^\]\s]{1,40}\]:\s*/.exec(text)?.[0];
  return mark === undefined ? null : words('note', { text: text.slice(mark.length) });
}

/** A fence is something shown as written, such as a letter; an indented paragraph is a writer's indent. */
function readCode(token: Tokens.Code, within: 'quote' | null): Found[] {
  if (token.codeBlockStyle === 'indented') return words(within ?? 'paragraph', token);
  const text = token.text.trim();
  return text === '' ? [] : [{ kind: 'quote', text, depth: 0, lead: text }];
}

function readTable(token: Tokens.Table, within: 'quote' | null): Found[] {
  return [token.header, ...token.rows].flatMap((row) => {
    const cells = row.map((cell) => stripInline(cell.text)).filter((cell) => cell !== '');
    const lead = row.find((cell) => cell.text !== '')?.text ?? '';
    return cells.length === 0
      ? []
      : [{ kind: within ?? 'paragraph', text: cells.join(', '), depth: 0, lead }];
  });
}

/** Comments are notes; of other tags the words stay. */
function readHtml(raw: string, within: 'quote' | null): Found[] {
  return raw.split(/(<!--.*?(?:-->|$))/s).flatMap((part) => {
    if (!part.startsWith('<!--')) return words(within ?? 'paragraph', { text: part });
    const text = part.slice(4).replace(/-->$/, '').trim();
    return text === '' ? [] : [{ kind: 'note' as const, text, depth: 0, lead: text }];
  });
}

/** Gives the blocks of one token their ranges: each from its first words to where the next one begins. */
function place(
  blocks: readonly Found[],
  from: number,
  to: number,
  segment: Segment,
  out: BlockContent[],
): void {
  const within = segment.text.slice(from - segment.start, to - segment.start);
  const only = blocks.length === 1;
  const starts: number[] = [];
  let cursor = 0;
  for (const { lead } of blocks) {
    const firstLine = /^[^\n]{0,60}/.exec(lead)?.[0] ?? '';
    const at = only ? -1 : within.indexOf(firstLine, cursor);
    starts.push(at === -1 ? cursor : at);
    cursor = at === -1 ? cursor : at + firstLine.length;
  }
  blocks.forEach(({ kind, text, depth }, index) => {
    const part = within.slice(starts[index], starts[index + 1]);
    const start = from + (starts[index] ?? 0) + (part.length - part.trimStart().length);
    const length = only ? part.trim().length : withoutNextMarker(part).trim().length;
    out.push(blockContent(kind, text, start, start + length, { depth }));
  });
}

/** The mark of the next list item, quote line or cell stands before its words, so at the end of this part. */
function withoutNextMarker(part: string): string {
  let end = part.length;
  while (end > 0 && ' \t\n>-*+|'.includes(part.charAt(end - 1))) end--;
  return part.slice(0, end);
}
