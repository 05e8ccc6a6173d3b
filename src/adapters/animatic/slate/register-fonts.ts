import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';

export const slateFont = 'Reelwright Slate';
export const slateMono = 'Reelwright Slate Mono';

let registered = false;

/** Makes the bundled fonts known to the canvas, once a process. */
export function registerFonts(): void {
  if (registered) return;
  const require = createRequire(import.meta.url);
  const files: readonly (readonly [string, string])[] = [
    ['@fontsource-variable/inter/files/inter-latin-wght-normal.woff2', slateFont],
    ['@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2', `${slateFont} Ext`],
    ['@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2', `${slateFont} Cyrillic`],
    ['@fontsource-variable/inter/files/inter-greek-wght-normal.woff2', `${slateFont} Greek`],
    ['@fontsource/courier-prime/files/courier-prime-latin-400-normal.woff2', slateMono],
  ];
  for (const [file, family] of files) GlobalFonts.registerFromPath(require.resolve(file), family);
  registered = true;
}

export const slateFamilies = `"${slateFont}", "${slateFont} Ext", "${slateFont} Cyrillic", "${slateFont} Greek"`;
