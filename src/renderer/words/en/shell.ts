/** Words of shell, in English. */
export const shell = {};
