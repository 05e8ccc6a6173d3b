import type { exportWords as english } from '../en/export.ts';

/** Words of the Deliver page, in German. */
export const exportWords: typeof english = {};
