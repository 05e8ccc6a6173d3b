import type { Shot } from './shot.ts';

/** What a shot has before anybody directed or generated it. */
export const untaken = {
  promptOverride: null,
  promptParts: {},
  seed: null,
  chosenStillId: null,
  chosenClipId: null,
  chosenSpeechId: null,
  approvedStillId: null,
} as const satisfies Partial<Shot>;

/** Fields of a shot that name a take. */
export const chosenTakeFields = [
  'chosenStillId',
  'chosenClipId',
  'chosenSpeechId',
  'approvedStillId',
] as const;
