import type { settings as english } from '../en/settings.ts';

/** Words of settings, in German. */
export const settings: typeof english = {};
