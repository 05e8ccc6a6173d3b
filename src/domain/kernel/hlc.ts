/**
 * Hybrid logical clock (Kulkarni et al., "Logical Physical Clocks", 2014) as a string that sorts by code unit:
 * 12 hex digits of milliseconds, 4 hex digits of a counter, then the device. Later writes compare greater,
 * and a device never stamps below what it has seen.
 */
export type Hlc = string;

const maxCounter = 0xffff;

export interface HlcParts {
  readonly ms: number;
  readonly counter: number;
  readonly device: string;
}

export function formatHlc({ ms, counter, device }: HlcParts): Hlc {
  return `${ms.toString(16).padStart(12, '0')}-${counter.toString(16).padStart(4, '0')}-${device}`;
}

/** Throws RangeError on text that is no stamp. */
export function parseHlc(stamp: Hlc): HlcParts {
  const match = /^([0-9a-f]{12})-([0-9a-f]{4})-(.+)$/.exec(stamp);
  if (match === null) throw new RangeError(`"${stamp}" is not a clock stamp`);
  return {
    ms: Number.parseInt(match[1] ?? '', 16),
    counter: Number.parseInt(match[2] ?? '', 16),
    device: match[3] ?? '',
  };
}

/** The next stamp of `device` after `last` (its newest stamp, or null) at wall time `nowMs`. */
export function nextHlc(last: Hlc | null, nowMs: number, device: string): Hlc {
  const previous = last === null ? null : parseHlc(last);
  if (previous === null || nowMs > previous.ms) return formatHlc({ ms: nowMs, counter: 0, device });
  if (previous.counter < maxCounter) {
    return formatHlc({ ms: previous.ms, counter: previous.counter + 1, device });
  }
  return formatHlc({ ms: previous.ms + 1, counter: 0, device });
}
