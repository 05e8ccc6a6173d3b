import { hex, lighten, mix } from '../colour.ts';
import { clamp, curve, type Point } from '../geometry.ts';
import type { ThingKind } from '../reading/things.ts';
import { thingInHand } from './add-actors.ts';
import type { Brush } from './brush.ts';
import { isExterior } from './sets/add-set.ts';
import { addFlicker } from './sets/flicker.ts';
import type { SetScene } from './sets/set-scene.ts';
import { createSpot } from './spot.ts';
import { paintDog } from './things/animals.ts';
import { catalogue } from './things/catalogue.ts';

const waterPlaces = new Set(['coast', 'sea', 'harbour', 'river']);
const glowing = new Set<ThingKind>(['lantern', 'candle', 'fire', 'bulb', 'radio', 'lens', 'dial']);
/** Where things stand beside each other when nobody leads the eye, shares of the width. */
const slots = [-0.2, 0.24, 0.02, 0.4, -0.38, 0.13] as const;
/** Already part of the set that is drawn for a place. */
const inSet: Readonly<Record<string, readonly ThingKind[]>> = {
  'lamp-room': ['lens', 'lighthouse', 'window', 'clockwork', 'shadow'],
  'radio-room': ['radio', 'microphone', 'bench', 'table', 'lighthouse', 'clock', 'bulb', 'window'],
  stairwell: ['stairs', 'lighthouse', 'shadow'],
  kitchen: ['window', 'table', 'chair', 'plates', 'kettle', 'house'],
  church: ['church', 'stairs', 'window', 'bench'],
};

/** The things a shot names, at their natural size, where such things are. */
export function addThings(scene: SetScene, withHero = true): void {
  const { plan } = scene;
  const held = thingInHand(scene);
  const skip = new Set<ThingKind>([
    ...(inSet[plan.place] ?? []),
    ...(held === null ? [] : [held]),
    'hand',
    'shadow',
  ]);
  const wanted = [...(plan.hero === null || !withHero ? [] : [plan.hero]), ...plan.things].filter(
    (kind) => !skip.has(kind),
  );
  const indoors = !isExterior(plan.place);
  const fits = (kind: ThingKind): boolean =>
    !indoors || (catalogue[kind].heightM < 3 && (catalogue[kind].home !== 'water' || plan.flooded));
  const unique = [...new Set(wanted)]
    .filter((kind) => fits(kind) && (withHero || (kind !== plan.hero && catalogue[kind].heightM > 0.6)))
    .slice(0, 6);
  unique.forEach((kind, i) => {
    addThing(scene, kind, withHero ? i : i + 1, i === 0 && plan.hero === kind);
  });
}

