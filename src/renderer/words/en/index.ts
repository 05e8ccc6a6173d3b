import { activities } from './activities.ts';
import { casting } from './casting.ts';
import { commands } from './commands.ts';
import { exportWords } from './export.ts';
import { generating } from './generating.ts';
import { library } from './library.ts';
import { models } from './models.ts';
import { paidClips } from './paid-clips.ts';
import { parts } from './parts.ts';
import { placedSound } from './placed-sound.ts';
import { providerHealth } from './provider-health.ts';
import { queue } from './queue.ts';
import { queueAgain } from './queue-again.ts';
import { queueStates } from './queue-states.ts';
import { remaking } from './remaking.ts';
import { review } from './review.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { shots } from './shots.ts';
import { sound } from './sound.ts';
import { systemNotices } from './system-notices.ts';
import { takes } from './takes.ts';
import { text } from './text.ts';
import { timeline } from './timeline.ts';
import { viewer } from './viewer.ts';

export const en = {
  shell,
  commands,
  library,
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
  activities,
  parts,
  viewer,
  queue,
  queueAgain,
  queueStates,
  paidClips,
  providerHealth,
  systemNotices,
};
