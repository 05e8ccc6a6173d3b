import { darken, hex, lighten, mix, type Rgb } from '../../colour.ts';
import { curve, type Point, polygon } from '../../geometry.ts';
import type { InteriorPlace } from '../../reading/places.ts';
import type { ThingKind } from '../../reading/things.ts';
import type { Brush } from '../brush.ts';
import { createSpot } from '../spot.ts';
import { catalogue } from '../things/catalogue.ts';
import { addWater } from './ground.ts';
import { paintFloor, paintWall, type FloorKind, type WallKind } from './room-surfaces.ts';
import type { SetScene } from './set-scene.ts';

interface Furnishing {
  readonly kind: ThingKind | 'shelf' | 'stove' | 'counter' | 'pew' | 'workbench' | 'sofa' | 'desk' | 'pipes' | 'lockers' | 'bar';
  /** Share of the room's width, −1…1. */
  readonly x: number;
  /** Metres above the floor. */
  readonly up?: number;
  /** Share of the way to the back wall. */
  readonly deep?: number;
}
export interface RoomPlan {
  readonly wall: WallKind;
  readonly wallColour: Rgb;
  readonly floor: FloorKind;
  readonly widthM: number;
  readonly heightM: number;
  readonly backM: number;
  readonly window: number | null;
  readonly lamp: 'bulb' | 'pendant' | 'none' | 'strip' | 'candles';
  readonly things: readonly Furnishing[];
}

const plain = (part: Partial<RoomPlan>): RoomPlan => ({ wall: 'plaster', wallColour: hex('#b9a88d'), floor: 'boards', widthM: 5, heightM: 2.7, backM: 2.6, window: 0.4, lamp: 'pendant', things: [], ...part });