function addThing(scene: SetScene, kind: ThingKind, index: number, main: boolean): void {
  const { camera, stack, random, plan, light, framing } = scene;
  const drawing = catalogue[kind];
  const outside = isExterior(plan.place);
  const onWater = waterPlaces.has(plan.place) || plan.flooded;
  const person = framing.actors[0];
  const personX = person === undefined ? null : camera.project(person.x, 0, person.z)[0];
  const side = personX === null ? (index % 2 === 0 ? scene.flip : -scene.flip) : personX > 0 ? -1 : 1;
  const slot = (slots[index] ?? 0) * scene.flip;
  const away =
    personX === null
      ? (main ? random.bell() * 0.12 : slot + random.bell() * 0.04) * camera.aspect
      : clamp(
          personX + side * random.between(0.3, 0.44) * camera.aspect * (1 + 0.2 * index),
          -0.46 * camera.aspect,
          0.46 * camera.aspect,
        );
  const dir = (personX === null ? (random.chance(0.5) ? 1 : -1) : -side) as 1 | -1;
  let size: number;
  let x = away;
  let y: number;
  let z: number;
  const home = !outside && drawing.home === 'horizon' ? null : drawing.home;
  switch (home) {
    case null:
      return;
    case 'horizon': {
      size = clamp(
        drawing.heightM * camera.scaleAt(Math.max(camera.subjectM * 3.2, drawing.heightM * 2.6)),
        0.2,
        main || index === 0 ? 0.62 : 0.4,
      );
      z = (camera.focal * drawing.heightM) / size;
      y =
        camera.horizonY +
        (kind === 'lighthouse' && plan.place === 'coast' ? -0.1 : camera.eyeM * camera.scaleAt(z));
      y = Math.max(y, size * 1.04 + 0.05);
      if (kind === 'lighthouse') x = scene.flip * camera.aspect * random.between(0.16, 0.32);
      if (kind === 'fog-wall') {
        x = 0;
        y = camera.horizonY + 0.012;
        size = 0.3;
        z = 500;
      }
      break;
    }
    case 'water':
    case 'ground': {
      const afloat = drawing.home === 'water';
      const least = main ? 0.3 : 0.13;
      size = drawing.heightM * camera.scaleAt(camera.subjectM * (afloat ? 1.5 : 1.2));
      size = clamp(size, least * (drawing.wide > 2 ? 0.55 : 1), main ? 0.62 : 0.5);
      if (drawing.heightM > 8) size = clamp(size, main || index === 0 ? 0.5 : 0.3, 0.66);
      z = (camera.focal * drawing.heightM) / size;
      y = clamp(camera.project(0, 0, Math.max(z, 0.3))[1], camera.horizonY + 0.03, 0.93);
      if (drawing.heightM > 8) y = Math.max(Math.min(y, camera.horizonY + 0.07), Math.min(0.9, size * 0.9));
      if (kind === 'rowing-boat' && plan.people.length > 0) y = clamp(y, 0.72, 0.94);
      break;
    }
    case 'air': {
      size = kind === 'moon' ? 0.12 : main || index === 0 ? 0.5 : 0.3;
      z = kind === 'moon' ? 1000 : 26;
      y = Math.max(0.36, camera.horizonY - 0.06);
      if (!outside && kind !== 'gulls') return;
      if (!outside) return;
      break;
    }
    case 'hung': {
      if (kind === 'bulb') return;
      z = camera.subjectM * 1.3;
      size = clamp(drawing.heightM * camera.scaleAt(z), 0.3, 1.4);
      y = Math.max(0.62, size * 0.72);
      break;
    }
    case 'wall': {
      if (outside) return;
      z = camera.subjectM + 1.6;
      size = clamp(drawing.heightM * camera.scaleAt(z), 0.12, 0.6);
      y = clamp(camera.project(0, drawing.heightM > 0.9 ? 0.95 : 1.45, z)[1], 0.3, 0.8);
      break;
    }
    case 'surface': {
      z = camera.subjectM * 1.05;
      size = clamp(drawing.heightM * camera.scaleAt(z) * 1.2, 0.05, 0.5);
      const tableTop = camera.project(0, outside ? 0.06 : 0.86, z)[1];
      y = clamp(tableTop, 0.55, 0.93);
      break;
    }
  }
  const perMetre = size / drawing.heightM;
  // A small thing drawn large would be so near that a moving camera loses it.
  z = Math.max(z, camera.subjectM * 0.8);
  const needsTable =
    home === 'surface' && !outside && !(plan.place === 'radio-room' && plan.people.length === 0);
  const floats = onWater && (home === 'water' || home === 'ground') && drawing.heightM < 8;
  stack.add(
    `thing-${kind}`,
    z,
    (brush) => {
      const b = brush.at(z);
      if (needsTable) {
        const w = Math.max(size * drawing.wide * 0.75, 0.5 * perMetre);
        catalogue.table.paint(createSpot(b, x, y + w * 0.98, w, dir, false));
      } else if (home === 'surface' && outside) {
        b.fill(
          curve(
            [x - size * 1.5, y + size * 0.1],
            [x - size * 1.2, y - size * 0.06],
            [x, y - size * 0.1],
            [x + size * 1.2, y - size * 0.05],
            [x + size * 1.6, y + size * 0.2],
            [x + size, y + size * 0.7],
            [x - size * 1.1, y + size * 0.7],
          ),
          hex('#5f5a56'),
        );
      }
      const spot = createSpot(b, x, y, size, drawing.written === true ? 1 : dir, light.lampsLit);
      if (kind === 'dog')
        paintDog(spot, onWater, plan.things.includes('paper-boat') || plan.hero === 'paper-boat');
      else drawing.paint(spot);
      if (plan.flooded && home === 'ground' && drawing.heightM > 0.8)
        drown(scene, b, x, y, size, drawing.wide);
      if (floats || (home === 'water' && drawing.heightM >= 8))
        waterline(scene, b, x, y, size * drawing.wide * 0.62);
    },
    floats
      ? {
          sway: {
            x,
            y,
            lift: 0.004,
            turnRad: 0.012,
            stretch: 0,
            periodS: random.between(2.6, 3.8),
            phase: random.between(0, 6),
          },
        }
      : {},
  );
  if (kind === 'lighthouse') scene.beacon.push({ x, y: y - size * 0.84, zM: z });
  if (glowing.has(kind)) addFlicker(scene, z, x, y - size * 0.42, Math.max(0.12, size * 1.3), 0.14);
}

/** Water over the lower part of what stands in it. */
function drown(scene: SetScene, brush: Brush, x: number, y: number, size: number, wide: number): void {
  const half = size * wide * 0.72;
  const top = y - size * 0.3;
  const water = mix(scene.light.sky.low, scene.light.grade(hex('#7d7058'), 6), 0.66);
  brush.fill(
    curve(
      [x - half, top],
      [x - half * 0.4, top - 0.006],
      [x + half * 0.5, top + 0.004],
      [x + half, top],
      [x + half * 0.9, y + 0.012],
      [x, y + 0.03],
      [x - half * 0.9, y + 0.012],
    ),
    water,
    { shines: true, line: 0, alpha: 0.94, form: 0, plain: true },
  );
  waterline(scene, brush, x, top + 0.004, half);
}

function waterline(scene: SetScene, brush: Brush, x: number, y: number, half: number): void {
  const light = lighten(scene.light.sky.low, 0.25);
  for (let i = 0; i < 5; i++) {
    const w = half * (1.15 - i * 0.12);
    const yy = y - 0.002 + i * 0.011;
    const shift = brush.random.bell() * half * 0.2;
    const pts: Point[] = [
      [x - w + shift, yy],
      [x - w * 0.3, yy - 0.004],
      [x + w * 0.4, yy + 0.003],
      [x + w + shift, yy],
    ];
    brush.line(pts, light, 0.0035, { shines: true, alpha: 0.5 - i * 0.08 });
  }
}
