/** Words of activities, in English. */
export const activities = {};