export const roomPlans: Readonly<Record<Exclude<InteriorPlace, 'lamp-room' | 'stairwell' | 'vehicle'>, RoomPlan>> = {
  'radio-room': plain({ wall: 'planks', wallColour: hex('#8a8f86'), widthM: 3.8, backM: 1.7, window: 0.62, lamp: 'bulb', things: [{ kind: 'shelf', x: -0.52, up: 1.55 }, { kind: 'workbench', x: -0.1, deep: 0.75 }, { kind: 'radio', x: -0.34, up: 0.86, deep: 0.8 }, { kind: 'microphone', x: 0.12, up: 0.86, deep: 0.72 }, { kind: 'clock', x: 0.16, up: 1.75 }, { kind: 'pipes', x: -0.9 }] }),
  kitchen: plain({ wall: 'tiles', wallColour: hex('#cfc6ae'), floor: 'lino', widthM: 4.4, backM: 2.4, window: -0.36, things: [{ kind: 'counter', x: -0.36, deep: 0.9 }, { kind: 'stove', x: 0.52, deep: 0.9 }, { kind: 'plates', x: 0.44, up: 1.65 }, { kind: 'kettle', x: 0.5, up: 0.9, deep: 0.86 }, { kind: 'table', x: 0.72, deep: 0.45 }, { kind: 'chair', x: 0.3, deep: 0.5 }] }),
  'living-room': plain({ wallColour: hex('#a99a86'), widthM: 5.4, window: 0.36, things: [{ kind: 'sofa', x: -0.3, deep: 0.8 }, { kind: 'photograph', x: -0.34, up: 1.7 }, { kind: 'shelf', x: -0.8, up: 1.5 }, { kind: 'table', x: 0.66, deep: 0.6 }, { kind: 'flowers', x: 0.66, up: 0.8, deep: 0.6 }] }),
  bedroom: plain({ wallColour: hex('#a7a3ad'), window: 0.5, lamp: 'none', things: [{ kind: 'bed', x: -0.3, deep: 0.75 }, { kind: 'photograph', x: -0.5, up: 1.7 }, { kind: 'lantern', x: 0.24, up: 0.7, deep: 0.85 }, { kind: 'chair', x: 0.78, deep: 0.6 }] }),
  church: plain({ wall: 'stone', wallColour: hex('#a39a8b'), floor: 'stone', widthM: 9, heightM: 8.5, backM: 12, window: 0, lamp: 'candles', things: [{ kind: 'pew', x: -0.55, deep: 0.32 }, { kind: 'pew', x: 0.55, deep: 0.32 }, { kind: 'pew', x: -0.55, deep: 0.5 }, { kind: 'pew', x: 0.55, deep: 0.5 }, { kind: 'pew', x: -0.55, deep: 0.68 }, { kind: 'pew', x: 0.55, deep: 0.68 }] }),
  office: plain({ wallColour: hex('#a7adb0'), floor: 'lino', widthM: 6, backM: 3.4, window: 0.1, lamp: 'strip', things: [{ kind: 'desk', x: -0.42, deep: 0.7 }, { kind: 'screen', x: -0.42, up: 0.76, deep: 0.7 }, { kind: 'lockers', x: 0.8, deep: 0.9 }, { kind: 'clock', x: -0.62, up: 2.05 }] }),
  corridor: plain({ wallColour: hex('#8f9690'), floor: 'lino', widthM: 2.6, backM: 9, window: null, lamp: 'strip', things: [{ kind: 'door', x: 0.1, deep: 1 }] }),
  cabin: plain({ wall: 'planks', wallColour: hex('#7d5c40'), widthM: 4, heightM: 2.3, backM: 2, window: 0.3, lamp: 'bulb', things: [{ kind: 'wheel', x: -0.3, deep: 0.6 }, { kind: 'lantern', x: 0.6, up: 1.1, deep: 0.9 }, { kind: 'clock', x: -0.66, up: 1.6 }] }),
  tavern: plain({ wall: 'panel', wallColour: hex('#7a5740'), widthM: 6, backM: 3.2, window: 0.62, things: [{ kind: 'bar', x: -0.34, deep: 0.75 }, { kind: 'shelf', x: -0.4, up: 1.6 }, { kind: 'bottle', x: -0.2, up: 1.1, deep: 0.75 }, { kind: 'table', x: 0.64, deep: 0.5 }, { kind: 'candle', x: 0.64, up: 0.8, deep: 0.5 }] }),
  cellar: plain({ wall: 'stone', wallColour: hex('#77706a'), floor: 'stone', widthM: 5, backM: 3, window: null, lamp: 'bulb', things: [{ kind: 'crates', x: -0.55, deep: 0.8 }, { kind: 'shelf', x: 0.5, up: 1.2 }, { kind: 'pipes', x: 0.86 }] }),
  hall: plain({ wall: 'panel', wallColour: hex('#8d7a64'), floor: 'tiles', widthM: 10, heightM: 5.5, backM: 7, window: 0.3, things: [{ kind: 'door', x: -0.3, deep: 1 }, { kind: 'chair', x: 0.5, deep: 0.6 }, { kind: 'photograph', x: -0.6, up: 2 }] }),
  room: plain({ things: [{ kind: 'door', x: -0.55, deep: 1 }, { kind: 'table', x: 0.34, deep: 0.7 }, { kind: 'photograph', x: -0.1, up: 1.65 }, { kind: 'chair', x: 0.7, deep: 0.55 }] }),
};

/** Where the walls stand in front of this camera. */
export interface RoomBox {
  readonly left: number;
  readonly right: number;
  readonly nearZ: number;
  readonly backZ: number;
  readonly heightM: number;
}

export function addRoom(scene: SetScene, room: RoomPlan): RoomBox {
  const { camera, stack, random, flip, light } = scene;
  const slide = random.bell() * room.widthM * 0.2;
  const box: RoomBox = {
    left: -room.widthM / 2 + slide,
    right: room.widthM / 2 + slide,
    nearZ: Math.max(0.25, camera.subjectM * 0.3),
    backZ: camera.subjectM + room.backM,
    heightM: room.heightM,
  };
  const at = (x: number, y: number, z: number): Point => camera.project(x, y, z);
  const { left: l, right: r, nearZ: n, backZ: f, heightM: h } = box;
  stack.add('room', f * 0.8, (brush) => {
    const back = brush.at(f);
    paintFloor(brush, scene, box, room.floor);
    brush.fill(polygon(at(l, h, n), at(r, h, n), at(r, h, f), at(l, h, f)), lighten(room.wallColour, 0.12), { form: 0.4 });
    brush.fill(polygon(at(l, 0, n), at(l, 0, f), at(l, h, f), at(l, h, n)), darken(room.wallColour, light.side === -1 ? 0.32 : 0.12), { form: 0.5 });
    brush.fill(polygon(at(r, 0, n), at(r, 0, f), at(r, h, f), at(r, h, n)), darken(room.wallColour, light.side === 1 ? 0.32 : 0.12), { form: 0.5 });
    paintWall(back, scene, box, room.wall, room.wallColour);
    if (room.window !== null) paintRoomWindow(back, scene, box, room.window * flip, room.heightM > 4);
    for (const item of room.things) if ((item.deep ?? 1) >= 0.95) furnish(back, scene, box, item, flip);
  });
  if (scene.plan.flooded) addWater(scene, at(0, 0.2, f)[1], camera.subjectM * 1.5);
  const loose = room.things.filter((item) => (item.deep ?? 1) < 0.95).sort((a, b) => (b.deep ?? 1) - (a.deep ?? 1));
  if (loose.length > 0) {
    stack.add('furniture', camera.subjectM + room.backM * 0.6, (brush) => {
      for (const item of loose) furnish(brush, scene, box, item, flip);
    });
  }
  if (room.lamp === 'bulb' || room.lamp === 'pendant') addHangingLamp(scene, box, room.lamp);
  return box;
}

