import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { css, darken, hex, mix } from '../colour.ts';
import { clamp, curve, type Point, polygon } from '../geometry.ts';
import type { ThingKind } from '../reading/things.ts';
import { releaseAfterDrawing } from '../reclaim-pictures.ts';
import type { Actor } from '../staging/frame-shot.ts';
import type { Brush } from './brush.ts';
import { paintFigure } from './figures/paint-figure.ts';
import { poseSkeleton } from './figures/skeleton.ts';
import type { SetScene } from './sets/set-scene.ts';
import { createSpot } from './spot.ts';
import { catalogue } from './things/catalogue.ts';

/** Things that somebody in the picture has in hand when they are named. */
const handheld: readonly ThingKind[] = [
  'horn',
  'lantern',
  'rag',
  'letter',
  'paper-boat',
  'book',
  'cup',
  'phone',
  'gun',
  'knife',
  'sword',
  'key',
  'photograph',
  'flowers',
  'bottle',
  'umbrella',
  'suitcase',
  'candle',
  'kettle',
  'microphone',
];
const holdingPostures = new Set([
  'hold',
  'play',
  'polish',
  'reach',
  'wave',
  'crouch',
  'walk',
  'run',
  'sit',
  'stand',
  'kneel',
]);

/** Which of the named things the first person carries; null for none. */
export function thingInHand(scene: SetScene): ThingKind | null {
  const first = scene.plan.people[0];
  if (first === undefined) return null;
  if (first.posture === 'play')
    return scene.plan.things.includes('horn') || scene.plan.hero === 'horn' ? 'horn' : null;
  if (!holdingPostures.has(first.posture)) return null;
  const found = scene.plan.things.find((kind) => handheld.includes(kind)) ?? null;
  if (found === 'microphone' || found === 'kettle' || found === 'cup')
    return first.posture === 'hold' ? found : null;
  if (first.posture === 'stand' && found !== 'rag' && found !== 'lantern') return null;
  return found;
}

export function addActors(scene: SetScene): void {
  const { framing, stack, plan, camera, random } = scene;
  const inHand = thingInHand(scene);
  const ordered = [...framing.actors].sort((a, b) => b.z - a.z);
  for (const actor of ordered) {
    if (actor.shoulder) continue;
    const perMetre = camera.scaleAt(actor.z);
    const foot = camera.project(actor.x, 0, actor.z);
    const first = actor.person === plan.people[0];
    if (actor.person.posture === 'sit') addSeat(scene, actor, foot, perMetre);
    stack.add(
      `figure-${actor.person.name}`,
      actor.z,
      (brush) => {
        const squash = plan.angle === 'overhead' ? 0.62 : 1;
        const holds =
          first && inHand !== null
            ? (b: Brush, at: Point, unit: number, facing: 1 | -1): void =>
                holdThing(b, inHand, at, unit, facing, actor.person.posture === 'play')
            : null;
        paintFigure(
          brush,
          actor.person,
          { x: foot[0], y: foot[1], perMetre, facing: actor.facing, turn: actor.turn, squash },
          plan.mood,
          holds,
        );
        rimLight(brush);
        if (plan.flooded) wade(scene, brush, foot, perMetre);
      },
      {
        sway: {
          x: foot[0],
          y: foot[1],
          lift:
            actor.person.posture === 'run' || actor.person.posture === 'walk'
              ? 0.004 * clamp(perMetre, 0.2, 1.5)
              : 0.0006,
          turnRad: 0.0022,
          stretch: 0.0022,
          periodS:
            actor.person.posture === 'run'
              ? 0.5
              : actor.person.posture === 'walk'
                ? 0.95
                : random.between(3.2, 4.6),
          phase: random.between(0, 6.28),
        },
      },
    );
  }
}

/** Water to the shins, with rings round them. */
function wade(scene: SetScene, brush: Brush, foot: Point, perMetre: number): void {
  const deep = (scene.plan.inside ? 0.16 : 0.34) * perMetre;
  const half = 0.42 * perMetre;
  const [x, y] = foot;
  const water = mix(scene.light.sky.low, scene.light.grade(hex('#7d7058'), 4), 0.66);
  brush.fill(
    curve(
      [x - half, y - deep],
      [x, y - deep - 0.008],
      [x + half, y - deep],
      [x + half * 0.9, y + 0.02],
      [x, y + 0.05],
      [x - half * 0.9, y + 0.02],
    ),
    water,
    { shines: true, line: 0, plain: true, alpha: 0.9 },
  );
  for (let i = 0; i < 4; i++) {
    const w = half * (0.5 + i * 0.22);
    const yy = y - deep + i * 0.014;
    brush.line(
      [
        [x - w, yy],
        [x - w * 0.3, yy + 0.006],
        [x + w * 0.4, yy + 0.004],
        [x + w, yy],
      ],
      mix(scene.light.sky.low, hex('#ffffff'), 0.35),
      0.0035,
      { shines: true, alpha: 0.55 - i * 0.1 },
    );
  }
}

