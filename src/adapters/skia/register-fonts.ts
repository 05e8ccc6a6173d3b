import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { GlobalFonts, setTextRenderer } from '@napi-rs/canvas';
import { FaultError } from '../../domain/kernel/result.ts';

const require = createRequire(import.meta.url);

/** One font file: the family name to register it under and its path inside an installed package. */
export interface PackagedFont {
  readonly family: string;
  readonly file: string;
}

/**
 * Makes font files known to every canvas of this process; files that are known already are left alone. Also chooses
 * the text renderer (see {@link drawTextLikeChromium}). Throws a FaultError `fonts.unreadable` where a file cannot be read.
 */
export function registerFonts(fonts: readonly PackagedFont[]): void {
  drawTextLikeChromium();
  for (const { family, file } of fonts) {
    if (GlobalFonts.has(family)) continue;
    const key = GlobalFonts.register(readFont(file), family);
    if (key === null) throw unreadable(file, 'it is not a font');
  }
}

/**
 * The "system" renderer draws and measures text as Chromium does on the same operating system, pixel for pixel on
 * Linux; the "portable" one is the same on all systems but differs from every preview. A preview that tells the truth
 * matters more. The setting is the process's, and must come before the first canvas.
 */
export function drawTextLikeChromium(): void {
  setTextRenderer('system');
}

function readFont(file: string): Buffer {
  try {
    return readFileSync(require.resolve(file));
  } catch (thrown) {
    throw unreadable(file, thrown instanceof Error ? thrown.message : String(thrown));
  }
}

function unreadable(file: string, reason: string): FaultError {
  return new FaultError({
    code: 'fonts.unreadable',
    message: `The font ${file}, which titles and captions need, could not be read: ${reason}. Install Reelwright again.`,
  });
}
