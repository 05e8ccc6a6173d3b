import type { ClipItem } from './records.ts';

/** A clip that is no sound of the story: nothing to follow, and nothing stands in for it. */
export const plainSound = {
  soundOf: null,
  loops: false,
  ducks: true,
  scratch: false,
} as const satisfies Partial<ClipItem>;
