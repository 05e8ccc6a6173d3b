import type { SpeechState } from '../../../state/shot-speech.ts';
import type { DotState } from '../../../ui/state-dot.tsx';

/** How far a spoken line has come, as a mark. */
export const speechDots = {
  none: 'none',
  missing: 'none',
  current: 'done',
  outdated: 'stale',
  making: 'running',
  failed: 'failed',
} as const satisfies Readonly<Record<SpeechState, DotState>>;

/** The same of music and effects. */
export const lineDots = { made: 'done', 'to-make': 'none', 'under-way': 'running', ended: 'failed' } as const;
