import type { CameraMove, ShotAngle, ShotSize } from '../shot.ts';

/** Where the camera stands and what it does. */
export interface Setup {
  readonly size: ShotSize;
  readonly angle: ShotAngle;
  readonly move: CameraMove;
  /** 35 mm full-frame equivalent. */
  readonly lensMm: number;
}

/** Widest first: the order of the schema. */
export const sizes: readonly ShotSize[] = [
  'extreme-wide',
  'wide',
  'full',
  'medium-wide',
  'medium',
  'medium-close',
  'close',
  'extreme-close',
];

/** The size `steps` nearer (negative: farther), within `widest` and `nearest`. */
export function nearer(
  size: ShotSize,
  steps: number,
  widest: ShotSize = 'extreme-wide',
  nearest: ShotSize = 'extreme-close',
): ShotSize {
  const at = sizes.indexOf(size) + steps;
  const kept = Math.min(sizes.indexOf(nearest), Math.max(sizes.indexOf(widest), at));
  return sizes[kept] ?? size;
}

/** How near each size feels: a cut between sizes is seen as one when they are {@link seenApart} from each other. */
const nearness: Readonly<Record<ShotSize, number>> = {
  'extreme-wide': 0,
  wide: 1.5,
  full: 2.5,
  'medium-wide': 3.2,
  medium: 4,
  'medium-close': 4.8,
  close: 5.6,
  'extreme-close': 7,
};

/** Whether a cut from one size to the other changes the picture enough to be meant. */
export function seenApart(a: ShotSize, b: ShotSize): boolean {
  return Math.abs(nearness[a] - nearness[b]) >= 1.39;
}

/** Focal lengths that a size is usually shot with, 35 mm full frame. */
const lenses: Readonly<Record<ShotSize, number>> = {
  'extreme-wide': 18,
  wide: 24,
  full: 32,
  'medium-wide': 35,
  medium: 50,
  'medium-close': 65,
  close: 85,
  'extreme-close': 100,
};

/** The lens for a set-up: by size, wider for a moving camera, longer over a shoulder. */
export function chooseLens(size: ShotSize, angle: ShotAngle, move: CameraMove): number {
  if (angle === 'over-shoulder') return 65;
  if (angle === 'pov') return 35;
  if (move === 'handheld') return Math.min(lenses[size], 28);
  if (move === 'track-left' || move === 'track-right') return Math.min(lenses[size], 35);
  return lenses[size];
}

export function setup(size: ShotSize, angle: ShotAngle = 'eye', move: CameraMove = 'static'): Setup {
  return { size, angle, move, lensMm: chooseLens(size, angle, move) };
}

/** A number from text, for choices that should differ from shot to shot and never from run to run (FNV-1a, 32 bits). */
export function choiceOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
