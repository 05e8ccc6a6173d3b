/**
 * Looks for `needle` at or after a position that never goes back. The place found is remembered, so that any number
 * of calls reads the source once; without that, "is there a closing mark?" asked on every line is quadratic.
 */
export function createSearch(source: string, needle: string): (from: number) => number {
  let asked = 0;
  let found = -1;
  return (from) => {
    if (found < from || from < asked) {
      const index = source.indexOf(needle, from);
      found = index === -1 ? Number.POSITIVE_INFINITY : index;
    }
    asked = from;
    return found;
  };
}

/** The end of the line that holds a position: the next LF or CR, or the end of the source. Positions never go back. */
export function createLineEndSearch(source: string): (from: number) => number {
  const lineFeed = createSearch(source, '\n');
  const carriageReturn = createSearch(source, '\r');
  return (from) => Math.min(lineFeed(from), carriageReturn(from), source.length);
}

/** Where the next line begins, given the end of this one: after CR LF, CR or LF. */
export function skipLineBreak(source: string, lineEnd: number): number {
  if (source.charCodeAt(lineEnd) === 13 && source.charCodeAt(lineEnd + 1) === 10) return lineEnd + 2;
  return Math.min(lineEnd + 1, source.length);
}

/** First position in [from, to) that is not white space (as `trim` sees it), or `to`. */
export function skipSpace(source: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpaceCode(source.charCodeAt(at))) at++;
  return at;
}

/** The position after the last character in [from, to) that is not white space, or `from`. */
export function trimEndAt(source: string, from: number, to: number): number {
  let at = to;
  while (at > from && isSpaceCode(source.charCodeAt(at - 1))) at--;
  return at;
}

function isSpaceCode(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  if (code < 0xa0) return false;
  return (
    code === 0xa0 ||
    code === 0xfeff ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** `text` with every line break written as LF. */
export function normaliseLineBreaks(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
}
