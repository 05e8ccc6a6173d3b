/**
 * One file of a family. Files are named as package paths, so that Node reads them from the installed package and a
 * browser bundle takes the same bytes.
 */
export interface FontFile {
  /** Name under which the file is registered; unlike any installed font's. */
  readonly family: string;
  /** `package/path` of a WOFF2 file. */
  readonly file: string;
  /** CSS `font-weight` descriptor: one weight, or the range of a variable font. */
  readonly weight: string;
}

const scripts = [
  'latin',
  'latin-ext',
  'cyrillic',
  'cyrillic-ext',
  'greek',
  'greek-ext',
  'vietnamese',
] as const;
const courierScripts = ['latin', 'latin-ext'] as const;

/**
 * Every file has a family name of its own, and {@link families} lists the names one after another: canvas engines in
 * Node do not know `unicode-range`, but every engine looks through a list of families character by character.
 */
export const fontFiles: readonly FontFile[] = [
  ...scripts.map((script) => ({
    family: `Reelwright Text ${script}`,
    file: `@fontsource-variable/inter/files/inter-${script}-wght-normal.woff2`,
    weight: '100 900',
  })),
  // The files with an optical size axis: at display sizes Inter draws its tighter, finer display cut.
  ...scripts.map((script) => ({
    family: `Reelwright Display ${script}`,
    file: `@fontsource-variable/inter/files/inter-${script}-standard-normal.woff2`,
    weight: '100 900',
  })),
  ...courierScripts.map((script) => ({
    family: `Reelwright Typewriter ${script}`,
    file: `@fontsource/courier-prime/files/courier-prime-${script}-400-normal.woff2`,
    weight: '400',
  })),
];

const listOf = (name: string, parts: readonly string[]): string =>
  parts.map((part) => `"Reelwright ${name} ${part}"`).join(', ');

/** CSS family lists. What no bundled file has (Hebrew, Han, emoji) comes from the machine's own fonts. */
export const families = {
  text: `${listOf('Text', scripts)}, sans-serif`,
  display: `${listOf('Display', scripts)}, sans-serif`,
  typewriter: `${listOf('Typewriter', courierScripts)}, ${listOf('Text', scripts)}, monospace`,
} as const;
export type Family = keyof typeof families;

/** How a run of text is set. Sizes are stage units (see `stage.ts`). */
export interface Face {
  readonly family: Family;
  readonly weight: number;
  readonly sizeUnits: number;
  /** Space added after each character, in units of the size (0.02 is 2 %). */
  readonly tracking: number;
}

export function fontOf(face: Face): string {
  return `${face.weight} ${face.sizeUnits}px ${families[face.family]}`;
}

export function letterSpacingOf(face: Face): string {
  return `${Math.round(face.tracking * face.sizeUnits * 1000) / 1000}px`;
}

/** Height of capitals and depth of descenders, as parts of the size: Inter's own, close enough for Courier Prime. */
export const capHeight = 0.727;
export const descent = 0.21;
