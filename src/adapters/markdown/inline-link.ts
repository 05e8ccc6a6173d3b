import { createSearch } from '../../domain/text/source-search.ts';

/** Longest target of a link or tag that is looked for, UTF-16 units. */
export const longestLinkTarget = 2000;

export interface Brackets {
  /** Where in the output the opening brackets stand that nothing has closed yet. */
  readonly open: number[];
  readonly nextRound: (from: number) => number;
  readonly nextSquare: (from: number) => number;
}

export function createBrackets(source: string): Brackets {
  return { open: [], nextRound: createSearch(source, ')'), nextSquare: createSearch(source, ']') };
}

/** Brackets are dropped where a target follows the closing one; a footnote mark goes, other brackets stay. */
export function readBracket(source: string, at: number, brackets: Brackets, out: string[]): number {
  if (source.charAt(at) === ']') {
    const opened = brackets.open.pop();
    const target = opened === undefined ? null : linkTargetEnd(source, at + 1, brackets);
    if (opened !== undefined && target !== null) out[opened] = '';
    else out.push(']');
    return target ?? at + 1;
  }
  const footnote = /^\[\^[^\]\s]{1,40}\]/.exec(source.slice(at, at + 44))?.[0];
  if (footnote !== undefined) return at + footnote.length;
  const wiki = /^\[\[([^\]|\n]{1,200})(?:\|([^\]\n]{1,200}))?\]\]/.exec(source.slice(at, at + 410));
  if (wiki !== null) {
    out.push(wiki[2] ?? wiki[1] ?? '');
    return at + wiki[0].length;
  }
  brackets.open.push(out.length);
  out.push('[');
  return at + 1;
}

/** End of `(target)` or `[reference]` right behind a closing bracket, null when there is none. */
function linkTargetEnd(source: string, at: number, { nextRound, nextSquare }: Brackets): number | null {
  const open = source.charAt(at);
  const limit = at + longestLinkTarget;
  if (open === '[') return nextSquare(at) < limit ? nextSquare(at) + 1 : null;
  if (open !== '(' || nextRound(at) >= limit) return null;
  let depth = 0;
  for (let end = at; end < Math.min(source.length, limit); end++) {
    const character = source.charAt(end);
    if (character === '\\') end++;
    else if (character === '(') depth++;
    else if (character === ')' && --depth === 0) return end + 1;
  }
  return null;
}
