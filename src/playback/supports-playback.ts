/** What a browser lacks for the preview. Everything but the preview works without. */
export type MissingForPlayback = 'decoding' | 'worker-drawing' | 'secure-page';

export type PlaybackSupport =
  | { readonly supported: true }
  | { readonly supported: false; readonly missing: MissingForPlayback };

/** The first versions that can play the preview, for the sentence that says so. */
export const browsersThatPlay = [
  { name: 'Chrome', version: 94 },
  { name: 'Edge', version: 94 },
  { name: 'Safari', version: 26 },
  { name: 'Firefox', version: 130 },
] as const;

/** What of the browser is asked for; a page's own `globalThis` unless a test brings another. */
export interface PlaybackFeatures {
  readonly isSecureContext?: boolean;
  readonly VideoDecoder?: unknown;
  readonly VideoFrame?: unknown;
  readonly OffscreenCanvas?: unknown;
  readonly Worker?: unknown;
}

/** Whether this browser can play the preview, and if not, why. */
export function supportsPlayback(features: PlaybackFeatures = globalThis): PlaybackSupport {
  const has = (name: keyof PlaybackFeatures): boolean => typeof features[name] === 'function';
  if (!has('Worker') || !has('OffscreenCanvas')) return { supported: false, missing: 'worker-drawing' };
  if (has('VideoDecoder') && has('VideoFrame')) return { supported: true };
  // Browsers hide their decoders from pages that did not come over a safe line.
  return { supported: false, missing: features.isSecureContext === false ? 'secure-page' : 'decoding' };
}