function addHangingLamp(scene: SetScene, box: RoomBox, kind: 'bulb' | 'pendant'): void {
  const { camera, stack, random, light } = scene;
  const z = camera.subjectM + (box.backZ - camera.subjectM) * 0.5;
  const x = random.between(-0.4, 0.4) * camera.subjectM;
  const k = camera.scaleAt(z);
  const [sx, top] = camera.project(x, box.heightM, z);
  const y = camera.project(x, kind === 'bulb' ? 2.02 : 1.95, z)[1];
  stack.add('lamp', z, (brush) => {
    brush.line([[sx, top - 0.4], [sx, y - 0.16 * k]], hex('#221f1e'), 0.018 * k);
    if (kind === 'pendant') {
      brush.fill(curve([sx - 0.24 * k, y], [sx - 0.09 * k, y - 0.2 * k], [sx + 0.09 * k, y - 0.2 * k], [sx + 0.24 * k, y]), hex('#5f3f36'));
      if (light.lampsLit) brush.fill(curve([sx - 0.21 * k, y], [sx, y + 0.035 * k], [sx + 0.21 * k, y], [sx, y - 0.02 * k]), hex('#ffeebc'), { shines: true, plain: true, line: 0.5 });
    } else {
      catalogue.bulb.paint(createSpot(brush, sx, y, 0.17 * k, 1, true));
    }
    if (light.lampsLit) brush.glow(sx, y, Math.min(1.1, 1.5 * k), light.lampColour, 0.55);
  });
  if (light.lampsLit) {
    const glowR = Math.min(0.9, 1.2 * k);
    addFlicker(scene, z, sx, y, glowR, 0.1);
  }
}

/** A soft light that is never quite still. */
export function addFlicker(scene: SetScene, zM: number, x: number, y: number, radius: number, strength: number, colour: Rgb = scene.light.lampColour): void {
  const phase = scene.random.between(0, 6.28);
  const [r, g, b] = colour.map(Math.round);
  scene.stack.live(zM, ({ ctx, t }) => {
    const beat = 0.6 + 0.25 * Math.sin(t * 7.1 + phase) + 0.15 * Math.sin(t * 17.3 + phase * 2);
    const gradient = ctx.createRadialGradient(x, y, 0, x, y, radius);
    gradient.addColorStop(0, `rgba(${r},${g},${b},${(strength * beat).toFixed(3)})`);
    gradient.addColorStop(1, `rgba(${r},${g},${b},0)`);
    ctx.globalCompositeOperation = 'screen';
    ctx.fillStyle = gradient;
    ctx.fillRect(x - radius, y - radius, radius * 2, radius * 2);
    ctx.globalCompositeOperation = 'source-over';
  });
}

