import type { timeline as english } from '../en/timeline.ts';

/** Words of timeline, in German. */
export const timeline: typeof english = {};
