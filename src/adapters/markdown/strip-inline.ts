import { escapeMarks } from '../../domain/text/escape-marks.ts';
import { stripEmphasis } from '../../domain/text/plain-text.ts';
import { createSearch } from '../../domain/text/source-search.ts';
import { literal, readEntity } from './inline-entity.ts';
import { createBrackets, longestLinkTarget, readBracket } from './inline-link.ts';

/**
 * The words of inline Markdown: emphasis, code ticks, links, images, tags and entities are resolved to their words;
 * link targets are dropped; a comment becomes an inline note. Line breaks are spaces but for hard ones. Linear.
 */
export function stripInline(markdown: string): string {
  const source = markdown.trim();
  if (!/[\\`<![\]&*_~\n]/.test(source)) return source;
  const tickRuns = tickRunsOf(source);
  const tagEnd = createSearch(source, '>');
  const commentEnd = createSearch(source, '-->');
  const out: string[] = [];
  const brackets = createBrackets(source);
  let at = 0;
  while (at < source.length) {
    const character = source.charAt(at);
    switch (character) {
      case '\\':
        at = readEscape(source, at, out);
        break;
      case '`':
        at = readCode(source, at, tickRuns, out);
        break;
      case '<':
        at = readTag(source, at, tagEnd, commentEnd, out);
        break;
      case '!':
        if (source.charAt(at + 1) !== '[') out.push(character);
        at++;
        break;
      case '[':
      case ']':
        at = readBracket(source, at, brackets, out);
        break;
      case '&':
        at = readEntity(source, at, out);
        break;
      case '_':
      case '~':
        at = readDoubled(source, at, character, out);
        break;
      case '\n':
        at = readLineBreak(source, at, out);
        break;
      default: {
        const end = endOfPlain(source, at);
        out.push(source.slice(at, end));
        at = end;
      }
    }
  }
  return escapeMarks(stripEmphasis(out.join('')).trim());
}

function endOfPlain(source: string, from: number): number {
  let at = from + 1;
  while (at < source.length && !'\\`<![]&_~\n'.includes(source.charAt(at))) at++;
  return at;
}

function readEscape(source: string, at: number, out: string[]): number {
  const next = source.charAt(at + 1);
  if (next === '\n') {
    out.push('\n');
    return at + 2;
  }
  if (!/[!-/:-@[-`{-~]/.test(next)) {
    out.push('\\');
    return at + 1;
  }
  out.push(literal(next));
  return at + 2;
}

/** Starts of backtick runs by their length, ascending, so that a closing run is found without looking twice. */
function tickRunsOf(source: string): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (let at = source.indexOf('`'); at !== -1; ) {
    let end = at + 1;
    while (source.charAt(end) === '`') end++;
    const starts = runs.get(end - at);
    if (starts === undefined) runs.set(end - at, [at]);
    else starts.push(at);
    at = source.indexOf('`', end);
  }
  for (const starts of runs.values()) starts.reverse();
  return runs;
}

function readCode(source: string, at: number, runs: Map<number, number[]>, out: string[]): number {
  let end = at + 1;
  while (source.charAt(end) === '`') end++;
  const starts = runs.get(end - at) ?? [];
  while ((starts.at(-1) ?? Number.POSITIVE_INFINITY) < end) starts.pop();
  const close = starts.pop();
  if (close === undefined) {
    out.push(source.slice(at, end));
    return end;
  }
  out.push(source.slice(end, close).replaceAll('\n', ' ').replace(/[*_]/g, '\\$&'));
  return close + (end - at);
}

function readTag(
  source: string,
  at: number,
  tagEnd: (from: number) => number,
  commentEnd: (from: number) => number,
  out: string[],
): number {
  if (source.startsWith('<!--', at)) {
    const close = commentEnd(at + 4);
    if (close !== Number.POSITIVE_INFINITY) {
      const words = source
        .slice(at + 4, close)
        .replace(/\s+/g, ' ')
        .trim();
      if (words !== '') out.push(`[[${words.replaceAll(']]', '] ]')}]]`);
      return close + 3;
    }
  }
  const close = tagEnd(at);
  const inside = close - at < longestLinkTarget ? source.slice(at + 1, close) : '';
  if (/^(?:[a-z][a-z0-9+.-]{1,31}:[^\s<]*|[^\s@<]+@[^\s@<]+)$/i.test(inside))
    out.push(inside.replace(/[*_]/g, '\\$&'));
  else if (/^br\s*\/?$/i.test(inside)) out.push('\n');
  else if (!/^\/?[a-z][^<]*$/i.test(inside)) {
    out.push('<');
    return at + 1;
  }
  return close + 1;
}

/** `__strong__` becomes asterisks, as block text writes it; the marks of `~~struck~~` go. */
function readDoubled(source: string, at: number, mark: '_' | '~', out: string[]): number {
  let end = at + 1;
  while (source.charAt(end) === mark) end++;
  const length = end - at;
  if (mark === '~') out.push(length === 2 ? '' : source.slice(at, end));
  else {
    const inWord = /\w/.test(source.charAt(at - 1)) && /\w/.test(source.charAt(end));
    out.push(length > 1 && length <= 3 && !inWord ? '*'.repeat(length) : source.slice(at, end));
  }
  return end;
}

function readLineBreak(source: string, at: number, out: string[]): number {
  const last = out.at(-1) ?? '';
  const hard = last.endsWith('  ');
  out[out.length - 1] = last.trimEnd();
  if (out.at(-1) !== '\n') out.push(hard ? '\n' : ' ');
  let next = at + 1;
  while (/[ \t]/.test(source.charAt(next))) next++;
  return next;
}
