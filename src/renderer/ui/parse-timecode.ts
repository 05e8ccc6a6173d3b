import { type FrameRate, frameFlicks, secondsToFlicks, snapToFrame } from '../../domain/kernel/time.ts';

const longestDigits = 8;

/**
 * A time as editors type it, in flicks on a frame: "01:02:03:04", "3:04" (seconds and frames), digits alone from the
 * right ("304" is 3 s and 4 frames), "2.5s" or "2,5 s", "48f". With a sign before it, `from` is moved by it. null for anything else.
 */
export function parseTimecode(text: string, rate: FrameRate, from: number): number | null {
  const plain = text.trim().toLowerCase();
  const sign = plain.startsWith('+') ? 1 : plain.startsWith('-') ? -1 : 0;
  const length = parseLength(sign === 0 ? plain : plain.slice(1).trim(), rate);
  if (length === null) return null;
  return sign === 0 ? length : Math.max(0, from + sign * length);
}

function parseLength(text: string, rate: FrameRate): number | null {
  const seconds = /^(\d+(?:[.,]\d+)?)\s*s$/.exec(text)?.[1];
  if (seconds !== undefined) return snapToFrame(secondsToFlicks(Number(seconds.replace(',', '.'))), rate);
  const frames = /^(\d+)\s*f$/.exec(text)?.[1];
  if (frames !== undefined) return Number(frames) * frameFlicks(rate);
  if (/^\d+$/.test(text)) {
    if (text.length > longestDigits) return null;
    const digits = text.padStart(longestDigits, '0');
    return ofParts(digits.match(/../g)?.map(Number) ?? [], rate);
  }
  // The last separator may be the semicolon of drop-frame timecode. A point is refused: "1.5" could be seconds or frames.
  if (!/^\d{1,3}([:;]\d{1,2}){1,3}$/.test(text)) return null;
  return ofParts(text.split(/[:;]/).map(Number), rate);
}

/** Hours, minutes, seconds, frames, from the right; each may be larger than its place. */
function ofParts(parts: readonly number[], rate: FrameRate): number {
  const [frames = 0, seconds = 0, minutes = 0, hours = 0] = [...parts].reverse();
  const nominal = Math.round(rate.num / rate.den);
  return (((hours * 60 + minutes) * 60 + seconds) * nominal + frames) * frameFlicks(rate);
}
