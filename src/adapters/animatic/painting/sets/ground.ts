import { css, darken, hex, lighten, mix, type Rgb } from '../../colour.ts';
import { curve, polygon } from '../../geometry.ts';
import type { Brush } from '../brush.ts';
import type { SetScene } from './set-scene.ts';
import { addWater } from './water.ts';

export type GroundKind =
  | 'grass'
  | 'rock'
  | 'sand'
  | 'cobbles'
  | 'asphalt'
  | 'planks'
  | 'snow'
  | 'earth'
  | 'water';

const colours: Readonly<Record<GroundKind, Rgb>> = {
  grass: hex('#6f8a4c'),
  rock: hex('#6f6a66'),
  sand: hex('#d3b98c'),
  cobbles: hex('#837b75'),
  asphalt: hex('#5c5d62'),
  planks: hex('#8a6a4a'),
  snow: hex('#e8edf2'),
  earth: hex('#80664a'),
  water: hex('#3f6478'),
};

/** The ground from the horizon to the camera's feet, darker and more saturated the nearer it is. */
export function addGround(scene: SetScene, kind: GroundKind): void {
  const { camera, stack, plan } = scene;
  const actual =
    plan.weather.has('snow') && kind !== 'water' && kind !== 'planks'
      ? 'snow'
      : plan.flooded
        ? 'water'
        : kind;
  if (actual === 'water') {
    addWater(scene, camera.horizonY, null);
    return;
  }
  stack.add('ground', camera.subjectM * 1.3, (brush) => {
    paintGroundBand(brush, scene, colours[actual]);
    switch (actual) {
      case 'grass':
        tufts(brush, scene, hex('#57733a'), 120);
        break;
      case 'cobbles':
        rows(brush, scene, 0.16);
        break;
      case 'planks':
        boards(brush, scene);
        break;
      case 'rock':
        stones(brush, scene, hex('#7d7771'), 46);
        break;
      case 'asphalt':
        laneMarks(brush, scene);
        break;
      default:
        stones(brush, scene, darken(colours[actual], 0.12), 14);
    }
    if (plan.weather.has('rain') && actual !== 'grass') puddles(brush, scene);
  });
}

export function paintGroundBand(brush: Brush, scene: SetScene, colour: Rgb): void {
  const { camera } = scene;
  const { ctx, view } = brush;
  const top = Math.max(view.y, camera.horizonY);
  const bottom = view.y + view.h;
  if (bottom <= top) return;
  const gradient = ctx.createLinearGradient(0, top, 0, bottom);
  for (let i = 0; i <= 8; i++) {
    const t = i / 8;
    const z = Math.min(400, camera.groundAt(top + 0.003 + t * (bottom - top)));
    gradient.addColorStop(t, css(brush.at(z).tone(darken(colour, t * 0.16))));
  }
  ctx.fillStyle = gradient;
  ctx.fillRect(view.x, top, view.w, bottom - top);
}

/** A random spot on the ground that the picture shows, denser towards the horizon. */
function spot(brush: Brush, scene: SetScene): { x: number; y: number; z: number; k: number } {
  const { camera } = scene;
  const { view, random } = brush;
  const top = Math.max(view.y, camera.horizonY) + 0.004;
  const y = top + (view.y + view.h - top) * random.next() ** 1.6;
  const z = camera.groundAt(y);
  return { x: view.x + random.next() * view.w, y, z, k: camera.scaleAt(z) };
}

function tufts(brush: Brush, scene: SetScene, colour: Rgb, count: number): void {
  for (let i = 0; i < count; i++) {
    const s = spot(brush, scene);
    const h = Math.min(0.09, s.k * brush.random.between(0.08, 0.22));
    if (h < 0.002) continue;
    const b = brush.at(s.z);
    const c = brush.random.chance(0.5) ? colour : lighten(colour, 0.12);
    for (let k = -1; k <= 1; k++)
      b.line(
        [
          [s.x + k * h * 0.2, s.y],
          [s.x + k * h * 0.5, s.y - h * (1 - Math.abs(k) * 0.3)],
        ],
        c,
        h * 0.08,
        { alpha: 0.8 },
      );
  }
}

