import type { ReadDocument } from '../block-content.ts';
import { plainText } from '../plain-text.ts';
import { createLineEndSearch, skipLineBreak, skipSpace } from '../source-search.ts';
import { BlockList } from './block-list.ts';
import { type Line, lineOf, type Place } from './line.ts';
import { readMarkedLine, readOutlineLine } from './read-marked-line.ts';
import { readOpenLine } from './read-open-line.ts';
import { readTitlePage } from './read-title-page.ts';
import { isSceneHeading } from './recognise-line.ts';
import { createPieceScanner, type Piece } from './scan-pieces.ts';

/**
 * Reads a Fountain screenplay (fountain.io/syntax, version 1.1) into blocks. Any string is a screenplay: what fits no
 * rule is action, and no word is dropped. One pass, time linear in the length; never throws.
 */
export function parseFountain(source: string): ReadDocument {
  const parser = new FountainParser(source);
  parser.parse();
  const blocks = parser.list.blocks;
  const title = blocks.find((block) => block.kind === 'title-page' && /^title$/i.test(block.key ?? ''));
  const words = title === undefined ? '' : plainText(title.text).replaceAll('\n', ' ').trim();
  return { title: words === '' ? null : words, blocks };
}

class FountainParser {
  readonly list = new BlockList();
  readonly #source: string;
  /** Pieces read ahead, and how many of them are used up. */
  #ahead: Piece[] = [];
  #used = 0;
  #scan: () => Piece | null;
  #place: Place = 'open';
  /** Soft blank lines, which count once more speech follows. */
  #softBlanks = 0;

  constructor(source: string) {
    this.#source = source;
    this.#scan = createPieceScanner(source, this.#readTitlePage());
  }

  parse(): void {
    for (let piece = this.#take(); piece !== null; piece = this.#take()) {
      this.#place = this.#read(piece);
      if (piece.kind !== 'soft') this.#softBlanks = 0;
    }
    this.list.close();
  }

  #readTitlePage(): number {
    const source = this.#source;
    const lineEndOf = createLineEndSearch(source);
    let from = source.startsWith('\uFEFF') ? 1 : 0;
    while (from < source.length && skipSpace(source, from, lineEndOf(from)) === lineEndOf(from)) {
      from = skipLineBreak(source, lineEndOf(from));
    }
    const page = readTitlePage(source, from);
    if (page === null) return from;
    for (const block of page.blocks) this.list.blocks.push({ ...block });
    return page.end;
  }

  #take(): Piece | null {
    if (this.#used === this.#ahead.length) {
      this.#ahead = [];
      this.#used = 0;
      return this.#scan();
    }
    return this.#ahead[this.#used++] ?? null;
  }

  /** Text of the line below the current one, past asides and soft blanks; null for a blank line or the end. */
  #following(): string | null {
    for (let at = this.#used; ; at++) {
      if (at === this.#ahead.length) {
        const next = this.#scan();
        if (next === null) return null;
        this.#ahead.push(next);
      }
      const piece = this.#ahead[at];
      if (piece === undefined || piece.kind === 'blank') return null;
      if (piece.kind === 'text') return this.#source.slice(piece.start, piece.end).trim();
    }
  }

  #read(piece: Piece): Place {
    switch (piece.kind) {
      case 'soft':
        if (this.#place === 'speech') {
          this.#softBlanks++;
          return 'speech';
        }
        this.list.close();
        return 'open';
      case 'blank':
        this.list.close();
        return 'open';
      case 'note':
      case 'boneyard':
        return this.#readAside(piece, piece.kind);
      case 'text':
        return this.#readLine(lineOf(this.#source, piece));
    }
  }

  #readAside(piece: Piece, kind: 'note' | 'boneyard'): Place {
    const start = skipSpace(this.#source, piece.start, piece.end);
    const written = this.#source.slice(start, piece.end);
    const closed = written.length >= 4 && written.endsWith(kind === 'note' ? ']]' : '*/');
    this.list.add(kind, written.slice(2, closed ? -2 : undefined).trim(), start, piece.end);
    return this.#place === 'speech' ? 'speech' : 'open';
  }

  #readLine(line: Line): Place {
    const { list } = this;
    if (line.bare === '') {
      list.add('note', line.raw, line.start, line.end);
      return this.#place === 'speech' ? 'speech' : 'open';
    }
    const marked = readMarkedLine(line, list, this.#place);
    if (marked !== null) return marked;
    let place = this.#place;
    if (place === 'speech') {
      // Editors leave spaces on blank lines; a heading below one ends the speech all the same.
      if (this.#softBlanks === 0 || !isSceneHeading(line.bare)) return this.#readSpeech(line);
      list.close();
      place = 'open';
    }
    const outline = readOutlineLine(line, list);
    if (outline !== null) return outline;
    const opened = place === 'open' ? readOpenLine(line, list, () => this.#following()) : null;
    if (opened !== null) return opened;
    list.addLine('action', line.indent + line.raw, line.start, line.end, false, false);
    return 'action';
  }

  #readSpeech({ raw, bare, start, end }: Line): Place {
    const { list } = this;
    if (isBracketed(bare)) {
      const text = raw.startsWith('(') && raw.endsWith(')') ? raw.slice(1, -1).trim() : raw;
      list.add('parenthetical', text, start, end);
      return 'speech';
    }
    if (list.openKind === 'dialogue') {
      for (let i = 0; i < this.#softBlanks; i++) list.addLine('dialogue', '', start, end, false, true);
    }
    list.addLine('dialogue', raw, start, end, false, true);
    return 'speech';
  }
}

/** One pair of brackets around the whole line, with something in it. */
function isBracketed(line: string): boolean {
  if (line.length < 3 || !line.startsWith('(') || !line.endsWith(')')) return false;
  let depth = 0;
  for (let at = 0; at < line.length - 1; at++) {
    if (line[at] === '(') depth++;
    else if (line[at] === ')' && --depth === 0) return false;
  }
  return depth === 1;
}
