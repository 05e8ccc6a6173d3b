import { css, darken, hex, lighten, mix, type Rgb } from '../../colour.ts';
import { curve, type Point, polygon, rect } from '../../geometry.ts';
import type { ExteriorPlace } from '../../reading/places.ts';
import type { Brush } from '../brush.ts';
import { createSpot } from '../spot.ts';
import { paintChurch, paintHouse, paintTree } from '../things/landmarks.ts';
import { addGround, addWater, type GroundKind } from './ground.ts';
import type { SetScene } from './set-scene.ts';
import { addSky } from './sky.ts';

type Far = 'hills' | 'mountains' | 'city' | 'trees' | 'dunes' | 'headland' | 'none';
type Mid = 'trees' | 'houses' | 'hedges' | 'lamps' | 'fence' | 'cliff' | 'jetty' | 'wall' | 'terrace' | 'trunks' | 'chimneys' | 'church';
interface Recipe {
  readonly far: readonly Far[];
  readonly ground: GroundKind;
  readonly mid: readonly Mid[];
  readonly front: 'reeds' | 'rocks' | 'branch' | 'rope' | 'grass' | 'rail' | 'none';
}

const recipes: Readonly<Record<ExteriorPlace, Recipe>> = {
  coast: { far: ['headland'], ground: 'water', mid: ['cliff'], front: 'rocks' },
  sea: { far: ['none'], ground: 'water', mid: [], front: 'none' },
  harbour: { far: ['headland'], ground: 'water', mid: ['jetty', 'lamps'], front: 'rope' },
  river: { far: ['hills', 'trees'], ground: 'water', mid: ['trees'], front: 'reeds' },
  street: { far: ['city'], ground: 'cobbles', mid: ['terrace', 'lamps'], front: 'none' },
  village: { far: ['hills'], ground: 'earth', mid: ['church', 'houses', 'trees'], front: 'grass' },
  road: { far: ['hills', 'trees'], ground: 'earth', mid: ['hedges', 'trees'], front: 'grass' },
  field: { far: ['hills', 'trees'], ground: 'grass', mid: ['fence', 'trees'], front: 'grass' },
  forest: { far: ['trees'], ground: 'grass', mid: ['trunks'], front: 'branch' },
  mountain: { far: ['mountains', 'hills'], ground: 'rock', mid: [], front: 'rocks' },
  desert: { far: ['dunes'], ground: 'sand', mid: [], front: 'none' },
  garden: { far: ['trees'], ground: 'grass', mid: ['houses', 'fence', 'trees'], front: 'branch' },
  rooftop: { far: ['city'], ground: 'asphalt', mid: ['chimneys'], front: 'rail' },
  space: { far: ['none'], ground: 'rock', mid: [], front: 'rocks' },
  'open-ground': { far: ['hills'], ground: 'grass', mid: ['trees'], front: 'grass' },
};

export function addOutdoors(scene: SetScene, place: ExteriorPlace): void {
  const recipe = recipes[place];
  addSky(scene);
  recipe.far.forEach((far, i) => {
    addFar(scene, far, i);
  });
  if (place === 'sea' || place === 'coast' || place === 'harbour' || place === 'river') addWater(scene, scene.camera.horizonY, null);
  else addGround(scene, recipe.ground);
  for (const mid of recipe.mid) addMid(scene, mid);
}

