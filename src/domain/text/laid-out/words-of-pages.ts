/** "INT. HOUSE - DAY", with or without a number before it. */
const heading =
  /^(?:(\d{1,4}[A-Z]{0,2})[.)]?\s+)?((?:(?:INT|EXT|EST)(?:\.?\s*\/\s*(?:INT|EXT))?|I\.?\/E)(?:\.\s*|\s+)\S.*)$/;

/** A scene heading taken apart; null for any other line. A number on both sides of the line is one. */
export function sceneHeadingOf(
  line: string,
): { readonly number: string | null; readonly text: string } | null {
  const match = heading.exec(line.trim());
  const words = match?.[2];
  if (words === undefined || !isUpperCase(words.split(/\s[-–—]\s|\(/)[0] ?? '')) return null;
  const behind = /^(.*\S)\s+(\d{1,4}[A-Z]{0,2})\.?$/.exec(words);
  const number = match?.[1] ?? null;
  if (behind?.[1] === undefined || (number !== null && behind[2] !== number)) return { number, text: words };
  // A bare figure at the end may be a year or a room, unless it stands before the heading too.
  return number === null ? { number, text: words } : { number, text: behind[1] };
}

/** No lower-case letter, and at least one in upper case. */
export function isUpperCase(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** "MARA", "MARA (CONT'D)", "DR. O'NEIL (V.O.)". */
export function isCueLike(text: string): boolean {
  const name = text.replace(/\s*\([^)]*\)?\s*$/, '').trim();
  return name !== '' && name.length <= 40 && isUpperCase(name) && !/[!?:;,]$|\.\.\.$|[…—]$/.test(name);
}

/** "(MORE)", "CONTINUED: (2)": marks of a page's end, not of the story. */
export function isContinuedMark(text: string): boolean {
  return /^\(?(?:MORE|CONTINUED)\)?:?(?:\s*\(\d+\))?$/.test(text.trim());
}

/** "* * *", "#", "⁂": white space between scenes of prose. */
export function isBreakLine(text: string): boolean {
  return /^(?:[*#~•·–—⁂❦☙✻✽⁎-]\s*){1,9}$/u.test(text.trim());
}

/** Without what no text has: control characters, and spaces of every width made one. */
export function cleanWords(text: string): string {
  return text
    .replace(/[\p{Cc}\u00ad\u200b\ufeff]/gu, (character) => (/[\n\t\r]/.test(character) ? ' ' : ''))
    .replace(/[ \u00a0\u2000-\u200a\u202f\u3000]+/g, ' ')
    .trim();
}
