/** Words of library, in English. */
export const library = {};
