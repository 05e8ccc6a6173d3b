/** Words of text, in English. */
export const text = {};
