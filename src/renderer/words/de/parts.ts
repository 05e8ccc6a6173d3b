import type { parts as english } from '../en/parts.ts';

/** Words of parts, in German. */
export const parts: typeof english = {};