/** Framing things near the lens; only where they do not get in the way of a face. */
export function addForeground(scene: SetScene, place: ExteriorPlace): void {
  const { camera, stack, random, plan } = scene;
  const front = recipes[place].front;
  if (front === 'none' || plan.angle === 'overhead') return;
  const wide = plan.size === 'extreme-wide' || plan.size === 'wide' || plan.size === 'full';
  if (!wide && random.chance(0.6)) return;
  const side = random.chance(0.5) ? -1 : 1;
  const z = camera.subjectM * 0.45;
  stack.add('front', z, (brush) => {
    const { view } = brush;
    const edge = (side * camera.aspect) / 2;
    const floor = view.y + view.h;
    const dark = brush.at(z);
    switch (front) {
      case 'rocks': {
        const c = hex('#2f2e33');
        for (let i = 0; i < 3; i++) {
          const w = random.between(0.2, 0.42);
          const x = edge - side * random.between(-0.1, 0.28);
          const h = random.between(0.08, 0.24);
          dark.fill(curve([x - w, floor], [x - w * 0.8, 0.98 - h * 0.5], [x - w * 0.2, 0.98 - h], [x + w * 0.4, 0.98 - h * 0.8], [x + w * 0.9, 0.99 - h * 0.25], [x + w * 1.1, floor]), mix(c, hex('#4a474a'), i * 0.3), { form: 1.2 });
        }
        return;
      }
      case 'branch': {
        const c = hex('#2a2620');
        const pts: Point[] = [[edge + side * 0.3, -0.06], [edge - side * 0.1, 0.05], [edge - side * 0.32, 0.05], [edge - side * 0.62, 0.13]];
        dark.line(pts, c, 0.02);
        for (let i = 0; i < 44; i++) {
          const t = random.next();
          const x = edge + side * 0.2 - side * t * 0.84;
          const y = 0.0 + t * 0.12 + random.bell() * 0.09;
          const s = random.between(0.018, 0.045);
          const a = random.between(0, 6.28);
          dark.fill(curve([x, y], [x + Math.cos(a) * s * 0.5 - Math.sin(a) * s * 0.3, y + Math.sin(a) * s * 0.5 + Math.cos(a) * s * 0.3], [x + Math.cos(a) * s, y + Math.sin(a) * s], [x + Math.cos(a) * s * 0.5 + Math.sin(a) * s * 0.3, y + Math.sin(a) * s * 0.5 - Math.cos(a) * s * 0.3]), random.chance(0.5) ? hex('#33402a') : hex('#3f4d30'), { line: 0.5, plain: true });
        }
        return;
      }
      case 'rope': {
        const c = hex('#3b3028');
        const x = edge - side * 0.16;
        dark.fill(rect(x - 0.06, 0.72, 0.12, floor - 0.7), c);
        dark.fill(curve([x - 0.085, 0.74], [x - 0.07, 0.68], [x + 0.07, 0.68], [x + 0.085, 0.74]), lighten(c, 0.1));
        for (const y of [0.8, 0.83, 0.86]) dark.line([[x - 0.066, y], [x, y + 0.012], [x + 0.066, y]], hex('#8f7a54'), 0.018);
        dark.line([[x, 0.84], [x - side * 0.3, 0.97], [x - side * 0.7, floor]], hex('#8f7a54'), 0.014);
        return;
      }
      case 'rail':
        dark.line([[view.x, 0.86], [view.x + view.w, 0.9]], hex('#24262b'), 0.02);
        for (let x = view.x; x < view.x + view.w; x += 0.22) dark.line([[x, 0.87], [x, floor]], hex('#24262b'), 0.012);
        return;
      case 'reeds':
      case 'grass': {
        for (let i = 0; i < 60; i++) {
          const t = random.next();
          const x = edge - side * t * t * 0.75 + side * 0.1;
          const h = random.between(0.08, front === 'reeds' ? 0.4 : 0.2) * (1 - t * 0.6);
          const lean = random.bell() * 0.06;
          const c = random.chance(0.5) ? hex('#37452b') : hex('#46542f');
          dark.fill(curve([x - 0.007, floor], [x + lean * 0.4 - 0.004, 1 - h * 0.5], [x + lean, 1.0 - h], [x + lean * 0.5 + 0.006, 1 - h * 0.5], [x + 0.009, floor]), c, { line: 0.4, plain: true });
          if (front === 'reeds' && i % 5 === 0) dark.fill(curve([x + lean - 0.008, 1 - h + 0.01], [x + lean - 0.006, 0.95 - h], [x + lean + 0.006, 0.95 - h], [x + lean + 0.008, 1 - h + 0.01]), hex('#5a3f28'), { plain: true, line: 0.5 });
        }
        return;
      }
    }
  });
}

