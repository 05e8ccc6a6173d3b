import type { Coverage, Shot } from '../shot.ts';

/** A shot while it is planned: everything but its identity, its place in the film and its exact length. */
export interface ShotDraft
  extends Pick<
    Shot,
    | 'kind'
    | 'size'
    | 'angle'
    | 'move'
    | 'lensMm'
    | 'description'
    | 'subject'
    | 'dialogue'
    | 'setting'
    | 'place'
    | 'timeOfDay'
    | 'mood'
    | 'transitionOut'
  > {
  /** Keys of the cast. */
  readonly characters: readonly string[];
  readonly covers: readonly Coverage[];
  readonly seconds: number;
}

/** What a planner decides; the rest comes from the scene. */
export type DraftParts = Pick<ShotDraft, 'kind' | 'description' | 'covers' | 'seconds'> &
  Partial<Pick<ShotDraft, 'subject' | 'dialogue' | 'characters' | 'setting' | 'place' | 'mood'>> &
  Pick<ShotDraft, 'size' | 'angle' | 'move' | 'lensMm'>;
