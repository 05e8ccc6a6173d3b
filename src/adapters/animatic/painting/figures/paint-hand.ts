import { darken, type Rgb } from '../../colour.ts';
import { capsule, curve, type Point } from '../../geometry.ts';
import type { Brush } from '../brush.ts';

/** A hand at the end of a forearm; a mitten when far, with fingers when near. `size` is half its length. */
export function paintHand(brush: Brush, elbow: Point, wrist: Point, size: number, skin: Rgb): void {
  const a = Math.atan2(wrist[1] - elbow[1], wrist[0] - elbow[0]);
  const along = (d: number, side: number): Point => [
    wrist[0] + Math.cos(a) * d - Math.sin(a) * side,
    wrist[1] + Math.sin(a) * d + Math.cos(a) * side,
  ];
  if (size * brush.px < 14) {
    brush.fill(capsule(along(-size * 0.3, 0), along(size * 0.75, 0), size * 0.5, size * 0.42), skin);
    return;
  }
  brush.fill(
    capsule(along(size * 0.1, -size * 0.36), along(size * 0.8, -size * 0.72), size * 0.2, size * 0.15),
    skin,
  );
  for (let i = 0; i < 4; i++) {
    const side = (i - 1.5) * 0.24 * size;
    brush.fill(
      capsule(
        along(size * 0.55, side),
        along(size * (1.5 - Math.abs(i - 1.4) * 0.13), side * 1.25),
        size * 0.15,
        size * 0.11,
      ),
      skin,
      { line: 0.8 },
    );
  }
  brush.fill(
    curve(
      along(-size * 0.35, -size * 0.34),
      along(size * 0.3, -size * 0.52),
      along(size * 0.85, -size * 0.46),
      along(size * 0.85, size * 0.48),
      along(size * 0.2, size * 0.46),
      along(-size * 0.35, size * 0.34),
    ),
    skin,
  );
  brush.line(
    [along(size * 0.7, -size * 0.3), along(size * 0.8, 0), along(size * 0.72, size * 0.32)],
    darken(skin, 0.35),
    size * 0.05,
    { alpha: 0.5 },
  );
}