function addFar(scene: SetScene, far: Far, index: number): void {
  const { camera, stack } = scene;
  if (far === 'none') return;
  const r = scene.placeRandom();
  const zoom = Math.min(2.2, 0.6 + camera.focal * 0.32);
  const z = index === 0 ? 900 : 220;
  stack.add(`far-${far}`, z, (brush) => {
    const { view } = brush;
    const base = camera.horizonY + 0.004;
    const bottom = base + 0.03;
    const hazed = brush.at(index === 0 ? 170 : 90);
    const ridge = (height: number, rough: number, waves: readonly number[]): Point[] => {
      const points: Point[] = [];
      const phases = waves.map(() => r.between(0, 6.28));
      for (let i = 0; i <= 48; i++) {
        const x = view.x + (view.w * i) / 48;
        let h = 0.55;
        waves.forEach((w, k) => {
          h += (Math.sin((x / zoom) * w + (phases[k] ?? 0)) * 0.5) / (k + 1);
        });
        points.push([x, base - Math.max(0.08, h) * height * zoom - r.next() * rough * zoom]);
      }
      return points;
    };
    const close = (points: Point[]): Point[] => [...points, [view.x + view.w, bottom], [view.x, bottom]];
    switch (far) {
      case 'hills':
        hazed.fill(polygon(...close(ridge(0.12, 0, [2.1, 4.7, 9]))), hex('#6d8260'));
        brush.at(90).fill(polygon(...close(ridge(0.06, 0.002, [3.3, 7.1, 13]))), hex('#66794f'));
        return;
      case 'mountains': {
        const points = ridge(0.3, 0.03, [2.7, 6.3, 14]);
        hazed.fill(polygon(...close(points)), hex('#6b7685'));
        for (let i = 2; i < points.length - 2; i += 1) {
          const p = points[i];
          const q = points[i - 1];
          const n = points[i + 1];
          if (p === undefined || q === undefined || n === undefined || p[1] > q[1] || p[1] > n[1]) continue;
          hazed.fill(polygon([p[0], p[1]], [p[0] - 0.03, p[1] + 0.045], [p[0] - 0.01, p[1] + 0.035], [p[0] + 0.005, p[1] + 0.06], [p[0] + 0.026, p[1] + 0.035]), hex('#f2f4f6'), { plain: true, line: 0.3 });
        }
        return;
      }
      case 'dunes':
        for (let i = 0; i < 3; i++) brush.at(160 - i * 55).fill(curve(...close(ridge(0.07 + i * 0.02, 0, [1.7 + i, 3.1]))), hex('#cfae7c'), { form: 1.4 });
        return;
      case 'headland': {
        const side = r.chance(0.5) ? -1 : 1;
        const points: Point[] = [];
        for (let i = 0; i <= 24; i++) {
          const t = i / 24;
          const x = side * camera.aspect * (0.72 - t * 0.9);
          const h = (1 - t) ** 0.7 * 0.13 * zoom * (0.85 + r.next() * 0.2);
          points.push([x, base - h]);
        }
        hazed.fill(polygon(...points, [side * -0.18 * camera.aspect, bottom], [side * 1.2 * camera.aspect, bottom], [side * 1.2 * camera.aspect, base - 0.1]), hex('#5b6664'));
        return;
      }
      case 'trees':
        for (let i = 0; i < 64; i++) {
          const x = view.x + (i / 63) * view.w + r.bell() * 0.02;
          const h = r.between(0.03, 0.075) * zoom;
          const w = h * r.between(0.3, 0.6);
          brush.at(index === 0 ? 90 : 60).fill(curve([x - w, bottom], [x - w * 1.1, base - h * 0.4], [x - w * 0.4, base - h], [x + w * 0.5, base - h * 0.92], [x + w * 1.1, base - h * 0.4], [x + w, bottom]), mix(hex('#3f5a3b'), hex('#5b6f42'), r.next()), { line: 0.4, plain: true });
        }
        return;
      case 'city':
        for (let i = 0; i < 30; i++) {
          const x = view.x + (i / 29) * view.w;
          const w = r.between(0.04, 0.1) * zoom;
          const h = r.between(0.06, 0.34) * zoom;
          const c = mix(hex('#5f6a78'), hex('#7b7f86'), r.next());
          hazed.fill(rect(x - w / 2, base - h, w, h + 0.03), c, { line: 0.6 });
          for (let k = 0; k < 14; k++) {
            if (!r.chance(scene.light.lampsLit ? 0.42 : 0.25)) continue;
            const wx = x - w * 0.38 + Math.floor(r.next() * 4) * w * 0.22;
            const wy = base - h + 0.012 + Math.floor(r.next() * (h / 0.022)) * 0.022;
            brush.ctx.fillStyle = css(brush.look.tone(scene.light.lampsLit ? hex('#ffd592') : hex('#93a6b6')), 0.85);
            brush.ctx.fillRect(wx, wy, w * 0.1, 0.01);
          }
        }
        return;
    }
  });
}