/** The near person of an over-the-shoulder shot: dark, large, cut by the frame. */
export function addShoulder(scene: SetScene): void {
  const actor = scene.framing.actors.find((a) => a.shoulder);
  if (actor === undefined) return;
  const { camera, stack, plan } = scene;
  const main = scene.framing.actors.find((a) => !a.shoulder);
  const facing = actor.facing;
  const perMetre = camera.scaleAt(camera.subjectM) * 1.55;
  const who = actor.person.appearance;
  const unit = who.heightM * perMetre;
  const edge = (camera.aspect / 2) * (main === undefined ? 1 : main.facing);
  const x = edge * 0.74;
  const skeleton = poseSkeleton('stand', who.age, 0.12);
  // Head a little above the middle of the frame's height, so that the shoulder fills the corner.
  const y = 0.3 + skeleton.head[1] * unit;
  stack.add(
    'shoulder',
    camera.subjectM * 0.62,
    (brush) => {
      const shade = {
        ...who,
        top: darken(who.top, 0.45),
        skin: darken(who.skin, 0.5),
        hairColour: darken(who.hairColour, 0.4),
      };
      paintFigure(
        brush,
        { ...actor.person, posture: 'stand', appearance: shade, speaking: false },
        { x, y, perMetre, facing, turn: 1.6, squash: 1 },
        plan.mood,
        null,
      );
      rimLight(brush);
    },
    { sway: { x, y: 1, lift: 0.0012, turnRad: 0.002, stretch: 0.002, periodS: 4.1, phase: 1 } },
  );
}

/** A thin edge of light on the side of the key, cut out of the layer's own silhouette. */
export function rimLight(brush: Brush): void {
  const amount = brush.look.light.rim;
  if (amount <= 0) return;
  const { ctx, px, light } = brush;
  const layer = ctx.canvas;
  const shift = Math.max(1, 0.0042 * px) * -light.side;
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  // Light drawn over the figure, then the figure itself, moved away from the light, over that: what stays is the rim.
  const rim = cloneCanvas(layer);
  const r = rim.getContext('2d');
  r.globalCompositeOperation = 'source-in';
  r.fillStyle = css(brush.tone(mix(light.key, hex('#ffffff'), 0.25), true), amount);
  r.fillRect(0, 0, rim.width, rim.height);
  r.globalCompositeOperation = 'destination-out';
  r.drawImage(layer, shift, Math.abs(shift) * 0.6);
  ctx.drawImage(rim, 0, 0);
  releaseAfterDrawing(rim, ctx);
  ctx.restore();
}

function cloneCanvas(source: Canvas): Canvas {
  const copy = createCanvas(source.width, source.height);
  copy.getContext('2d').drawImage(source, 0, 0);
  return copy;
}

function addSeat(scene: SetScene, actor: Actor, foot: Point, perMetre: number): void {
  const { stack, plan } = scene;
  if (plan.place === 'vehicle') return;
  const h = actor.person.appearance.heightM * perMetre;
  const d = actor.facing;
  stack.add('seat', actor.z * 1.02, (brush) => {
    const wood = hex('#6a4b33');
    const y = foot[1] - 0.245 * h;
    const [x] = foot;
    brush.fill(
      polygon(
        [x - d * 0.16 * h, y],
        [x + d * 0.14 * h, y],
        [x + d * 0.14 * h, y + 0.035 * h],
        [x - d * 0.16 * h, y + 0.035 * h],
      ),
      wood,
    );
    for (const a of [-0.14, 0.1])
      brush.fill(
        polygon(
          [x + d * a * h, y + 0.03 * h],
          [x + d * (a + 0.03) * h, y + 0.03 * h],
          [x + d * (a + 0.025) * h, foot[1]],
          [x + d * (a + 0.005) * h, foot[1]],
        ),
        darken(wood, 0.15),
      );
    if (plan.inside)
      brush.fill(
        curve(
          [x - d * 0.17 * h, y + 0.02 * h],
          [x - d * 0.2 * h, y - 0.28 * h],
          [x - d * 0.165 * h, y - 0.29 * h],
          [x - d * 0.135 * h, y],
        ),
        wood,
      );
  });
}

function holdThing(
  brush: Brush,
  kind: ThingKind,
  at: Point,
  unit: number,
  facing: 1 | -1,
  plays: boolean,
): void {
  const drawing = catalogue[kind];
  const perMetre = unit / 1.7;
  const size = drawing.heightM * perMetre * (drawing.heightM < 0.3 ? 1.25 : 1);
  if (plays) {
    drawing.paint(createSpot(brush, at[0] + facing * size * 0.95, at[1] + size * 0.36, size, facing, true));
    return;
  }
  const hangs = kind === 'lantern' || kind === 'rag' || kind === 'suitcase';
  drawing.paint(
    createSpot(
      brush,
      at[0] + facing * size * (hangs ? 0 : 0.2),
      at[1] + (hangs ? size * 1.02 : size * 0.3),
      size,
      facing,
      true,
    ),
  );
}
