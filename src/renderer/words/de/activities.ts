import type { activities as english } from '../en/activities.ts';

/** Words of activities, in German. */
export const activities: typeof english = {};