function addMid(scene: SetScene, mid: Mid): void {
  const { camera, stack, light, plan } = scene;
  const r = scene.placeRandom();
  const flip = scene.flip;
  const near = Math.max(camera.subjectM * 1.25, 3.5);
  const onGround = (name: string, items: readonly { x: number; z: number }[], paint: (brush: Brush, item: { x: number; z: number }) => void): void => {
    const sorted = [...items].sort((a, b) => b.z - a.z);
    const z = sorted.reduce((sum, i) => sum + i.z, 0) / Math.max(1, sorted.length);
    stack.add(name, z, (brush) => {
      for (const item of sorted) paint(brush.at(item.z), item);
    });
  };
  const drop = plan.flooded ? 0.5 : 0;
  switch (mid) {
    case 'trees': {
      const items = Array.from({ length: 7 }, () => ({ x: (r.chance(0.5) ? -1 : 1) * r.between(3.4, 26) * flip, z: near + r.between(6, 46) }));
      onGround('trees', items, (b, i) => {
        const [x, y] = camera.project(i.x, -drop, i.z);
        paintTree(createSpot(b, x, y, r.between(5, 9) * camera.scaleAt(i.z), r.chance(0.5) ? 1 : -1, false));
      });
      return;
    }
    case 'houses': {
      const items = Array.from({ length: 4 }, (_, k) => ({ x: (k % 2 === 0 ? -1 : 1) * r.between(7, 16) * flip, z: near + 8 + k * r.between(5, 9) }));
      onGround('houses', items, (b, i) => {
        const [x, y] = camera.project(i.x, -drop, i.z);
        paintHouse(createSpot(b, x, y, r.between(5.5, 7.5) * camera.scaleAt(i.z), r.chance(0.5) ? 1 : -1, light.lampsLit));
      });
      return;
    }
    case 'church':
      onGround('church', [{ x: r.between(-9, 9) * flip, z: near + 34 }], (b, i) => {
        const [x, y] = camera.project(i.x, -drop, i.z);
        paintChurch(createSpot(b, x, y, 18 * camera.scaleAt(i.z), flip, light.lampsLit));
      });
      return;
    case 'hedges':
      for (const side of [-1, 1] as const) {
        stack.add('hedge', near * 1.6, (brush) => {
          for (let z = 60; z > Math.max(1.2, near * 0.7); z *= 0.88) {
            const b = brush.at(z);
            const k = camera.scaleAt(z);
            const [x, y] = camera.project(side * 3.1, -drop * 0.4, z);
            const h = 1.5 * k;
            const c = mix(hex('#3e5634'), hex('#566d3f'), r.next());
            b.fill(curve([x - 0.9 * k, y], [x - 1.1 * k, y - h * 0.6], [x - 0.5 * k, y - h * r.between(0.9, 1.1)], [x + 0.4 * k, y - h * r.between(0.9, 1.15)], [x + 1.1 * k, y - h * 0.55], [x + 0.9 * k, y]), c, { line: 0.6 });
          }
        });
      }
      return;
    case 'lamps': {
      const items = [0, 1, 2, 3].map((k) => ({ x: (k % 2 === 0 ? -3.2 : 3.4) * flip, z: near + 1.5 + k * 6 }));
      onGround('lamps', items, (b, i) => {
        const k = camera.scaleAt(i.z);
        const [x, y] = camera.project(i.x, 0, i.z);
        const top = y - 3.6 * k;
        b.line([[x, y], [x, top]], hex('#25272c'), 0.09 * k);
        b.fill(polygon([x - 0.14 * k, top + 0.02 * k], [x + 0.14 * k, top + 0.02 * k], [x + 0.2 * k, top - 0.38 * k], [x - 0.2 * k, top - 0.38 * k]), light.lampsLit ? hex('#ffe2a0') : hex('#9aa6ac'), { shines: light.lampsLit, plain: true });
        b.fill(curve([x - 0.24 * k, top - 0.36 * k], [x, top - 0.58 * k], [x + 0.24 * k, top - 0.36 * k]), hex('#25272c'), { plain: true });
        if (light.lampsLit) b.glow(x, top - 0.2 * k, Math.min(0.6, 2.6 * k), light.lampColour, 0.85);
      });
      return;
    }
    case 'fence': {
      const z = near + 5;
      stack.add('fence', z, (brush) => {
        const k = camera.scaleAt(z);
        for (let x = -16; x < 16; x += 1.6) {
          const [sx, sy] = camera.project(x, -drop, z);
          brush.line([[sx, sy], [sx + r.bell() * 0.06 * k, sy - 1.1 * k]], hex('#6b543d'), 0.1 * k);
        }
        for (const h of [0.5, 0.9]) brush.line([camera.project(-16, h - drop, z), camera.project(16, h + 0.05 - drop, z)], hex('#6b543d'), 0.06 * k);
      });
      return;
    }
    case 'cliff':
      addCliff(scene);
      return;
    case 'jetty':
      addJetty(scene);
      return;
    case 'wall':
      return;
    case 'terrace':
      addTerrace(scene);
      return;
    case 'trunks': {
      const items = Array.from({ length: 22 }, () => ({ x: (r.chance(0.5) ? -1 : 1) * r.between(1.3, 14), z: near * 0.9 + r.between(0.5, 30) }));
      onGround('trunks', items, (b, i) => {
        const k = camera.scaleAt(i.z);
        const [x, y] = camera.project(i.x, 0, i.z);
        const w = r.between(0.18, 0.42) * k;
        const c = mix(hex('#4a3b2f'), hex('#6a5744'), r.next());
        b.fill(polygon([x - w * 1.35, y], [x - w * 0.8, y - 1.2 * k], [x - w * 0.7, -0.3], [x + w * 0.7, -0.3], [x + w * 0.8, y - 1.2 * k], [x + w * 1.4, y]), c, { form: 1.3 });
        for (let q = 0; q < 5; q++) b.line([[x + r.bell() * w * 0.6, y - r.between(0.2, 1) * k], [x + r.bell() * w * 0.6, y - r.between(1.2, 3) * k]], darken(c, 0.45), Math.max(0.001, w * 0.06), { alpha: 0.6 });
      });
      return;
    }
    case 'chimneys': {
      const items = Array.from({ length: 4 }, () => ({ x: (r.chance(0.5) ? -1 : 1) * r.between(1.8, 7), z: near + r.between(1, 7) }));
      onGround('chimneys', items, (b, i) => {
        const k = camera.scaleAt(i.z);
        const [x, y] = camera.project(i.x, 0, i.z);
        b.fill(rect(x - 0.45 * k, y - 1.9 * k, 0.9 * k, 1.9 * k), hex('#8a5a48'));
        b.fill(rect(x - 0.55 * k, y - 2.05 * k, 1.1 * k, 0.2 * k), hex('#74503f'));
        for (const d of [-0.2, 0.2]) b.fill(rect(x + (d - 0.1) * k, y - 2.4 * k, 0.2 * k, 0.38 * k), hex('#a06c52'));
      });
      return;
    }
  }
}

