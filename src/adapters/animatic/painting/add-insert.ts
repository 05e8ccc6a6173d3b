import { css, darken, hex, lighten, mix } from '../colour.ts';
import { capsule, curve, type Point, polygon } from '../geometry.ts';
import type { Person } from '../reading/stage-plan.ts';
import type { ThingKind } from '../reading/things.ts';
import { addThings } from './add-things.ts';
import type { Brush } from './brush.ts';
import { addSet, isExterior } from './sets/add-set.ts';
import { addFlicker } from './sets/flicker.ts';
import { addWater } from './sets/ground.ts';
import { addOutdoors } from './sets/outdoors.ts';
import type { SetScene } from './sets/set-scene.ts';
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

/** A forearm and an open hand that comes in from the frame's edge. */
function addHand(scene: SetScene, person: Person, target: Point, size: number): void {
  const { stack, camera, random } = scene;
  const from = target[0] > 0 ? 1 : -1;
  const { appearance: who } = person;
  stack.add(
    'hand',
    camera.subjectM * 0.94,
    (brush) => {
      const s = 0.14 * Math.max(0.7, size * 1.3);
      const wrist: Point = [target[0] + from * s * 2.1, target[1] + s * 1.25];
      const elbow: Point = [from * camera.aspect * 0.78, 1.22];
      const a = Math.atan2(wrist[1] - elbow[1], wrist[0] - elbow[0]);
      const p = (d: number, side: number): Point => [
        wrist[0] + Math.cos(a) * d * s - Math.sin(a) * side * s,
        wrist[1] + Math.sin(a) * d * s + Math.cos(a) * side * s,
      ];
      const skin = who.skin;
      brush.fill(capsule(elbow, p(-0.2, 0), s * 0.95, s * 0.52), skin, { form: 1.2 });
      // Three fingers behind, palm, then thumb and first finger: the order a hand overlaps itself.
      const fingers: readonly (readonly [number, number, number, number])[] = [
        [0.5, 0.46, 1.52, 0.66],
        [0.62, 0.2, 1.86, 0.3],
        [0.66, -0.06, 1.96, -0.04],
        [0.6, -0.32, 1.74, -0.42],
      ];
      for (const [d0, s0, d1, s1] of fingers) {
        const bend = p((d0 + d1) / 2 + 0.06, (s0 + s1) / 2 - 0.05);
        brush.fill(capsule(p(d0, s0), bend, s * 0.165, s * 0.15), skin, { form: 1.1 });
        brush.fill(capsule(bend, p(d1, s1), s * 0.15, s * 0.115), skin, { form: 1.1 });
        brush.line(
          [p((d0 + d1) / 2, (s0 + s1) / 2 - 0.13), p((d0 + d1) / 2 + 0.05, (s0 + s1) / 2 + 0.1)],
          darken(skin, 0.35),
          s * 0.025,
          { alpha: 0.7 },
        );
        brush.fill(
          curve(
            p(d1 - 0.05, s1 - 0.07),
            p(d1 + 0.08, s1 - 0.05),
            p(d1 + 0.08, s1 + 0.05),
            p(d1 - 0.05, s1 + 0.06),
          ),
          lighten(skin, 0.28),
          { plain: true, line: 0.5 },
        );
      }
      brush.fill(
        curve(
          p(-0.25, -0.44),
          p(0.3, -0.5),
          p(0.78, -0.44),
          p(0.84, 0),
          p(0.72, 0.52),
          p(0.2, 0.56),
          p(-0.25, 0.46),
        ),
        skin,
        { form: 1.1 },
      );
      brush.fill(capsule(p(0.12, -0.4), p(0.62, -0.8), s * 0.22, s * 0.17), skin, { form: 1.1 });
      brush.fill(capsule(p(0.6, -0.78), p(1.06, -0.88), s * 0.165, s * 0.13), skin, { form: 1.1 });
      for (const k of [-0.3, -0.04, 0.22, 0.44])
        brush.line([p(0.62, k), p(0.74, k + 0.02)], darken(skin, 0.32), s * 0.03, { alpha: 0.7 });
      if (who.age === 'old')
        for (const k of [-0.2, 0.05, 0.3])
          brush.line(
            [p(0.0, k * 0.7), p(0.3, k * 0.9 + 0.03), p(0.58, k)],
            mix(darken(skin, 0.3), hex('#6b6f8a'), 0.3),
            s * 0.03,
            { alpha: 0.55 },
          );
      const cuff = who.top;
      brush.fill(
        polygon(
          p(-0.32, -0.62),
          p(-0.32, 0.62),
          [elbow[0] + from * 0.1, elbow[1] + 0.3],
          [elbow[0] + from * 0.22, elbow[1] - 0.36],
        ),
        cuff,
        { form: 1.2 },
      );
      brush.fill(
        polygon(p(-0.3, -0.66), p(-0.3, 0.66), p(-0.72, 0.74), p(-0.72, -0.74)),
        lighten(cuff, 0.08),
      );
      if (who.garment === 'sweater')
        for (let i = -5; i <= 5; i++)
          brush.line([p(-0.33, i * 0.12), p(-0.7, i * 0.134)], darken(cuff, 0.35), s * 0.03, { alpha: 0.7 });
    },
    {
      sway: {
        x: from * camera.aspect * 0.6,
        y: 1.1,
        lift: 0.003,
        turnRad: 0.012,
        stretch: 0,
        periodS: random.between(2.4, 3.4),
        phase: random.between(0, 6),
      },
    },
  );
}
