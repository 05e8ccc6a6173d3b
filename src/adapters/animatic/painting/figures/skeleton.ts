import type { Point } from '../../geometry.ts';
import type { Appearance, Posture } from '../../reading/stage-plan.ts';

/** Angles in degrees from hanging straight down, forwards positive. Pelvis height in body heights. */
interface Pose {
  readonly pelvis: number;
  readonly lean: number;
  readonly head: number;
  readonly nearArm: readonly [number, number];
  readonly farArm: readonly [number, number];
  readonly nearLeg: readonly [number, number];
  readonly farLeg: readonly [number, number];
}

const poses: Readonly<Record<Posture, Pose>> = {
  stand: {
    pelvis: 0.52,
    lean: 1,
    head: 0,
    nearArm: [-6, 8],
    farArm: [8, 16],
    nearLeg: [-3, -3],
    farLeg: [6, 4],
  },
  walk: {
    pelvis: 0.51,
    lean: 5,
    head: 2,
    nearArm: [-26, -8],
    farArm: [26, 42],
    nearLeg: [24, 6],
    farLeg: [-18, -38],
  },
  run: {
    pelvis: 0.49,
    lean: 17,
    head: 6,
    nearArm: [-52, 30],
    farArm: [44, 110],
    nearLeg: [52, -12],
    farLeg: [-32, -88],
  },
  sit: {
    pelvis: 0.29,
    lean: 6,
    head: 6,
    nearArm: [24, 62],
    farArm: [30, 70],
    nearLeg: [84, 4],
    farLeg: [78, -2],
  },
  kneel: {
    pelvis: 0.3,
    lean: 10,
    head: 16,
    nearArm: [28, 70],
    farArm: [34, 78],
    nearLeg: [14, -84],
    farLeg: [62, -4],
  },
  crouch: {
    pelvis: 0.23,
    lean: 36,
    head: 14,
    nearArm: [58, 44],
    farArm: [66, 50],
    nearLeg: [96, -42],
    farLeg: [84, -34],
  },
  lean: {
    pelvis: 0.5,
    lean: 24,
    head: -2,
    nearArm: [48, 58],
    farArm: [56, 70],
    nearLeg: [-4, -8],
    farLeg: [10, 2],
  },
  reach: {
    pelvis: 0.52,
    lean: 6,
    head: -4,
    nearArm: [92, 108],
    farArm: [6, 18],
    nearLeg: [-8, -8],
    farLeg: [10, 6],
  },
  hold: {
    pelvis: 0.52,
    lean: 3,
    head: 12,
    nearArm: [16, 92],
    farArm: [24, 96],
    nearLeg: [-3, -3],
    farLeg: [6, 4],
  },
  pull: {
    pelvis: 0.46,
    lean: -26,
    head: 14,
    nearArm: [62, 78],
    farArm: [70, 80],
    nearLeg: [44, 16],
    farLeg: [12, -26],
  },
  polish: {
    pelvis: 0.52,
    lean: 8,
    head: -6,
    nearArm: [112, 128],
    farArm: [40, 92],
    nearLeg: [-6, -6],
    farLeg: [10, 6],
  },
  'look-out': {
    pelvis: 0.52,
    lean: 3,
    head: -3,
    nearArm: [4, 12],
    farArm: [20, 60],
    nearLeg: [-4, -4],
    farLeg: [8, 5],
  },
  play: {
    pelvis: 0.52,
    lean: -5,
    head: -10,
    nearArm: [52, 138],
    farArm: [66, 124],
    nearLeg: [-6, -6],
    farLeg: [12, 8],
  },
  write: {
    pelvis: 0.52,
    lean: 3,
    head: -4,
    nearArm: [80, 132],
    farArm: [4, 20],
    nearLeg: [-3, -3],
    farLeg: [7, 4],
  },
  wave: {
    pelvis: 0.52,
    lean: -2,
    head: -6,
    nearArm: [152, 172],
    farArm: [-4, 10],
    nearLeg: [-6, -6],
    farLeg: [8, 6],
  },
  'cover-mouth': {
    pelvis: 0.52,
    lean: 2,
    head: 6,
    nearArm: [30, 150],
    farArm: [16, 84],
    nearLeg: [-3, -3],
    farLeg: [5, 3],
  },
  steer: {
    pelvis: 0.5,
    lean: 8,
    head: 0,
    nearArm: [54, 82],
    farArm: [64, 88],
    nearLeg: [-8, -8],
    farLeg: [14, 8],
  },
  lie: {
    pelvis: 0.09,
    lean: -84,
    head: -6,
    nearArm: [-60, -70],
    farArm: [-40, -80],
    nearLeg: [88, 92],
    farLeg: [84, 88],
  },
  laugh: {
    pelvis: 0.52,
    lean: -9,
    head: -18,
    nearArm: [22, 84],
    farArm: [14, 60],
    nearLeg: [-3, -3],
    farLeg: [7, 4],
  },
  palm: {
    pelvis: 0.52,
    lean: 4,
    head: -3,
    nearArm: [82, 120],
    farArm: [2, 12],
    nearLeg: [-5, -5],
    farLeg: [8, 5],
  },
};

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