function addCliff(scene: SetScene): void {
  const { camera, stack, random } = scene;
  const r = scene.placeRandom();
  const side = scene.flip;
  const z = Math.max(30, camera.subjectM * 1.4);
  const reach = random.between(0.3, 0.62);
  stack.add('cliff', z, (brush) => {
    const base = camera.horizonY;
    const edge = (side * camera.aspect) / 2;
    const top: Point[] = [];
    for (let i = 0; i <= 16; i++) {
      const t = i / 16;
      const h = (1 - t ** 2.2) * 0.2 * (0.9 + r.next() * 0.2) + 0.015;
      top.push([edge + side * 0.4 - side * t * (0.4 + reach * camera.aspect), base - h]);
    }
    const last = top[top.length - 1] ?? [0, base];
    const foot: Point[] = [];
    for (let i = 0; i <= 8; i++) {
      const t = i / 8;
      foot.push([last[0] + (edge + side * 0.5 - last[0]) * t, base + 0.035 + t * 0.16 + r.next() * 0.02]);
    }
    brush.fill(polygon(...top, ...foot), hex('#5c5954'), { form: 1.2 });
    brush.fill(polygon(...top, ...[...top].reverse().map(([x, y]): Point => [x, y + 0.025 + r.next() * 0.015])), hex('#5d6f48'), { line: 0.6 });
    for (let i = 0; i < 30; i++) {
      const p = top[r.whole(0, 14)] ?? last;
      const y = p[1] + r.between(0.04, 0.2);
      const w = r.between(0.01, 0.045);
      brush.fill(polygon([p[0] - w, y], [p[0] - w * 0.4, y - w * 0.7], [p[0] + w * 0.8, y - w * 0.4], [p[0] + w, y + w * 0.4], [p[0], y + w * 0.5]), mix(hex('#4a4744'), hex('#7d776f'), r.next()), { line: 0.6, plain: true, alpha: 0.75 });
    }
    for (let i = 0; i < 16; i++) {
      const p = foot[r.whole(0, 8)] ?? last;
      brush.fill(curve([p[0] - 0.03, p[1] + 0.004], [p[0], p[1] - 0.008 - r.next() * 0.014], [p[0] + 0.035, p[1] + 0.004], [p[0], p[1] + 0.008]), mix(hex('#eef3f5'), scene.light.sky.low, 0.4), { line: 0.3, plain: true, alpha: 0.55 });
    }
  });
}

