import type { library as english } from '../en/library.ts';

/** Words of library, in German. */
export const library: typeof english = {};