function paintRoomWindow(brush: Brush, scene: SetScene, box: RoomBox, share: number, tall: boolean): void {
  const { camera, light, plan } = scene;
  const middle = (box.left + box.right) / 2 + (share * (box.right - box.left)) / 2.6;
  const w = tall ? 1.1 : 1.15;
  const low = tall ? 2.6 : 0.98;
  const high = tall ? box.heightM - 1 : 2.15;
  const p = (x: number, y: number): Point => camera.project(middle + x, y, box.backZ);
  const k = camera.scaleAt(box.backZ);
  const frame = hex('#d9d0bd');
  const arch: Point[] = tall ? [p(-w / 2, low), p(w / 2, low), p(w / 2, high - 0.5), p(w * 0.3, high - 0.1), p(0, high + 0.2), p(-w * 0.3, high - 0.1), p(-w / 2, high - 0.5)] : [p(-w / 2, low), p(w / 2, low), p(w / 2, high), p(-w / 2, high)];
  brush.fill(polygon(...arch.map(([x, y]): Point => [x + (x - p(0, 0)[0]) * 0.16, y + (y - p(0, (low + high) / 2)[1]) * 0.12])), tall ? darken(frame, 0.3) : frame);
  brush.fill(polygon(...arch), light.sky.top, { shines: true, form: 0, line: 0.6, plain: true });
  const mid = (low + high) / 2;
  brush.fill(polygon(p(-w / 2, low), p(w / 2, low), p(w / 2, mid), p(-w / 2, mid)), light.sky.low, { shines: true, form: 0, line: 0, plain: true });
  if (!tall && !plan.weather.has('fog')) {
    brush.fill(curve(p(-w / 2, low), p(-w * 0.3, low + 0.2), p(0, low + 0.14), p(w * 0.3, low + 0.22), p(w / 2, low + 0.12), p(w / 2, low)), mix(light.sky.low, hex('#33485a'), 0.6), { shines: true, line: 0.4, plain: true });
  }
  const bars = tall ? 3 : 2;
  for (let i = 1; i < bars; i++) brush.line([p(-w / 2 + (w * i) / bars, low), p(-w / 2 + (w * i) / bars, high)], tall ? hex('#3b3734') : frame, 0.05 * k);
  for (let i = 1; i < (tall ? 6 : 2); i++) {
    const y = low + ((high - low) * i) / (tall ? 6 : 2);
    brush.line([p(-w / 2, y), p(w / 2, y)], tall ? hex('#3b3734') : frame, 0.04 * k);
  }
  if (!tall) brush.fill(polygon(p(-w * 0.64, low - 0.09), p(w * 0.64, low - 0.09), p(w * 0.64, low), p(-w * 0.64, low)), lighten(frame, 0.1), { plain: true });
  const bright = plan.hour === 'day' ? 0.5 : plan.hour === 'night' ? 0.22 : 0.42;
  const [gx, gy] = p(0, mid);
  brush.glow(gx, gy, Math.min(1.2, 1.7 * k), plan.hour === 'night' ? hex('#8fb0e0') : light.sky.glow, bright);
}

