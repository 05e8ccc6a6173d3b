import type { Point } from '../../geometry.ts';
import type { Appearance, Posture } from '../../reading/stage-plan.ts';
import { poses } from './poses.ts';

/** Joints in body heights from the point between the feet: x forwards, y up. */
export interface Skeleton {
  readonly pelvis: Point;
  readonly chest: Point;
  readonly neck: Point;
  readonly head: Point;
  readonly headHeight: number;
  readonly headTurnRad: number;
  readonly leanRad: number;
  readonly near: Limbs;
  readonly far: Limbs;
}
export interface Limbs {
  readonly shoulder: Point;
  readonly elbow: Point;
  readonly hand: Point;
  readonly hip: Point;
  readonly knee: Point;
  readonly foot: Point;
}

const headHeights: Readonly<Record<Appearance['age'], number>> = {
  child: 0.19,
  young: 0.14,
  adult: 0.14,
  old: 0.146,
};
const rad = (degrees: number): number => (degrees * Math.PI) / 180;

function swing(from: Point, degrees: number, length: number): Point {
  return [from[0] + Math.sin(rad(degrees)) * length, from[1] - Math.cos(rad(degrees)) * length];
}

/**
 * @param spread half the distance of the shoulders as the camera sees it, body heights
 */
export function poseSkeleton(posture: Posture, age: Appearance['age'], spread: number): Skeleton {
  const pose = poses[posture];
  const headHeight = headHeights[age];
  const child = age === 'child';
  const leg = child ? 0.86 : 1;
  const pelvis: Point = [0, pose.pelvis * leg];
  const trunk = (child ? 0.29 : 0.295) + (1 - leg) * 0.26;
  const lean = rad(pose.lean + (age === 'old' ? 4 : 0));
  const along = (d: number): Point => [pelvis[0] + Math.sin(lean) * d, pelvis[1] + Math.cos(lean) * d];
  const chest = along(trunk * 0.8);
  const neck = along(trunk + 0.02);
  const headTurnRad = rad(pose.head) + lean * 0.35;
  const rise = headHeight * 0.5;
  const forwards = age === 'old' ? 0.02 : 0.008;
  const head: Point = [
    neck[0] + Math.sin(headTurnRad) * rise + forwards,
    neck[1] + Math.cos(headTurnRad) * rise,
  ];
  const limbs = (side: 1 | -1, arm: readonly [number, number], legs: readonly [number, number]): Limbs => {
    const top = along(trunk * 0.86);
    const shoulder: Point = [top[0] + side * spread, top[1]];
    const aim = side === -1 ? handTarget(posture, head, headHeight) : null;
    const elbow = aim === null ? swing(shoulder, arm[0], 0.165) : bend(shoulder, aim, 0.165);
    const hand = aim ?? swing(elbow, arm[1], 0.165);
    const hip: Point = [pelvis[0] + side * spread * 0.52, pelvis[1]];
    const knee = swing(hip, legs[0], 0.25 * leg);
    const foot = swing(knee, legs[1], 0.245 * leg);
    return { shoulder, elbow, hand, hip, knee, foot };
  };
  return {
    pelvis,
    chest,
    neck,
    head,
    headHeight,
    headTurnRad,
    leanRad: lean,
    near: limbs(-1, pose.nearArm, pose.nearLeg),
    far: limbs(1, pose.farArm, pose.farLeg),
  };
}

/** Where a hand has to be, whatever the arm's angles: at the mouth. */
function handTarget(posture: Posture, head: Point, headHeight: number): Point | null {
  return posture === 'cover-mouth' ? [head[0] + headHeight * 0.14, head[1] - headHeight * 0.5] : null;
}

/** The elbow of an arm with two equal bones that reaches from a shoulder to a point; it points down and back. */
function bend(from: Point, to: Point, bone: number): Point {
  const dx = to[0] - from[0];
  const dy = to[1] - from[1];
  const reach = Math.min(bone * 1.99, Math.hypot(dx, dy) || 1e-6);
  const out = Math.sqrt(Math.max(0, bone * bone - (reach / 2) ** 2));
  const length = Math.hypot(dx, dy) || 1e-6;
  return [
    from[0] + dx / 2 - (dy / length) * -out * 0.55,
    from[1] + dy / 2 - Math.abs(dx / length) * out - out * 0.62,
  ];
}

/** Height of the crown above the ground, body heights. */
export function headTopOf(posture: Posture, age: Appearance['age']): number {
  const skeleton = poseSkeleton(posture, age, 0.1);
  return skeleton.head[1] + skeleton.headHeight * 0.52;
}
