import { darken, hex, lighten, mix, type Rgb } from '../../colour.ts';
import { capsule, curve, ellipse, lerp, type Point, polygon } from '../../geometry.ts';
import type { Appearance, Mood, Person } from '../../reading/stage-plan.ts';
import type { Brush } from '../brush.ts';
import type { BodyFrame } from './body-frame.ts';
import { headFrame } from './head-frame.ts';
import { paintGarmentDetail } from './paint-garment.ts';
import { paintHand } from './paint-hand.ts';
import { paintHead } from './paint-head.ts';
import { type Limbs, poseSkeleton } from './skeleton.ts';

export interface FigurePlace {
  /** Point between the feet, frame heights. */
  readonly x: number;
  readonly y: number;
  /** Frame heights per metre. */
  readonly perMetre: number;
  readonly facing: 1 | -1;
  readonly turn: number;
  /** Seen from above, bodies shorten. */
  readonly squash: number;
}

/** Draws a whole person; what lies outside the frame costs nothing to see. */
export function paintFigure(
  brush: Brush,
  person: Person,
  place: FigurePlace,
  mood: Mood,
  holds: ((brush: Brush, at: Point, unit: number, facing: 1 | -1) => void) | null,
): void {
  const who = person.appearance;
  const unit = who.heightM * place.perMetre;
  const turn = Math.min(1, place.turn);
  const spread = lerp(0.128, 0.055, turn) * who.build * (who.age === 'child' ? 0.95 : 1);
  const skeleton = poseSkeleton(person.posture, who.age, spread);
  const to = ([x, y]: Point): Point => [place.x + x * unit * place.facing, place.y - y * unit * place.squash];
  const body: BodyFrame = { unit, to, skeleton, spread };
  groundShadow(brush, place, unit);
  if (person.posture === 'lie') {
    paintLying(brush, who, body, place, mood);
    return;
  }
  paintLeg(brush, who, body, skeleton.far, true);
  paintArm(brush, who, body, skeleton.far, true);
  paintLeg(brush, who, body, skeleton.near, false);
  paintNeck(brush, who, body);
  paintTorso(brush, who, body, place.turn > 1.3);
  const [hx, hy] = to(skeleton.head);
  const frame = headFrame(hx, hy, skeleton.headHeight * unit, place.facing, skeleton.headTurnRad, place.turn);
  paintHead(brush, frame, who, mood, person.speaking);
  const nearHand = to(skeleton.near.hand);
  if (holds !== null) holds(brush, nearHand, unit, place.facing);
  paintArm(brush, who, body, skeleton.near, false);
}

function groundShadow(brush: Brush, place: FigurePlace, unit: number): void {
  const w = unit * 0.2;
  const tone = brush.tone(hex('#0a0c12'));
  const ctx = brush.ctx;
  ctx.save();
  ctx.globalAlpha = 0.34;
  ctx.fillStyle = `rgb(${tone.map((n) => Math.round(Math.max(0, n * 0.5))).join(',')})`;
  ctx.beginPath();
  ctx.ellipse(place.x - brush.light.side * w * 0.5, place.y, w * 1.3, w * 0.2, 0, 0, Math.PI * 2);
  ctx.fill();
  ctx.restore();
}

function limbWidths(who: Appearance): { arm: number; leg: number } {
  const b = who.build * (who.age === 'child' ? 1.08 : 1);
  return { arm: 0.033 * b, leg: 0.05 * b };
}

