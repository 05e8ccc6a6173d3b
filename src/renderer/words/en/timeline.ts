/** Words of timeline, in English. */
export const timeline = {};
