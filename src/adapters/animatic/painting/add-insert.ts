import { css, darken, hex, lighten, mix } from '../colour.ts';
import { curve, polygon } from '../geometry.ts';
import type { Person } from '../reading/stage-plan.ts';
import type { ThingKind } from '../reading/things.ts';
import { addHand } from './add-hand.ts';
import { addThings } from './add-things.ts';
import type { Brush } from './brush.ts';
import { addSet, isExterior } from './sets/add-set.ts';
import { addFlicker } from './sets/flicker.ts';
import { addOutdoors } from './sets/outdoors.ts';
import type { SetScene } from './sets/set-scene.ts';
import { addWater } from './sets/water.ts';
import { createSpot } from './spot.ts';
import { paintDog } from './things/animals.ts';
import { catalogue } from './things/catalogue.ts';

const glowing = new Set<ThingKind>(['lantern', 'candle', 'fire', 'bulb', 'lens', 'radio', 'dial']);

/** A thing fills the frame, on what it lies, floats or hangs on, with the place soft behind it. */
export function addInsert(scene: SetScene, hero: ThingKind): void {
  const { plan, framing, camera, stack, light, random } = scene;
  const drawing = catalogue[hero];
  const outside = isExterior(plan.place);
  const big = drawing.heightM > 2.2;
  if (big || drawing.home === 'air') {
    addSet(scene);
    return;
  }
  const { x } = framing.hero;
  const fit = Math.min(1, (camera.aspect * 0.72) / (framing.hero.size * drawing.wide));
  const size = framing.hero.size * fit;
  const floats = drawing.home === 'water' || (plan.flooded && drawing.home === 'ground');
  const hangs = drawing.home === 'wall' || drawing.home === 'hung';
  const baseY = hangs ? framing.hero.y - 0.03 + size / 2 : Math.min(0.88, framing.hero.y + size / 2);
  const z = camera.subjectM;
  if (outside && isExterior(plan.place)) addOutdoors(scene, plan.place);
  else addSet(scene);
  if (outside) addThings(scene, false);
  addVeil(scene, z * 1.25);
  if (floats) addWater(scene, Math.min(0.62, baseY - size * 0.5), z * 1.1);
  else if (!hangs)
    addSurface(
      scene,
      baseY - size * 0.12,
      z * 1.08,
      outside && plan.place !== 'sea' && plan.place !== 'harbour',
    );
  const dir = random.chance(0.5) ? 1 : -1;
  stack.add(
    `insert-${hero}`,
    z,
    (brush) => {
      contactShadow(brush, x, baseY, size * drawing.wide * 0.55, hangs || floats);
      const spot = createSpot(
        brush,
        x,
        baseY,
        size,
        drawing.written === true ? 1 : (dir as 1 | -1),
        light.lampsLit || hero === 'lantern',
      );
      if (hero === 'dog') paintDog(spot, floats, plan.things.includes('paper-boat'));
      else drawing.paint(spot);
      if (floats)
        for (let i = 0; i < 5; i++)
          brush.line(
            [
              [x - size * drawing.wide * (0.6 + i * 0.06), baseY + i * 0.014],
              [x, baseY - 0.006 + i * 0.016],
              [x + size * drawing.wide * (0.62 + i * 0.05), baseY + i * 0.014],
            ],
            lighten(light.sky.low, 0.3),
            0.004,
            { shines: true, alpha: 0.55 - i * 0.09 },
          );
    },
    floats
      ? {
          sway: {
            x,
            y: baseY,
            lift: 0.006,
            turnRad: 0.02,
            stretch: 0,
            periodS: 3.1,
            phase: random.between(0, 6),
          },
        }
      : {},
  );
  if (glowing.has(hero)) addFlicker(scene, z, x, baseY - size * 0.42, size * 1.5, 0.2);
  const companion = plan.things.find(
    (kind) => kind !== hero && catalogue[kind].home === 'surface' && kind !== 'hand',
  );
  if (companion !== undefined && !floats && !hangs) {
    const other = catalogue[companion];
    const s = Math.min(size * 0.8, (size / drawing.heightM) * other.heightM);
    stack.add(`insert-${companion}`, z * 1.04, (brush) => {
      const ox = x + (x > 0 ? -1 : 1) * camera.aspect * 0.26;
      contactShadow(brush, ox, baseY - size * 0.08, s * other.wide * 0.5, false);
      other.paint(createSpot(brush, ox, baseY - size * 0.08, s, 1, true));
    });
  }
  if (plan.hand !== null)
    addHand(
      scene,
      plan.hand,
      [x + (x > 0 ? 1 : -1) * size * drawing.wide * 0.3, baseY - size * (hero === 'rag' ? 0.86 : 0.5)],
      size,
    );
}