function furnish(brush: Brush, scene: SetScene, box: RoomBox, item: Furnishing, flip: 1 | -1): void {
  const { camera } = scene;
  const z = camera.subjectM + (box.backZ - camera.subjectM) * (item.deep ?? 1);
  const middle = (box.left + box.right) / 2;
  const x = middle + (item.x * flip * (box.right - box.left)) / 2.15;
  const at = (dx: number, y: number): Point => camera.project(x + dx, y, z);
  const k = camera.scaleAt(z);
  const b = brush.at(z);
  const boxOf = (x0: number, y0: number, x1: number, y1: number, c: Rgb): void => b.fill(polygon(at(x0, y0), at(x1, y0), at(x1, y1), at(x0, y1)), c);
  const wood = hex('#6f5237');
  switch (item.kind) {
    case 'shelf': {
      const y = item.up ?? 1.5;
      for (const level of [0, 0.42]) {
        for (let i = 0; i < 9; i++) {
          const h = 0.12 + ((i * 37) % 11) * 0.017;
          const w = 0.05 + ((i * 53) % 7) * 0.008;
          const c = hex(['#8a4a3c', '#4f6a6d', '#a8894c', '#5d5a74', '#6f7d54'][(i + (level > 0 ? 2 : 0)) % 5] ?? '#8a4a3c');
          if ((i * 7 + (level > 0 ? 3 : 0)) % 9 < 6) boxOf(-0.5 + i * 0.11, y + level, -0.5 + i * 0.11 + w, y + level + h, c);
        }
        boxOf(-0.56, y + level - 0.035, 0.56, y + level, wood);
      }
      return;
    }
    case 'workbench':
    case 'desk':
    case 'counter':
    case 'bar': {
      const tall = item.kind === 'bar' ? 1.06 : 0.84;
      const half = item.kind === 'desk' ? 0.8 : 1.35;
      const c = item.kind === 'counter' ? hex('#8f9a92') : item.kind === 'desk' ? hex('#8a6a4a') : wood;
      boxOf(-half, 0, half, tall - 0.06, darken(c, 0.22));
      for (let i = 0; i < 4; i++) b.fill(polygon(at(-half + 0.06 + i * half * 0.5, 0.08), at(-half + i * half * 0.5 + half * 0.44, 0.08), at(-half + i * half * 0.5 + half * 0.44, tall - 0.14), at(-half + 0.06 + i * half * 0.5, tall - 0.14)), darken(c, 0.1), { line: 0.7, plain: true });
      const deep = z - 0.55;
      b.fill(polygon(camera.project(x - half - 0.04, tall, deep), camera.project(x + half + 0.04, tall, deep), at(half + 0.04, tall), at(-half - 0.04, tall)), lighten(c, 0.14));
      b.fill(polygon(camera.project(x - half - 0.04, tall, deep), camera.project(x + half + 0.04, tall, deep), camera.project(x + half + 0.04, tall - 0.07, deep), camera.project(x - half - 0.04, tall - 0.07, deep)), c);
      if (item.kind === 'workbench') {
        for (let i = 0; i < 5; i++) {
          const [vx, vy] = at(0.45 + i * 0.13, tall);
          b.fill(curve([vx - 0.035 * k, vy], [vx - 0.04 * k, vy - 0.13 * k], [vx, vy - 0.17 * k], [vx + 0.04 * k, vy - 0.13 * k], [vx + 0.035 * k, vy]), hex('#e8c27c'), { shines: true, line: 0.8, form: 0.5 });
          b.glow(vx, vy - 0.08 * k, 0.16 * k, hex('#ffb056'), 0.6);
        }
        b.line([at(-1.1, tall + 0.02), at(-0.7, tall + 0.1), at(-0.2, tall + 0.02), at(0.3, tall + 0.05)], hex('#2b2421'), 0.012 * k);
      }
      return;
    }
    case 'stove':
      boxOf(-0.36, 0, 0.36, 0.88, hex('#3d4046'));
      boxOf(-0.28, 0.2, 0.28, 0.56, hex('#25272b'));
      b.line([at(-0.26, 0.62), at(0.26, 0.62)], hex('#9aa0a6'), 0.025 * k);
      boxOf(-0.12, 0.88, 0.06, 2.7, hex('#34373c'));
      return;
    case 'sofa':
      b.fill(curve(at(-1, 0.1), at(-1.05, 0.62), at(-0.8, 0.66), at(-0.7, 0.92), at(0.7, 0.92), at(0.8, 0.66), at(1.05, 0.62), at(1, 0.1)), hex('#7a5a52'));
      boxOf(-0.74, 0.3, -0.02, 0.5, hex('#8d6a60'));
      boxOf(0.02, 0.3, 0.74, 0.5, hex('#8d6a60'));
      return;
    case 'pew':
      boxOf(-1.5, 0, 1.5, 0.45, darken(wood, 0.2));
      boxOf(-1.55, 0.45, 1.55, 0.95, wood);
      b.line([at(-1.58, 0.96), at(1.58, 0.96)], lighten(wood, 0.2), 0.05 * k);
      return;
    case 'pipes':
      for (const d of [-0.1, 0.04, 0.2]) b.line([at(d, 0), at(d, box.heightM)], hex(d === 0.04 ? '#8a5a3c' : '#5e6468'), 0.06 * k);
      return;
    case 'lockers':
      for (let i = 0; i < 3; i++) boxOf(-0.7 + i * 0.47, 0, -0.25 + i * 0.47, 1.85, hex('#6c7b80'));
      return;
    default: {
      const drawing = catalogue[item.kind];
      const up = item.up ?? (drawing.home === 'wall' ? 1.5 : 0);
      const [sx, sy] = at(0, up);
      drawing.paint(createSpot(b, sx, sy, drawing.heightM * k * (drawing.home === 'surface' ? 1.25 : 1), flip, scene.light.lampsLit));
    }
  }
}
