import type { Point } from '../../geometry.ts';
import type { Skeleton } from './skeleton.ts';

/** How a posed body lies in the picture. */
export interface BodyFrame {
  readonly unit: number;
  readonly to: (p: Point) => Point;
  readonly skeleton: Skeleton;
  readonly spread: number;
}