function addJetty(scene: SetScene): void {
  const { camera, stack } = scene;
  const side = scene.flip;
  const z = camera.subjectM * 1.25;
  const nearZ = Math.max(0.5, camera.subjectM * 0.35);
  const farZ = Math.max(26, camera.subjectM * 2.6);
  // Whoever stands in a harbour stands on the boards.
  const actor = scene.framing.actors.find((one) => !one.shoulder);
  const shift = actor === undefined ? 0 : actor.x - side * 2.2;
  stack.add('jetty', z, (brush) => {
    const wood = hex('#84684a');
    const a = camera.project(shift - side * 1.9, 0, nearZ);
    const b = camera.project(shift + side * 7, 0, nearZ);
    const c = camera.project(shift + side * 5.6, 0, farZ);
    const d = camera.project(shift - side * 0.2, 0, farZ);
    const drop = (p: Point, z0: number): Point => [p[0], p[1] + 1.1 * camera.scaleAt(z0)];
    brush.fill(polygon(a, d, drop(d, farZ), drop(a, nearZ)), darken(wood, 0.5));
    brush.fill(polygon(a, b, c, d), wood);
    for (let zz = nearZ; zz < farZ - 2; zz *= 1.16) {
      const t = 1 - (1 / zz - 1 / farZ) / (1 / nearZ - 1 / farZ);
      const l: Point = [a[0] + (d[0] - a[0]) * t, a[1] + (d[1] - a[1]) * t];
      const r2: Point = [b[0] + (c[0] - b[0]) * t, b[1] + (c[1] - b[1]) * t];
      brush.line([l, r2], darken(wood, 0.5), Math.max(0.0008, 0.014 * camera.scaleAt(zz)), { alpha: 0.7 });
    }
    for (const zz of [0.8, 1.3, 2.1, 3.4].map((k) => k * camera.subjectM * 0.7)) {
      if (zz < nearZ) continue;
      const t = 1 - (1 / zz - 1 / farZ) / (1 / nearZ - 1 / farZ);
      const x = a[0] + (d[0] - a[0]) * t;
      const y = a[1] + (d[1] - a[1]) * t;
      const k = camera.scaleAt(zz);
      brush.at(zz).fill(rect(x - 0.12 * k, y - 0.7 * k, 0.24 * k, 2.2 * k), hex('#5a4532'));
    }
  });
}

