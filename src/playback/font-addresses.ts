import typewriterLatin from '@fontsource/courier-prime/files/courier-prime-latin-400-normal.woff2?url';
import typewriterLatinExt from '@fontsource/courier-prime/files/courier-prime-latin-ext-400-normal.woff2?url';
import displayCyrillicExt from '@fontsource-variable/inter/files/inter-cyrillic-ext-standard-normal.woff2?url';
import textCyrillicExt from '@fontsource-variable/inter/files/inter-cyrillic-ext-wght-normal.woff2?url';
import displayCyrillic from '@fontsource-variable/inter/files/inter-cyrillic-standard-normal.woff2?url';
import textCyrillic from '@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2?url';
import displayGreekExt from '@fontsource-variable/inter/files/inter-greek-ext-standard-normal.woff2?url';
import textGreekExt from '@fontsource-variable/inter/files/inter-greek-ext-wght-normal.woff2?url';
import displayGreek from '@fontsource-variable/inter/files/inter-greek-standard-normal.woff2?url';
import textGreek from '@fontsource-variable/inter/files/inter-greek-wght-normal.woff2?url';
import displayLatinExt from '@fontsource-variable/inter/files/inter-latin-ext-standard-normal.woff2?url';
import textLatinExt from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?url';
import displayLatin from '@fontsource-variable/inter/files/inter-latin-standard-normal.woff2?url';
import textLatin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import displayVietnamese from '@fontsource-variable/inter/files/inter-vietnamese-standard-normal.woff2?url';
import textVietnamese from '@fontsource-variable/inter/files/inter-vietnamese-wght-normal.woff2?url';
import { fontFiles } from '../compositor/fonts.ts';

/** A font of the compositor and where this page gets it. */
export interface FontAddress {
  readonly family: string;
  readonly weight: string;
  readonly address: string;
}

/** Bundlers follow only addresses that are written out. A test holds them against the compositor's list. */
const addressOf: Readonly<Record<string, string>> = {
  '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2': textLatin,
  '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2': textLatinExt,
  '@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2': textCyrillic,
  '@fontsource-variable/inter/files/inter-cyrillic-ext-wght-normal.woff2': textCyrillicExt,
  '@fontsource-variable/inter/files/inter-greek-wght-normal.woff2': textGreek,
  '@fontsource-variable/inter/files/inter-greek-ext-wght-normal.woff2': textGreekExt,
  '@fontsource-variable/inter/files/inter-vietnamese-wght-normal.woff2': textVietnamese,
  '@fontsource-variable/inter/files/inter-latin-standard-normal.woff2': displayLatin,
  '@fontsource-variable/inter/files/inter-latin-ext-standard-normal.woff2': displayLatinExt,
  '@fontsource-variable/inter/files/inter-cyrillic-standard-normal.woff2': displayCyrillic,
  '@fontsource-variable/inter/files/inter-cyrillic-ext-standard-normal.woff2': displayCyrillicExt,
  '@fontsource-variable/inter/files/inter-greek-standard-normal.woff2': displayGreek,
  '@fontsource-variable/inter/files/inter-greek-ext-standard-normal.woff2': displayGreekExt,
  '@fontsource-variable/inter/files/inter-vietnamese-standard-normal.woff2': displayVietnamese,
  '@fontsource/courier-prime/files/courier-prime-latin-400-normal.woff2': typewriterLatin,
  '@fontsource/courier-prime/files/courier-prime-latin-ext-400-normal.woff2': typewriterLatinExt,
};

/** The fonts of titles and captions, the same files as the export reads, with addresses that a worker can fetch. */
export function fontAddresses(base: string): FontAddress[] {
  return fontFiles.flatMap(({ family, file, weight }) => {
    const address = addressOf[file];
    return address === undefined ? [] : [{ family, weight, address: new URL(address, base).href }];
  });
}
