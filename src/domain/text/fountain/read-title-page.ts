import type { BlockContent } from '../block.ts';
import { blockContent } from '../block-content.ts';
import { createLineEndSearch, skipLineBreak, skipSpace, trimEndAt } from '../source-search.ts';

const knownKeys =
  /^(?:title|subtitle|credits?|authors?|writers?|written by|screenplay(?: by)?|story(?: by)?|based on|sources?|draft(?: date)?|date|version|revision|contact(?: info)?|copyright|notes?|logline|genre|language|episode|season|series|show|production|director|producer|company|e-?mail|phone|agent|font|format|template)$/i;

interface Entry {
  readonly key: string;
  readonly start: number;
  end: number;
  readonly lines: string[];
}

export interface TitlePage {
  readonly blocks: readonly BlockContent[];
  /** Where the script begins. */
  readonly end: number;
}

/**
 * Reads the title page at `from`: `Key: value` lines and indented further lines up to the first blank one. Null when
 * the text does not begin with one: "FADE IN:" is no key, so there must be a key that title pages have, or several
 * keys that all hold something.
 */
export function readTitlePage(source: string, from: number): TitlePage | null {
  const lineEndOf = createLineEndSearch(source);
  const entries: Entry[] = [];
  let lineStart = from;
  while (lineStart < source.length) {
    const lineEnd = lineEndOf(lineStart);
    const start = skipSpace(source, lineStart, lineEnd);
    if (start === lineEnd) break;
    const end = trimEndAt(source, start, lineEnd);
    const line = source.slice(start, end);
    const entry = start === lineStart ? readKeyLine(line, start, end) : null;
    const last = entries.at(-1);
    if (entry !== null) entries.push(entry);
    else if (last === undefined) return null;
    else {
      last.lines.push(line);
      last.end = end;
    }
    lineStart = lineEnd < source.length ? skipLineBreak(source, lineEnd) : lineEnd;
  }
  return isTitlePage(entries) ? { blocks: entries.map(toBlock), end: lineStart } : null;
}

function readKeyLine(line: string, start: number, end: number): Entry | null {
  const colon = line.indexOf(':');
  if (colon < 1 || colon > 40 || line.startsWith('//', colon + 1)) return null;
  const value = line.slice(colon + 1).trim();
  return { key: line.slice(0, colon).trim(), start, end, lines: value === '' ? [] : [value] };
}

function isTitlePage(entries: readonly Entry[]): boolean {
  if (entries.length === 0) return false;
  if (entries.some((entry) => knownKeys.test(entry.key))) return true;
  return entries.length > 1 && entries.every((entry) => entry.lines.length > 0);
}

function toBlock({ key, start, end, lines }: Entry): BlockContent {
  return blockContent('title-page', lines.join('\n'), start, end, { key });
}
