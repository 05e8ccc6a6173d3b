import type { ShotAngle, ShotSize } from '../../../domain/shots/shot.ts';
import { clamp } from '../geometry.ts';
import { headTopOf } from '../painting/figures/skeleton.ts';
import type { Random } from '../random.ts';
import type { Person, StagePlan } from '../reading/stage-plan.ts';
import { type Camera, createCamera, focalOf } from './camera.ts';

/** Somebody's place before the camera. */
export interface Actor {
  readonly person: Person;
  /** Metres from the picture's middle line, and away from the camera. */
  readonly x: number;
  readonly z: number;
  /** +1 looks to the right of the picture. */
  readonly facing: 1 | -1;
  /** 0 full face, 1 profile, 2 from behind. */
  readonly turn: number;
  /** Stands near the lens, seen over the shoulder. */
  readonly shoulder: boolean;
}

export interface Framing {
  /** The plan as this framing can show it. */
  readonly plan: StagePlan;
  readonly camera: Camera;
  readonly actors: readonly Actor[];
  /** Middle of the thing an insert shows, and its height, frame heights. */
  readonly hero: { readonly x: number; readonly y: number; readonly size: number };
}

/** Height of a standing adult in frame heights: where the frame's lower edge cuts the body. */
export const bodyHeights: Readonly<Record<ShotSize, number>> = {
  'extreme-wide': 0.15,
  wide: 0.5,
  full: 0.82,
  'medium-wide': 1.2,
  medium: 1.75,
  'medium-close': 2.55,
  close: 3.9,
  'extreme-close': 9,
};

const headRooms: Readonly<Record<ShotSize, number>> = {
  'extreme-wide': 0.5,
  wide: 0.3,
  full: 0.1,
  'medium-wide': 0.1,
  medium: 0.1,
  'medium-close': 0.09,
  close: 0.06,
  'extreme-close': -0.36,
};

const eyeHeightsM: Readonly<Record<ShotAngle, number>> = {
  eye: 1.52,
  low: 0.45,
  high: 3.1,
  overhead: 6,
  dutch: 1.35,
  'over-shoulder': 1.55,
  pov: 1.6,
};

/** With nobody in a room, what stands on its tables is what we look at. */
const tableTopY = 0.64;
const tableM = 0.86;

const isWide = (size: ShotSize): boolean => size === 'extreme-wide' || size === 'wide';

/** Where the camera stands and who is where in its picture. */
export function frameShot(given: StagePlan, aspect: number, random: Random): Framing {
  const plan = withHandsOutOfTheWay(given);
  const tall = Math.max(1.2, ...plan.people.map((p) => p.appearance.heightM));
  const count = plan.people.length;
  const overShoulder = plan.angle === 'over-shoulder' && count > 0;
  const inFrame = overShoulder ? 1 : Math.max(1, count);
  const narrow = clamp(aspect / (0.62 + 0.5 * (inFrame - 1)), 0.4, 1);
  const crowdFit = isWide(plan.size) ? 1 : narrow;
  const size = plan.people.length === 0 && plan.crowd === 0 && !isWide(plan.size) ? 'medium-wide' : plan.size;
  const perMetre = (bodyHeights[size] / 1.72) * (size === 'extreme-close' ? 1 : crowdFit);
  const subjectM = focalOf(plan.lensMm) / perMetre;
  const raise = isWide(plan.size) ? (plan.size === 'extreme-wide' ? 3.2 : 0.3) : 0;
  const eyeM = eyeHeightsM[plan.angle] + (plan.inside ? 0 : raise) - (tall < 1.4 ? 0.35 : 0);
  const reference = plan.people[0];
  const headTop =
    reference === undefined
      ? 1.72
      : headTopOf(reference.posture, reference.appearance.age) * reference.appearance.heightM;
  const lead = plan.people.reduce(
    (top, p) => Math.max(top, headTopOf(p.posture, p.appearance.age) * p.appearance.heightM),
    headTop,
  );
  let footY: number;
  if (plan.people.length === 0 && plan.inside && !isWide(plan.size)) footY = tableTopY + tableM * perMetre;
  else if (isWide(plan.size) || plan.people.length === 0)
    footY = plan.size === 'extreme-wide' ? 0.8 : random.between(0.84, 0.9);
  else footY = headRooms[plan.size] + (size === 'extreme-close' ? headTop : lead) * perMetre;
  let horizonY = footY - eyeM * perMetre;
  if (plan.angle === 'overhead') horizonY = Math.min(horizonY, -0.9);
  else if (plan.angle === 'high') horizonY = clamp(horizonY, -0.35, 0.22);
  else if (plan.angle === 'low') horizonY = clamp(horizonY, 0.62, 1.25);
  else horizonY = isWide(plan.size) || count === 0 ? clamp(horizonY, 0.4, 0.64) : clamp(horizonY, 0.2, 0.75);
  const vanishX = random.between(-0.22, 0.22) * Math.min(1.4, aspect);
  const camera = createCamera({
    aspect,
    lensMm: plan.lensMm,
    horizonY,
    vanishX,
    // The lens shift keeps feet where the framing wants them, so the eye height follows from the horizon.
    eyeM: (footY - horizonY) / perMetre,
    subjectM,
    rollRad: plan.angle === 'dutch' ? (random.chance(0.5) ? 1 : -1) * random.between(0.09, 0.14) : 0,
  });
  return { plan, camera, actors: placeActors(plan, camera, random), hero: placeHero(plan, aspect, random) };
}

