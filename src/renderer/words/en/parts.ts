/** Words of parts, in English. */
export const parts = {};
