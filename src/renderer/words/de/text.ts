import type { text as english } from '../en/text.ts';

/** Words of text, in German. */
export const text: typeof english = {};