const busyArms: ReadonlySet<string> = new Set([
  'reach',
  'polish',
  'pull',
  'write',
  'hold',
  'wave',
  'run',
  'palm',
  'steer',
  'crouch',
  'lean',
  'kneel',
  'walk',
]);

/** Near the face there is no room for what the arms do: the body stands, and the face tells it. */
function withHandsOutOfTheWay(plan: StagePlan): StagePlan {
  if (plan.size !== 'medium-close' && plan.size !== 'close' && plan.size !== 'extreme-close') return plan;
  return {
    ...plan,
    people: plan.people.map((p) => (busyArms.has(p.posture) ? { ...p, posture: 'stand' } : p)),
  };
}

function placeHero(plan: StagePlan, aspect: number, random: Random): Framing['hero'] {
  const sizes: Partial<Record<ShotSize, number>> = {
    'extreme-close': 0.95,
    close: 0.72,
    'medium-close': 0.58,
    medium: 0.5,
    full: 0.5,
  };
  const room = Math.min(1, aspect / 1.2);
  return {
    x: random.bell() * 0.24 * aspect,
    y: random.between(0.48, 0.58),
    size: (sizes[plan.size] ?? 0.42) * room * random.between(0.8, 1.1),
  };
}

function placeActors(plan: StagePlan, camera: Camera, random: Random): Actor[] {
  const { aspect, subjectM, vanishX } = camera;
  const perMetre = camera.scaleAt(subjectM);
  const toMetres = (screenX: number): number => (screenX - vanishX) / perMetre;
  const talking = plan.kind === 'dialogue' || plan.kind === 'reaction';
  const people = plan.people;
  const first = people[0];
  if (first === undefined) return [];
  const turnFor = (p: Person): number => {
    if (p.posture === 'look-out' || p.posture === 'palm') return random.between(0.7, 0.95);
    if (p.posture === 'run' || p.posture === 'walk' || p.posture === 'pull') return random.between(0.75, 1);
    return random.between(0.35, 0.7);
  };
  if (plan.angle === 'over-shoulder' && people.length >= 1) {
    const facing: 1 | -1 = first.sideKey < (people[1]?.sideKey ?? 0.5) ? 1 : -1;
    const near = people[1];
    const main: Actor = {
      person: first,
      x: toMetres(-facing * 0.16 * aspect),
      z: subjectM,
      facing,
      turn: 0.4,
      shoulder: false,
    };
    const shoulder: Actor = {
      person: near ?? first,
      x: 0,
      z: subjectM * 0.55,
      facing: facing === 1 ? -1 : 1,
      turn: 1.6,
      shoulder: true,
    };
    return near === undefined ? [main] : [main, shoulder];
  }
  if (people.length === 1) {
    const facing: 1 | -1 = talking ? (first.sideKey < 0.5 ? 1 : -1) : random.chance(0.5) ? 1 : -1;
    const close = plan.size === 'close' || plan.size === 'extreme-close';
    // Leading room: the face looks into the larger part of the frame.
    const third = (close ? 0.07 : plan.size === 'medium-close' ? 0.12 : 0.17) * aspect;
    const x = -facing * third * random.between(0.8, 1.15);
    return [{ person: first, x: toMetres(x), z: subjectM, facing, turn: turnFor(first), shoulder: false }];
  }
  const ordered = people.length === 2 ? [...people].sort((a, b) => a.sideKey - b.sideKey) : people;
  const spread = Math.min(0.3 * aspect, Math.max(0.2 * aspect, 0.16 * perMetre * people.length));
  return ordered.map((person, i) => {
    const t = ordered.length === 1 ? 0 : (i / (ordered.length - 1)) * 2 - 1;
    return {
      person,
      x: toMetres(t * spread + random.bell() * 0.02),
      z: subjectM * (1 + (i % 2) * random.between(0.04, 0.14)),
      facing: t < 0 ? 1 : -1,
      turn: random.between(0.45, 0.85),
      shoulder: false,
    };
  });
}
