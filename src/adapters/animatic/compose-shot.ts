import type { PictureRequest } from '../../domain/jobs/generation-request.ts';
import type { Look } from './looks/look.ts';
import { chooseLook } from './looks/looks.ts';
import { addActors, addShoulder } from './painting/add-actors.ts';
import { addBeams, addWeather } from './painting/add-atmosphere.ts';
import { addCrowd } from './painting/add-crowd.ts';
import { addHandShot, addInsert } from './painting/add-insert.ts';
import { addStanding } from './painting/add-standing.ts';
import { addThings } from './painting/add-things.ts';
import { type Falloff, readFalloff } from './painting/falloff.ts';
import { createStack, type Part } from './painting/layers.ts';
import { type Light, readLight } from './painting/light.ts';
import { addFront, addSet } from './painting/sets/add-set.ts';
import type { SetScene } from './painting/sets/set-scene.ts';
import { createRandom, hashUnit } from './random.ts';
import { readStage } from './reading/read-stage.ts';
import type { StagePlan } from './reading/stage-plan.ts';
import type { Camera } from './staging/camera.ts';
import { frameShot } from './staging/frame-shot.ts';

/** A shot ready to be painted: its parts from back to front and the camera that sees them. */
export interface Composition {
  readonly plan: StagePlan;
  readonly camera: Camera;
  readonly light: Light;
  readonly look: Look;
  readonly parts: readonly Part[];
  readonly falloff: Falloff;
  /** Seeds whatever is drawn later; fixed by the request. */
  readonly seed: string;
}

/** Shots of one place keep its layout; everything else follows from the shot's own words and seed. */
export function composeShot(request: PictureRequest, aspect: number): Composition {
  const { brief } = request;
  const read = readStage(brief);
  const look = chooseLook(request.style);
  const seed = [
    request.seed,
    brief.sceneNumber,
    brief.shotNumber,
    brief.description,
    brief.size,
    brief.angle,
  ].join('|');
  const random = createRandom('shot', seed);
  const placeKey = (brief.place ?? read.place).toLowerCase();
  const light = readLight(read, hashUnit(`light:${placeKey}:${read.hour}`) < 0.5 ? -1 : 1);
  const framing = frameShot(read, aspect, random);
  const { plan } = framing;
  const stack = createStack();
  const scene: SetScene = {
    plan,
    framing,
    camera: framing.camera,
    light,
    stack,
    placeRandom: () => createRandom('place', placeKey),
    random,
    beacon: [],
    toneOf: (colour) => look.tone(colour),
    flip: random.chance(0.5) ? 1 : -1,
  };
  if (plan.hero !== null && plan.people.length === 0 && plan.crowd === 0 && isInsertLike(plan)) {
    addInsert(scene, plan.hero);
    if (usesWholeSet(plan)) addThings(scene);
  } else if (plan.hand !== null && plan.people.length === 0) {
    addHandShot(scene, plan.hand);
  } else {
    addSet(scene);
    addStanding(scene);
    addWeather(scene, 'behind');
    addThings(scene);
    addCrowd(scene);
    addActors(scene);
    addFront(scene);
    addShoulder(scene);
  }
  addBeams(scene);
  addWeather(scene, 'before');
  const lit = framing.actors.find((one) => !one.shoulder);
  const subjectX = lit === undefined ? framing.hero.x : framing.camera.project(lit.x, 0, lit.z)[0];
  const falloff = readFalloff(light, plan.inside, subjectX);
  return { plan, camera: framing.camera, light, look, parts: stack.parts, falloff, seed };
}

function isInsertLike(plan: StagePlan): boolean {
  if (plan.inside && plan.hero !== null && fixtures.has(plan.hero) && plan.kind !== 'insert') return false;
  return plan.size !== 'extreme-wide' && plan.size !== 'wide';
}

/** Belong to a room: seen in it, not alone. */
const fixtures = new Set(['bench', 'table', 'chair', 'door', 'window', 'bed', 'bulb', 'stairs']);
const largeHeroes = new Set([
  'lighthouse',
  'ship',
  'ferry',
  'church',
  'house',
  'tree',
  'gulls',
  'fog-wall',
  'moon',
  'buoy',
  'bell-rope',
]);
function usesWholeSet(plan: StagePlan): boolean {
  return plan.hero !== null && largeHeroes.has(plan.hero);
}
