import type { ChosenModel } from '../../../domain/assets/current-sound.ts';
import type { SoundMaker } from '../../../domain/jobs/build-sound-requests.ts';
import type { CommissionMaker } from '../../../domain/jobs/commission.ts';
import type { Project } from '../../../domain/project/project.ts';
import type { Maker } from './find-maker.ts';

/** A maker of music or effects, with the length it can make and what a person chose of it. */
export interface SceneSoundMaker extends SoundMaker {
  readonly mostSeconds: number | null;
  /** The model that somebody named; null where any is as good. */
  readonly chosen: ChosenModel;
}

export function soundMakerOf(
  { generator: { provider }, model, facts }: Maker,
  { modelChoices }: Project,
  kind: 'music' | 'effect',
  wish: CommissionMaker | null,
): SceneSoundMaker {
  const choice = modelChoices[kind];
  const isProjects = choice?.provider === provider && choice.model === model;
  return {
    provider,
    model,
    ...(isProjects ? { extra: choice.extra } : {}),
    mostSeconds: facts?.mostSeconds ?? null,
    chosen: wish?.model != null ? { provider, model } : (choice ?? null),
  };
}
