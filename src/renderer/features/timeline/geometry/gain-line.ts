import { labelHeightPx, type TrackRow } from './track-layout.ts';

/** Of a clip's body below its bar, where its sound is drawn with its pictures. */
const soundShare = 0.3;
/** With pictures and less height than that, there is no room for sound. */
const leastWithPicturesPx = 56;
/** Below that, a line cannot be told from the edges. */
const leastSoundPx = 14;

const mostGainDb = 12;
const leastGainDb = -60;
/** Where 0 dB lies, from the bottom of the sound: what is quieter gets most of the room. */
const unityShare = 0.75;

/** From the top of the stack: where a clip's sound is drawn. */
export interface SoundSpan {
  readonly topPx: number;
  readonly bottomPx: number;
}

/** Where the sound of a clip lies in its row; null where none is drawn. `sounds`: its medium has sound besides a picture. */
export function soundSpan(row: TrackRow, sounds: boolean): SoundSpan | null {
  const topPx = row.topPx + 1;
  const bottomPx = row.topPx + row.heightPx - 2;
  const bodyTop = topPx + Math.min(labelHeightPx, bottomPx - topPx);
  if (row.track.kind === 'audio') return bottomPx - bodyTop > 0 ? { topPx: bodyTop, bottomPx } : null;
  if (!sounds || bottomPx - topPx <= leastWithPicturesPx) return null;
  return { topPx: bottomPx - Math.round((bottomPx - bodyTop) * soundShare), bottomPx };
}

/** Whether the line of the gain is drawn there, and can be taken. */
export function hasGainLine({ topPx, bottomPx }: SoundSpan): boolean {
  return bottomPx - topPx >= leastSoundPx;
}

/** The height of a gain in the sound. Silence lies at the bottom, +12 dB at the top; near 0 dB a pixel is least. */
export function gainLinePx(span: SoundSpan, gainDb: number): number {
  return span.bottomPx - 2 - shareOfGain(gainDb) * (span.bottomPx - span.topPx - 4);
}

/** The gain at a height, in steps of half a decibel; 0 dB sticks a little. */
export function gainAtPx(span: SoundSpan, yPx: number): number {
  const room = Math.max(1, span.bottomPx - span.topPx - 4);
  const share = Math.min(1, Math.max(0, (span.bottomPx - 2 - yPx) / room));
  const gainDb =
    share >= unityShare
      ? ((share - unityShare) / (1 - unityShare)) * mostGainDb
      : leastGainDb * (1 - share / unityShare) ** 2;
  const stepped = Math.round(gainDb * 2) / 2;
  return Math.abs(share - unityShare) * room < 1.5 ? 0 : stepped;
}

function shareOfGain(gainDb: number): number {
  if (gainDb >= 0) return unityShare + (gainDb / mostGainDb) * (1 - unityShare);
  return unityShare * (1 - Math.sqrt(Math.min(1, gainDb / leastGainDb)));
}
