import type { Box } from '../geometry.ts';
import type { Camera } from '../staging/camera.ts';
import type { CameraPath, CameraState } from './camera-path.ts';

/** x' = a·x + c·y + e, y' = b·x + d·y + f, from a layer's own frame heights to the picture's. */
export interface Affine {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

/** How a flat layer at `zM` looks to a camera that has moved. Distances of 0 and less stay fixed to the frame. */
export function projectLayer(camera: Camera, state: CameraState, zM: number): Affine {
  if (zM <= 0) return { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };
  const finite = Number.isFinite(zM);
  const left = finite ? Math.max(zM * 0.3, zM - state.dz) : 1;
  const grow = finite ? zM / left : 1;
  const shiftX = finite ? (-camera.focal * state.dx) / left : 0;
  const shiftY = finite ? (camera.focal * state.dy) / left : 0;
  const tx = camera.vanishX * (1 - grow) + shiftX + state.panX;
  const ty = camera.horizonY * (1 - grow) + shiftY + state.panY;
  const roll = state.rollRad + camera.rollRad;
  if (roll === 0) return { a: grow, b: 0, c: 0, d: grow, e: tx, f: ty };
  const cos = Math.cos(roll);
  const sin = Math.sin(roll);
  // About the middle of the frame (0, 0.5).
  return {
    a: grow * cos,
    b: grow * sin,
    c: -grow * sin,
    d: grow * cos,
    e: tx * cos - (ty - 0.5) * sin,
    f: tx * sin + (ty - 0.5) * cos + 0.5,
  };
}

/** The part of a layer that the frame shows at some moment of the path, with a margin of `spare` frame heights. */
export function coverOf(camera: Camera, path: CameraPath, zM: number, durationS: number, spare: number): Box {
  let x0 = Infinity;
  let y0 = Infinity;
  let x1 = -Infinity;
  let y1 = -Infinity;
  const half = camera.aspect / 2;
  const steps = 32;
  for (let i = 0; i <= steps; i++) {
    const m = projectLayer(camera, path((durationS * i) / steps), zM);
    const det = m.a * m.d - m.b * m.c;
    for (const [px, py] of [
      [-half, 0],
      [half, 0],
      [-half, 1],
      [half, 1],
    ] as const) {
      const u = px - m.e;
      const v = py - m.f;
      const x = (m.d * u - m.c * v) / det;
      const y = (m.a * v - m.b * u) / det;
      x0 = Math.min(x0, x);
      y0 = Math.min(y0, y);
      x1 = Math.max(x1, x);
      y1 = Math.max(y1, y);
    }
  }
  return { x: x0 - spare, y: y0 - spare, w: x1 - x0 + spare * 2, h: y1 - y0 + spare * 2 };
}
