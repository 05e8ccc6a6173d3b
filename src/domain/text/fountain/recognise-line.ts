/**
 * The rules of fountain.io/syntax for lines without a forcing mark. Each takes a trimmed line without inline notes
 * and boneyards, and reads it once.
 */

const sceneStart =
  /^[*_]{0,4}(?:(?:INT|EXT|I|E)\.? ?\/ ?(?:INT|EXT|I|E)(?=[. \t])|(?:INT|EXT)(?=[. \t])|EST(?=\.))/i;

/** INT, EXT, EST, INT./EXT, INT/EXT, I/E in any case, then a dot or a space. */
export function isSceneHeading(line: string): boolean {
  // "Est" with a space begins many a French or Latin sentence; as a heading it is written in capitals.
  return sceneStart.test(line) || /^EST[ \t]/.test(line);
}

const standardTransition =
  /^(?:(?:SLOW |QUICK )?FADE (?:IN|OUT|UP|DOWN|TO BLACK|TO WHITE)|(?:SMASH |HARD |QUICK )?CUT TO (?:BLACK|WHITE)|IRIS (?:IN|OUT))[.:]?$/;

/** The printed transitions that do not end in "TO:", such as "FADE OUT." and "FADE IN:". */
export function isStandardTransition(line: string): boolean {
  return line.length <= 40 && standardTransition.test(line);
}

/** Upper case, ending in "TO:". */
export function isTransition(line: string): boolean {
  return line.endsWith('TO:') && !hasLowerCase(line);
}

/**
 * Upper case outside brackets, with at least one letter that has a case (R2D2, not 23). A dash at the start is a
 * montage or a list, not a name.
 */
export function isCharacterCue(line: string): boolean {
  if (/^[-–—]/.test(line)) return false;
  const name = withoutBrackets(line);
  return hasUpperCase(name) && !hasLowerCase(name);
}

function hasLowerCase(text: string): boolean {
  return text !== text.toUpperCase() && /\p{Ll}/u.test(text);
}

function hasUpperCase(text: string): boolean {
  return text !== text.toLowerCase();
}

function withoutBrackets(line: string): string {
  if (!line.includes('(')) return line;
  const kept: string[] = [];
  let at = 0;
  for (;;) {
    const open = line.indexOf('(', at);
    const close = open === -1 ? -1 : line.indexOf(')', open);
    if (close === -1) break;
    kept.push(line.slice(at, open));
    at = close + 1;
  }
  kept.push(line.slice(at));
  return kept.join(' ');
}

/** The scene number at the end of a heading, `#1A#`: letters, digits, dashes and dots between hashes. Null when there is none. */
export function trailingSceneNumber(line: string): string | null {
  if (!line.endsWith('#')) return null;
  const open = line.lastIndexOf('#', line.length - 2);
  if (open < 1) return null;
  const number = line.slice(open + 1, -1).trim();
  return number.length <= 40 && /^[\p{L}\p{N}][\p{L}\p{N}.\- ()]*$/u.test(number) ? number : null;
}