/** Two rows of houses that run to the vanishing point. */
function addTerrace(scene: SetScene): void {
  const { camera, stack, light } = scene;
  const r = scene.placeRandom();
  const paintSide = (side: -1 | 1): void => {
    const half = r.between(3.6, 5.2);
    const fronts: { z0: number; z1: number; h: number; c: Rgb; lit: readonly boolean[] }[] = [];
    let z = Math.max(0.8, camera.subjectM * 0.5);
    while (z < 70) {
      const w = r.between(4, 7);
      fronts.push({ z0: z, z1: z + w, h: r.between(5.5, 10.5), c: hex(r.pick(['#a88f7b', '#8f7466', '#9a968c', '#b39a80', '#7d6f6c', '#a37a66'])), lit: [r.chance(0.4), r.chance(0.4), r.chance(0.4), r.chance(0.4)] });
      z += w;
    }
    stack.add('terrace', camera.subjectM * 1.6, (brush) => {
      for (const f of [...fronts].reverse()) {
        const b = brush.at(f.z0 + 2);
        const at = (h: number, zz: number): Point => camera.project(side * half, h, zz);
        b.fill(polygon(at(0, f.z0), at(0, f.z1), at(f.h, f.z1), at(f.h, f.z0)), f.c, { form: 0.7 });
        b.fill(polygon(at(f.h, f.z0), at(f.h, f.z1), at(f.h + 0.5, f.z1), at(f.h + 0.5, f.z0)), darken(f.c, 0.3), { plain: true });
        for (let row = 0; row * 2.6 + 3.2 < f.h; row++) {
          for (let col = 0; col < 2; col++) {
            const za = f.z0 + (f.z1 - f.z0) * (0.18 + col * 0.42);
            const zb = za + (f.z1 - f.z0) * 0.22;
            const h = 1.2 + row * 2.6;
            const lit = light.lampsLit && f.lit[(row + col) % 4] === true;
            b.fill(polygon(at(h, za), at(h, zb), at(h + 1.35, zb), at(h + 1.35, za)), lit ? hex('#ffcf85') : hex('#46525e'), { shines: lit, plain: true, line: 0.8 });
          }
        }
        const zd = f.z0 + (f.z1 - f.z0) * 0.86;
        b.fill(polygon(at(0, zd), at(0, zd + 0.9), at(2.1, zd + 0.9), at(2.1, zd)), hex('#3f3027'), { plain: true });
      }
    });
  };
  paintSide(-1);
  paintSide(1);
}
