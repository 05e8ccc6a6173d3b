import type { shots as english } from '../en/shots.ts';

/** Words of shots, in German. */
export const shots: typeof english = {};