function paintLeg(brush: Brush, who: Appearance, body: BodyFrame, limb: Limbs, far: boolean): void {
  const { to, unit } = body;
  const w = limbWidths(who).leg * unit;
  const bare = who.age === 'child' || who.skirt;
  const cloth = far ? darken(who.bottom, 0.25) : who.bottom;
  const lower: Rgb = bare ? (far ? darken(who.skin, 0.2) : who.skin) : cloth;
  brush.fill(capsule(to(limb.knee), to(limb.foot), w * 0.72, w * 0.46), lower);
  brush.fill(capsule(to(limb.hip), to(limb.knee), w * 1.05, w * 0.78), cloth);
  const [fx, fy] = to(limb.foot);
  const dir = Math.sign(to([1, 0])[0] - to([0, 0])[0]);
  const boot = who.garment === 'raincoat' ? hex('#2f4a3c') : hex('#2b2522');
  if (who.garment === 'raincoat')
    brush.fill(
      capsule(
        to([lerp(limb.knee[0], limb.foot[0], 0.4), lerp(limb.knee[1], limb.foot[1], 0.4)]),
        [fx, fy],
        w * 0.72,
        w * 0.62,
      ),
      boot,
    );
  brush.fill(
    curve(
      [fx - dir * w * 0.6, fy - w * 0.5],
      [fx + dir * w * 0.4, fy - w * 0.5],
      [fx + dir * w * 1.7, fy + w * 0.02],
      [fx + dir * w * 1.6, fy + w * 0.34],
      [fx - dir * w * 0.7, fy + w * 0.34],
    ),
    far ? darken(boot, 0.2) : boot,
  );
}

function paintArm(brush: Brush, who: Appearance, body: BodyFrame, limb: Limbs, far: boolean): void {
  const { to, unit } = body;
  const w =
    limbWidths(who).arm *
    unit *
    (who.garment === 'coat' || who.garment === 'raincoat' || who.garment === 'robe' ? 1.3 : 1.08);
  const sleeve = far ? darken(who.top, 0.28) : lighten(who.top, 0.03);
  const wrist: Point = [lerp(limb.elbow[0], limb.hand[0], 0.93), lerp(limb.elbow[1], limb.hand[1], 0.93)];
  paintHand(
    brush,
    to(limb.elbow),
    to(limb.hand),
    0.043 * unit * (who.age === 'child' ? 1.1 : 1),
    far ? darken(who.skin, 0.2) : who.skin,
  );
  brush.fill(capsule(to(limb.elbow), to(wrist), w * 0.98, w * 0.74), sleeve);
  brush.fill(capsule(to(limb.shoulder), to(limb.elbow), w * 1.16, w), sleeve, { form: 0.8 });
  // The sleeve grows out of the garment: no seam where it starts.
  const [sx, sy] = to([limb.shoulder[0] + (far ? -0.016 : 0.016), limb.shoulder[1] - 0.004]);
  brush.fill(ellipse(sx, sy, w * 0.96, w * 0.9), sleeve, { line: 0, form: 0, plain: true });
  if (!far && unit * brush.px > 500) {
    const e = to(limb.elbow);
    brush.line(
      [
        [e[0] - w * 0.5, e[1] - w * 0.2],
        [e[0], e[1] + w * 0.1],
        [e[0] + w * 0.5, e[1] - w * 0.1],
      ],
      darken(sleeve, 0.4),
      unit * 0.003,
      { alpha: 0.6 },
    );
  }
}

function paintNeck(brush: Brush, who: Appearance, body: BodyFrame): void {
  const { skeleton, to, unit } = body;
  const w = 0.036 * unit * (who.age === 'child' ? 0.9 : who.build);
  brush.fill(
    capsule(
      to([skeleton.neck[0] - 0.005, skeleton.neck[1] - 0.03]),
      to([lerp(skeleton.neck[0], skeleton.head[0], 0.6), lerp(skeleton.neck[1], skeleton.head[1], 0.5)]),
      w * 1.25,
      w,
    ),
    darken(who.skin, 0.14),
  );
}

