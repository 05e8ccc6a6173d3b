import type { CameraMove } from '../../../domain/shots/shot.ts';
import { createRandom } from '../random.ts';

/** Where the camera has moved to: metres of travel, and turns as shifts of the picture in frame heights. */
export interface CameraState {
  readonly dx: number;
  readonly dy: number;
  readonly dz: number;
  readonly panX: number;
  readonly panY: number;
  readonly rollRad: number;
}

export type CameraPath = (t: number) => CameraState;

const rest: CameraState = { dx: 0, dy: 0, dz: 0, panX: 0, panY: 0, rollRad: 0 };

/** Slow in, slow out; the middle runs at nearly even speed so that a long move does not surge. */
function ease(u: number): number {
  const x = Math.max(0, Math.min(1, u));
  const smooth = x * x * x * (x * (6 * x - 15) + 10);
  return x + (smooth - x) * 0.72;
}

/** Sum of slow sines: a hand's unrest without jumps. Roughly ±1. */
function sway(t: number, phases: readonly number[]): number {
  let sum = 0;
  const rates = [0.31, 0.73, 1.37, 2.3];
  const shares = [0.5, 0.3, 0.15, 0.07];
  rates.forEach((rate, i) => {
    sum += Math.sin(t * rate * Math.PI * 2 + (phases[i] ?? 0)) * (shares[i] ?? 0);
  });
  return sum;
}

/**
 * @param subjectM distance of the subject; travel is in proportion to it
 * @param perMetre frame heights a metre at the subject
 */
export function createCameraPath(
  move: CameraMove,
  durationS: number,
  subjectM: number,
  perMetre: number,
  aspect: number,
  seed: string,
): CameraPath {
  const length = Math.max(0.2, durationS);
  const random = createRandom('path', seed);
  const along = (t: number): number => ease(t / length);
  // Longer shots travel further, but never faster than the eye likes.
  const reach = (most: number, perSecond: number): number => Math.min(most, 0.04 + perSecond * length);
  const swing = (amount: number, t: number): number => (along(t) - 0.5) * amount;
  const side = Math.min(1, aspect / 1.5);
  switch (move) {
    case 'static':
      return () => rest;
    case 'pan-left':
    case 'pan-right': {
      const sign = move === 'pan-left' ? 1 : -1;
      return (t) => ({ ...rest, panX: sign * swing(reach(0.34, 0.06) * side, t) });
    }
    case 'tilt-up':
    case 'tilt-down': {
      const sign = move === 'tilt-up' ? 1 : -1;
      return (t) => ({ ...rest, panY: sign * swing(reach(0.24, 0.045), t) });
    }
    case 'push-in':
    case 'pull-out': {
      const sign = move === 'push-in' ? 1 : -1;
      return (t) => ({ ...rest, dz: sign * swing(subjectM * reach(0.17, 0.028), t) });
    }
    case 'track-left':
    case 'track-right': {
      const sign = move === 'track-left' ? -1 : 1;
      return (t) => ({ ...rest, dx: (sign * swing(reach(0.3, 0.05) * side, t)) / perMetre });
    }
    case 'crane-up':
    case 'crane-down': {
      const sign = move === 'crane-up' ? 1 : -1;
      return (t) => ({
        ...rest,
        dy: (sign * swing(reach(0.22, 0.035), t)) / perMetre,
        panY: -sign * swing(0.06, t),
      });
    }
    case 'handheld': {
      const phases = Array.from({ length: 4 }, () =>
        Array.from({ length: 4 }, () => random.between(0, 6.28)),
      );
      const p = (i: number): readonly number[] => phases[i] ?? [];
      return (t) => ({
        ...rest,
        panX: sway(t * 0.9, p(0)) * 0.012,
        panY: sway(t * 0.9, p(1)) * 0.01,
        rollRad: sway(t * 0.7, p(2)) * 0.006,
        dz: sway(t * 0.35, p(3)) * subjectM * 0.012,
      });
    }
  }
}