/** Only a hand, reaching into the frame. */
export function addHandShot(scene: SetScene, person: Person): void {
  addSet(scene);
  addThings(scene);
  addVeil(scene, scene.camera.subjectM * 1.2);
  addHand(scene, person, [scene.framing.hero.x * 0.6, 0.42], 0.95);
}

/** Puts distance between a thing and the place behind it, as a shallow depth of field would. */
function addVeil(scene: SetScene, zM: number): void {
  const { stack, light, plan } = scene;
  const tone = plan.inside ? mix(light.ambient, hex('#241d1a'), 0.72) : mix(light.sky.low, light.haze, 0.5);
  stack.add('veil', zM, (brush) => {
    brush.ctx.fillStyle = css(brush.look.tone(tone), plan.inside ? 0.46 : 0.34);
    brush.ctx.fillRect(brush.view.x, brush.view.y, brush.view.w, brush.view.h);
  });
}

function addSurface(scene: SetScene, topY: number, zM: number, outside: boolean): void {
  const { stack, random } = scene;
  const colour = outside ? hex('#6b655f') : hex(random.pick(['#7c5a3c', '#86644a', '#6b5038']));
  stack.add('surface', zM, (brush) => {
    const { view } = brush;
    const tilt = random.bell() * 0.02;
    brush.fill(
      polygon(
        [view.x, topY + tilt],
        [view.x + view.w, topY - tilt],
        [view.x + view.w, view.y + view.h],
        [view.x, view.y + view.h],
      ),
      colour,
      { form: 0.9 },
    );
    if (outside) {
      for (let i = 0; i < 26; i++) {
        const x = view.x + random.next() * view.w;
        const y = topY + random.next() ** 1.3 * (view.y + view.h - topY);
        const w = 0.02 + (y - topY) * 0.22 * random.next();
        brush.fill(
          curve(
            [x - w, y],
            [x - w * 0.5, y - w * 0.35],
            [x + w * 0.6, y - w * 0.3],
            [x + w, y + 0.004],
            [x, y + w * 0.2],
          ),
          mix(colour, random.chance(0.5) ? hex('#8a8178') : hex('#47433f'), 0.6),
          { line: 0.6, plain: true, alpha: 0.8 },
        );
      }
      return;
    }
    for (let i = 0; i < 16; i++) {
      const y = topY + (i / 15) ** 1.5 * (view.y + view.h - topY);
      brush.line(
        [
          [view.x, y + tilt],
          [-0.2, y + random.bell() * 0.008],
          [0.3, y + random.bell() * 0.008],
          [view.x + view.w, y - tilt],
        ],
        darken(colour, 0.35),
        0.0018,
        { alpha: i % 5 === 0 ? 0.8 : 0.3 },
      );
    }
    brush.line(
      [
        [view.x, topY + tilt],
        [view.x + view.w, topY - tilt],
      ],
      lighten(colour, 0.3),
      0.005,
      { alpha: 0.7 },
    );
  });
}

function contactShadow(brush: Brush, x: number, y: number, half: number, none: boolean): void {
  if (none) return;
  const { ctx } = brush;
  const tone = brush.tone(hex('#0d0b0a'));
  for (const [k, a] of [
    [1.35, 0.16],
    [1.12, 0.22],
    [0.95, 0.3],
  ] as const) {
    ctx.fillStyle = css(darken(tone, 0.5), a);
    ctx.beginPath();
    ctx.ellipse(
      x - brush.light.side * half * 0.22,
      y + 0.006,
      half * k,
      Math.max(0.012, half * 0.13 * k),
      0,
      0,
      Math.PI * 2,
    );
    ctx.fill();
  }
}