/** Chest, belly and the skirt of a coat, as one garment shape in the trunk's own direction. */
function paintTorso(brush: Brush, who: Appearance, body: BodyFrame, back: boolean): void {
  const { skeleton, to, spread, unit } = body;
  const s = skeleton;
  const nx = Math.cos(s.leanRad);
  const ny = -Math.sin(s.leanRad);
  const across = (p: Point, d: number, up = 0): Point => [
    p[0] + nx * d + Math.sin(s.leanRad) * up,
    p[1] + ny * d + Math.cos(s.leanRad) * up,
  ];
  const deep = 0.068 * who.build;
  const wide = Math.max(spread, deep) + 0.012;
  const waist = wide * (who.skirt ? 0.82 : 0.9) * (who.age === 'child' ? 1.05 : 1);
  const hip = wide * 0.96;
  const shoulderL = across(s.neck, -wide * 1.04, -0.048);
  const shoulderR = across(s.neck, wide * 1.02, -0.048);
  const mid: Point = [lerp(s.pelvis[0], s.chest[0], 0.42), lerp(s.pelvis[1], s.chest[1], 0.42)];
  const long = who.garment === 'coat' || who.garment === 'raincoat' || who.garment === 'robe';
  const hang = long ? (who.garment === 'robe' ? 0.44 : 0.25) : who.skirt ? 0.24 : 0.02;
  const seated = s.pelvis[1] < 0.36;
  const bottomY = seated ? -0.03 : -hang;
  const flare = long || who.skirt ? 1.3 : 1;
  const hemL: Point = [s.pelvis[0] - hip * flare, s.pelvis[1] + bottomY];
  const hemR: Point = [s.pelvis[0] + hip * flare, s.pelvis[1] + bottomY];
  if (who.skirt && !long) {
    brush.fill(
      curve(
        to(across(s.pelvis, -hip, 0.09)),
        to(across(s.pelvis, hip, 0.09)),
        to([hemR[0], hemR[1]]),
        to([lerp(hemL[0], hemR[0], 0.5), hemL[1] - 0.012]),
        to(hemL),
      ),
      who.garment === 'dress' ? who.top : who.bottom,
    );
    if (seated)
      brush.fill(
        capsule(
          to([s.near.hip[0], s.near.hip[1] + 0.02]),
          to([s.near.knee[0] - 0.02, s.near.knee[1]]),
          0.075 * unit,
          0.06 * unit,
        ),
        who.garment === 'dress' ? who.top : who.bottom,
      );
  }
  const lower: Point[] =
    long && !seated
      ? [hemR, [lerp(hemL[0], hemR[0], 0.5), hemL[1] - 0.01], hemL]
      : [across(s.pelvis, hip, -0.02), across(s.pelvis, 0, -0.03), across(s.pelvis, -hip, -0.02)];
  const top: Point[] = [
    across(s.neck, -0.045, 0.008),
    across(s.neck, 0.045, 0.008),
    across(s.neck, wide * 0.62, -0.012),
    shoulderR,
    across(s.chest, wide * 1.02, -0.03),
    across(mid, waist),
    ...lower,
    across(mid, -waist),
    across(s.chest, -wide * 1.04, -0.03),
    shoulderL,
    across(s.neck, -wide * 0.62, -0.012),
  ];
  brush.fill(curve(...top.map(to)), who.top, { form: 1.1 });
  if (who.garment === 'apron') {
    brush.fill(
      polygon(
        ...[
          across(s.chest, -wide * 0.5, 0.02),
          across(s.chest, wide * 0.6, 0.02),
          across(s.pelvis, hip * 0.8, 0),
          [hemR[0] * 0.8, hemR[1]] as Point,
          [hemL[0] * 0.6, hemL[1]] as Point,
          across(s.pelvis, -hip * 0.5, 0),
        ].map(to),
      ),
      mix(who.top, hex('#f2ead8'), 0.8),
    );
  }
  paintGarmentDetail(brush, who, body, across, wide, back);
}

function paintLying(brush: Brush, who: Appearance, body: BodyFrame, place: FigurePlace, mood: Mood): void {
  const { unit } = body;
  const dir = place.facing;
  const y = place.y - 0.09 * unit;
  brush.fill(
    capsule(
      [place.x - dir * 0.1 * unit, y],
      [place.x - dir * 0.52 * unit, y + 0.03 * unit],
      0.07 * unit,
      0.04 * unit,
    ),
    who.bottom,
  );
  brush.fill(
    capsule([place.x + dir * 0.2 * unit, y], [place.x - dir * 0.1 * unit, y], 0.1 * unit, 0.085 * unit),
    who.top,
  );
  brush.fill(
    capsule(
      [place.x + dir * 0.16 * unit, y + 0.02 * unit],
      [place.x - dir * 0.05 * unit, y + 0.05 * unit],
      0.04 * unit,
      0.032 * unit,
    ),
    lighten(who.top, 0.06),
  );
  const frame = headFrame(place.x + dir * 0.36 * unit, y - 0.01 * unit, 0.14 * unit, dir, -1.35, 0.6);
  paintHead(brush, frame, who, mood, false);
}
