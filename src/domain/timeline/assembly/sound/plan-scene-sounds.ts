import { deriveId } from '../../../kernel/derive-id.ts';
import { ItemId, type ProjectId, type SceneId, type ShotId } from '../../../kernel/ids.ts';
import { type FrameRate, frameFlicks, secondsToFlicks, snapToFrame } from '../../../kernel/time.ts';
import type { Scene } from '../../../scenes/scene.ts';
import type { Shot } from '../../../shots/shot.ts';
import type { Anchor, SoundOf } from '../../records.ts';
import type { AssemblyInput } from '../assembly-input.ts';
import { findMoment } from './find-moment.ts';
import type { SceneRun } from './scene-runs.ts';
import { framesFor, type SoundMedium, soundMedium } from './sound-medium.ts';

/** Music is a bed: this much below what it was mastered at, and lower still under dialogue. */
const musicGainDb = -6;
const effectGainDb = -3;
/** Music comes slowly and goes more slowly; an effect that the scene cuts off does not click. */
const musicInSeconds = 1;
const musicOutSeconds = 2;
const effectOutSeconds = 0.4;

/** What assembly wants of the music or of one effect of a scene. */
export interface SceneSoundPlan {
  readonly id: ItemId;
  readonly sound: SoundOf;
  readonly role: 'music' | 'effects';
  /** Null while no take is chosen. */
  readonly medium: SoundMedium | null;
  readonly gainDb: number;
  readonly loops: boolean;
  /** Null where the scene is not in the film, or nothing is chosen. */
  readonly place: {
    readonly startFlicks: number;
    readonly anchor: Anchor;
    readonly durationFlicks: number;
    readonly fadeInFlicks: number;
    readonly fadeOutFlicks: number;
  } | null;
}

export function sceneSoundIdOf(projectId: ProjectId, sound: SoundOf): ItemId {
  switch (sound.what) {
    case 'speech':
      return ItemId.parse(deriveId('item', projectId, 'speech', sound.shotId));
    case 'music':
      return ItemId.parse(deriveId('item', projectId, 'music', sound.sceneId));
    case 'effect':
      return ItemId.parse(deriveId('item', projectId, 'effect', sound.sceneId, sound.effectId));
  }
}

/**
 * Music from a scene's first to its last clip. A shorter piece begins again with a cross-fade: music that a model makes is as
 * long as the model likes, and a scene that falls silent in its middle sounds like a fault. A longer one ends with a fade.
 */
export function planMusic(input: AssemblyInput, scene: Scene, run: SceneRun | null): SceneSoundPlan {
  const sound = { what: 'music', sceneId: scene.id } as const;
  const medium = soundMedium(scene.chosenMusicId, input);
  const { rate } = input;
  const place = (): SceneSoundPlan['place'] => {
    if (run === null || medium === null) return null;
    const durationFlicks = run.endFlicks - run.startFlicks;
    return {
      startFlicks: run.startFlicks,
      anchor: { to: 'item', itemId: run.firstItemId, offsetFlicks: 0 },
      durationFlicks,
      fadeInFlicks: fadeOf(musicInSeconds, durationFlicks, rate),
      fadeOutFlicks: fadeOf(musicOutSeconds, durationFlicks, rate),
    };
  };
  const id = sceneSoundIdOf(input.projectId, sound);
  return { id, sound, role: 'music', medium, gainDb: musicGainDb, loops: true, place: place() };
}

/** The effects of a scene, each from the clip that it belongs to, for as long as it is or the scene lasts. */
export function planEffects(
  input: AssemblyInput,
  scene: Scene,
  run: SceneRun | null,
  shots: ReadonlyMap<ShotId, Shot>,
): SceneSoundPlan[] {
  const { rate } = input;
  return scene.effects.map(({ id: effectId, prompt, chosenTakeId }) => {
    const sound = { what: 'effect', sceneId: scene.id, effectId } as const;
    const medium = soundMedium(chosenTakeId, input);
    const place = (): SceneSoundPlan['place'] => {
      const moment = run === null ? null : findMoment(prompt, run, shots);
      if (run === null || moment === null || medium === null) return null;
      const whole = framesFor(medium.sourceLengthFlicks, rate);
      const durationFlicks = Math.min(whole, run.endFlicks - moment.startFlicks);
      return {
        startFlicks: moment.startFlicks,
        anchor: { to: 'item', itemId: moment.itemId, offsetFlicks: 0 },
        durationFlicks,
        fadeInFlicks: 0,
        fadeOutFlicks: durationFlicks < whole ? fadeOf(effectOutSeconds, durationFlicks, rate) : 0,
      };
    };
    const id = sceneSoundIdOf(input.projectId, sound);
    return { id, sound, role: 'effects', medium, gainDb: effectGainDb, loops: false, place: place() };
  });
}

/** A fade of that length, or of a third of what it is in. */
function fadeOf(seconds: number, lengthFlicks: number, rate: FrameRate): number {
  const frame = frameFlicks(rate);
  const third = Math.floor(lengthFlicks / 3 / frame) * frame;
  return Math.min(third, snapToFrame(secondsToFlicks(seconds), rate));
}

/** The scene of every shot. */
export function scenesOfShots(shots: readonly Shot[]): Map<ShotId, SceneId> {
  return new Map(shots.map((shot) => [shot.id, shot.sceneId]));
}
