import { stripAsides } from '../strip-asides.ts';
import type { Piece } from './scan-pieces.ts';

/** A text line as the rules of the format see it. */
export interface Line {
  /** As written, trimmed. */
  readonly raw: string;
  /** `raw` without inline notes and boneyards. */
  readonly bare: string;
  /** Range of `raw` in the source. */
  readonly start: number;
  readonly end: number;
  /** The white space before it, tabs as four spaces. */
  readonly indent: string;
}

export function lineOf(source: string, piece: Piece): Line {
  const written = source.slice(piece.start, piece.end);
  const raw = written.trim();
  const start = piece.start + (written.length - written.trimStart().length);
  const indent = piece.atLineStart ? written.slice(0, start - piece.start).replaceAll('\t', '    ') : '';
  return { raw, bare: stripAsides(raw).trim(), start, end: start + raw.length, indent };
}

/**
 * Where the next line stands: `open` after a blank line or a complete element, where headings and cues are
 * recognised; `action` inside a paragraph; `speech` under a cue.
 */
export type Place = 'open' | 'action' | 'speech';