function rows(brush: Brush, scene: SetScene, stepM: number): void {
  const { camera } = scene;
  const { view } = brush;
  let z = Math.max(0.4, camera.groundAt(view.y + view.h));
  for (let i = 0; i < 60; i++) {
    const y = camera.project(0, 0, z)[1];
    const k = camera.scaleAt(z);
    if (y < camera.horizonY + 0.008 || k * stepM < 0.003) break;
    const b = brush.at(z);
    const dark = hex('#4c4744');
    b.line(
      [
        [view.x, y],
        [view.x + view.w, y],
      ],
      dark,
      Math.max(0.0006, k * 0.012),
      { alpha: 0.45 },
    );
    const wide = k * stepM * 1.35;
    const shift = i % 2 === 0 ? 0 : wide / 2;
    const next = camera.project(0, 0, z * (1 + (stepM * 1.25) / z))[1];
    for (let x = view.x - (((view.x - camera.vanishX) % wide) + shift); x < view.x + view.w; x += wide) {
      if (brush.random.chance(0.18))
        b.fill(
          polygon([x, y], [x + wide, y], [x + wide, next], [x, next]),
          brush.random.chance(0.5) ? hex('#938a82') : hex('#716a65'),
          { line: 0, plain: true, alpha: 0.6 },
        );
      b.line(
        [
          [x, y],
          [x + (camera.vanishX - x) * (1 - next / y) * 0.0, next],
        ],
        dark,
        Math.max(0.0005, k * 0.01),
        { alpha: 0.32 },
      );
    }
    z += stepM * 1.25;
  }
}

function boards(brush: Brush, scene: SetScene): void {
  const { camera } = scene;
  const { view } = brush;
  const dark = hex('#4a3625');
  const nearZ = Math.max(0.5, camera.groundAt(view.y + view.h));
  for (let x = -7; x <= 7; x += 0.24) {
    const a = camera.project(x, 0, nearZ);
    const b = camera.project(x, 0, 60);
    brush.line([a, b], dark, 0.0016, { alpha: 0.5 });
  }
  for (let i = 0; i < 26; i++) {
    const x = Math.round(brush.random.between(-20, 20)) * 0.24;
    const z = brush.random.between(nearZ, nearZ + 9);
    const p = camera.project(x, 0, z);
    const q = camera.project(x + 0.24, 0, z);
    brush.line([p, q], dark, 0.0016, { alpha: 0.5 });
  }
}

function stones(brush: Brush, scene: SetScene, colour: Rgb, count: number): void {
  for (let i = 0; i < count; i++) {
    const s = spot(brush, scene);
    const w = Math.min(0.12, s.k * brush.random.between(0.06, 0.32));
    if (w < 0.003) continue;
    brush
      .at(s.z)
      .fill(
        curve(
          [s.x - w, s.y],
          [s.x - w * 0.7, s.y - w * 0.32],
          [s.x, s.y - w * brush.random.between(0.3, 0.6)],
          [s.x + w * 0.8, s.y - w * 0.25],
          [s.x + w, s.y],
        ),
        mix(colour, hex('#94897c'), brush.random.next() * 0.5),
        { line: 0.7, plain: w < 0.02 },
      );
  }
}

function laneMarks(brush: Brush, scene: SetScene): void {
  const { camera } = scene;
  for (let z = 2; z < 60; z += 4) {
    const near = [camera.project(-0.08, 0, z), camera.project(0.08, 0, z)] as const;
    const far = [camera.project(0.08, 0, z + 2), camera.project(-0.08, 0, z + 2)] as const;
    brush.at(z).fill(polygon(near[0], near[1], far[0], far[1]), hex('#d9d5c8'), {
      line: 0.4,
      plain: true,
      alpha: 0.8,
    });
  }
}

function puddles(brush: Brush, scene: SetScene): void {
  for (let i = 0; i < 9; i++) {
    const s = spot(brush, scene);
    const w = Math.min(0.3, s.k * brush.random.between(0.3, 1.1));
    brush.fill(
      curve(
        [s.x - w, s.y],
        [s.x - w * 0.4, s.y - w * 0.07],
        [s.x + w * 0.6, s.y - w * 0.06],
        [s.x + w, s.y],
        [s.x + w * 0.3, s.y + w * 0.06],
        [s.x - w * 0.5, s.y + w * 0.05],
      ),
      scene.light.sky.low,
      { shines: true, line: 0.3, alpha: 0.5, plain: true },
    );
  }
}
