import { casting } from './casting.ts';
import { exportWords } from './export.ts';
import { generating } from './generating.ts';
import { models } from './models.ts';
import { paidClips } from './paid-clips.ts';
import { placedSound } from './placed-sound.ts';
import { providerHealth } from './provider-health.ts';
import { queueAgain } from './queue-again.ts';
import { queueStates } from './queue-states.ts';
import { remaking } from './remaking.ts';
import { review } from './review.ts';
import { settings } from './settings.ts';
import { shots } from './shots.ts';
import { sound } from './sound.ts';
import { systemNotices } from './system-notices.ts';
import { takes } from './takes.ts';
import { text } from './text.ts';
import { timeline } from './timeline.ts';
import { viewer } from './viewer.ts';

/** Words of pages and dialogs that are loaded when they are first shown, and come a moment after the first look. */
export const pages = {
  text,
  shots,
  generating,
  casting,
  remaking,
  review,
  sound,
  placedSound,
  takes,
  models,
  timeline,
  export: exportWords,
  settings,
  viewer,
  queueAgain,
  queueStates,
  paidClips,
  providerHealth,
  systemNotices,
};
