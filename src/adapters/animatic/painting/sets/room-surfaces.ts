import { css, darken, hex, lighten, type Rgb } from '../../colour.ts';
import { type Point, polygon } from '../../geometry.ts';
import type { Brush } from '../brush.ts';
import type { RoomBox } from './room-box.ts';
import type { SetScene } from './set-scene.ts';

export type WallKind = 'plaster' | 'planks' | 'stone' | 'tiles' | 'panel';
export type FloorKind = 'boards' | 'lino' | 'tiles' | 'stone';

const floors: Readonly<Record<FloorKind, Rgb>> = {
  boards: hex('#7a5a3d'),
  lino: hex('#8d9384'),
  tiles: hex('#a39b8e'),
  stone: hex('#746e68'),
};

export function paintFloor(brush: Brush, scene: SetScene, box: RoomBox, kind: FloorKind): void {
  const { camera } = scene;
  const { view, ctx } = brush;
  const colour = floors[kind];
  const top = camera.project(0, 0, box.backZ)[1];
  const gradient = ctx.createLinearGradient(0, top, 0, view.y + view.h);
  gradient.addColorStop(0, css(brush.tone(darken(colour, 0.25))));
  gradient.addColorStop(1, css(brush.tone(colour)));
  ctx.fillStyle = gradient;
  ctx.fillRect(
    view.x,
    Math.max(view.y, Math.min(top, view.y + view.h)),
    view.w,
    Math.max(0, view.y + view.h - top),
  );
  const near = Math.max(0.4, camera.groundAt(Math.max(top + 0.02, view.y + view.h)));
  const line = darken(colour, 0.5);
  if (kind === 'boards') {
    for (let x = box.left; x < box.right; x += 0.19)
      brush.line([camera.project(x, 0, near), camera.project(x, 0, box.backZ)], line, 0.0014, { alpha: 0.6 });
    return;
  }
  const step = kind === 'stone' ? 0.7 : 0.45;
  const cols = Math.ceil((box.right - box.left) / step);
  for (let z = near, row = 0; z < box.backZ && row < 80; z += step, row++) {
    for (let c = 0; c < cols; c++) {
      if (kind === 'lino' ? (row + c) % 2 === 0 : !brush.random.chance(0.3)) continue;
      const x = box.left + c * step;
      brush.fill(
        polygon(
          camera.project(x, 0, z),
          camera.project(x + step, 0, z),
          camera.project(x + step, 0, z + step),
          camera.project(x, 0, z + step),
        ),
        kind === 'lino' ? darken(colour, 0.28) : lighten(colour, 0.08),
        { line: 0.3, plain: true, alpha: 0.8 },
      );
    }
    brush.line([camera.project(box.left, 0, z), camera.project(box.right, 0, z)], line, 0.0012, {
      alpha: 0.4,
    });
  }
  for (let c = 0; c <= cols; c++)
    brush.line(
      [camera.project(box.left + c * step, 0, near), camera.project(box.left + c * step, 0, box.backZ)],
      line,
      0.0012,
      { alpha: 0.4 },
    );
}

export function paintWall(brush: Brush, scene: SetScene, box: RoomBox, kind: WallKind, colour: Rgb): void {
  const { camera } = scene;
  const at = (x: number, y: number): Point => camera.project(x, y, box.backZ);
  const { left: l, right: r, heightM: h } = box;
  const k = camera.scaleAt(box.backZ);
  brush.fill(polygon(at(l, 0), at(r, 0), at(r, h), at(l, h)), colour, { form: 0.8 });
  const dark = darken(colour, 0.35);
  switch (kind) {
    case 'planks':
      for (let x = l; x < r; x += 0.22) brush.line([at(x, 0), at(x, h)], dark, 0.012 * k, { alpha: 0.7 });
      break;
    case 'stone':
      for (let y = 0, row = 0; y < h; y += 0.34, row++) {
        brush.line([at(l, y), at(r, y)], dark, 0.01 * k, { alpha: 0.55 });
        for (let x = l + (row % 2) * 0.35; x < r; x += 0.7) {
          brush.line([at(x, y), at(x, y + 0.34)], dark, 0.01 * k, { alpha: 0.5 });
          if (brush.random.chance(0.22))
            brush.fill(
              polygon(
                at(x + 0.02, y + 0.02),
                at(x + 0.68, y + 0.02),
                at(x + 0.68, y + 0.32),
                at(x + 0.02, y + 0.32),
              ),
              brush.random.chance(0.5) ? lighten(colour, 0.1) : darken(colour, 0.12),
              { line: 0, plain: true, alpha: 0.7 },
            );
        }
      }
      break;
    case 'tiles':
      for (let y = 0.9; y < 1.55; y += 0.15)
        brush.line([at(l, y), at(r, y)], lighten(colour, 0.3), 0.008 * k, { alpha: 0.8 });
      for (let x = l; x < r; x += 0.15)
        brush.line([at(x, 0.9), at(x, 1.5)], lighten(colour, 0.3), 0.008 * k, { alpha: 0.8 });
      break;
    case 'panel':
      brush.fill(polygon(at(l, 0), at(r, 0), at(r, 1.1), at(l, 1.1)), darken(colour, 0.25));
      for (let x = l + 0.1; x < r; x += 0.9)
        brush.fill(
          polygon(at(x, 0.18), at(x + 0.72, 0.18), at(x + 0.72, 0.98), at(x, 0.98)),
          darken(colour, 0.15),
          { line: 0.7, plain: true },
        );
      break;
    case 'plaster':
      for (let i = 0; i < 7; i++) {
        const x = brush.random.between(l, r);
        const y = brush.random.between(0.3, h);
        brush.line(
          [
            at(x, y),
            at(x + brush.random.bell() * 0.3, y + brush.random.bell() * 0.4),
            at(x + brush.random.bell() * 0.4, y - brush.random.next() * 0.4),
          ],
          dark,
          0.006 * k,
          { alpha: 0.3 },
        );
      }
      break;
  }
  brush.fill(polygon(at(l, 0), at(r, 0), at(r, 0.13), at(l, 0.13)), darken(colour, 0.42), {
    plain: true,
    line: 0.6,
  });
}
