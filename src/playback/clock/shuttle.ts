/** The keys of a shuttle, as on every editing desk: backwards, stop, forwards. */
export type ShuttleKey = 'J' | 'K' | 'L';

export const topSpeed = 8;
export const slowSpeed = 0.25;

/**
 * The speed after a shuttle key. J and L begin at real time and double up to eight times with every further press; the
 * other direction begins anew. K stops, and J or L while K is held plays slowly.
 */
export function shuttleSpeed(speed: number, key: ShuttleKey, stopHeld = false): number {
  if (key === 'K') return 0;
  const direction = key === 'L' ? 1 : -1;
  if (stopHeld) return direction * slowSpeed;
  const sameWay = speed * direction >= 1;
  return sameWay ? direction * Math.min(topSpeed, Math.abs(speed) * 2) : direction;
}

/** Sound at this speed: as recorded, faster or slower with its pitch, or none (backwards, and where it is only noise). */
export function soundsAt(speed: number): boolean {
  return speed >= 0.5 && speed <= 2;
}
