import { fold, isSoughtInside, wordPattern } from './search-words.ts';

/** A range in UTF-16 units, end exclusive. */
export interface MatchRange {
  readonly start: number;
  readonly end: number;
}

export interface Excerpt {
  /** One line. */
  readonly excerpt: string;
  readonly matches: MatchRange[];
}

/** Characters before the first match, and in all. */
const before = 40;
const longest = 160;

/** Words around the first match, with every match in them marked; null where `text` has none. */
export function excerptOf(text: string, words: readonly string[]): Excerpt | null {
  const line = text.replace(/\s+/gu, ' ').trim();
  const found = findMatches(line, words);
  const [first] = found;
  if (first === undefined) return null;
  const from = first.start <= before ? 0 : wordStart(line, first.start - before);
  const to = line.length - from <= longest ? line.length : wordEnd(line, from + longest, first.end);
  const lead = from > 0 ? '… ' : '';
  const excerpt = `${lead}${line.slice(from, to)}${to < line.length ? ' …' : ''}`;
  const shift = lead.length - from;
  const matches = found
    .filter((match) => match.end <= to)
    .map(({ start, end }) => ({ start: start + shift, end: end + shift }));
  return { excerpt, matches };
}

/** Where words of a line begin with one of `words`, or have one inside, as far as they do. */
function findMatches(line: string, words: readonly string[]): MatchRange[] {
  const matches: MatchRange[] = [];
  for (const { 0: written, index } of line.matchAll(wordPattern())) {
    const folded = fold(written);
    const begun = words.filter((word) => (word.length > 1 ? folded.startsWith(word) : folded === word));
    const inside =
      begun.length > 0 ? [] : words.filter((word) => isSoughtInside(word) && folded.includes(word));
    const [sought = ''] = [...begun, ...inside].sort((a, b) => b.length - a.length);
    if (sought === '') continue;
    const from = folded.indexOf(sought);
    const start = from === 0 ? 0 : writtenLength(written, from);
    matches.push({ start: index + start, end: index + writtenLength(written, from + sought.length) });
  }
  return matches;
}

/** How much of a word, as it is written, folds to its first `foldedLength` units; diacritics that follow belong to it. */
function writtenLength(written: string, foldedLength: number): number {
  let length = 0;
  let folded = 0;
  for (const character of written) {
    const adds = fold(character).length;
    if (folded >= foldedLength && adds > 0) break;
    folded += adds;
    length += character.length;
  }
  return length;
}

function wordStart(line: string, at: number): number {
  const space = line.indexOf(' ', at);
  return space === -1 || space - at > before - 2 ? whole(line, at) : space + 1;
}

function wordEnd(line: string, at: number, atLeast: number): number {
  const space = line.lastIndexOf(' ', at);
  return space > atLeast ? space : whole(line, Math.max(at, atLeast));
}

/** Never between the two halves of a character. */
function whole(line: string, at: number): number {
  const unit = line.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}
