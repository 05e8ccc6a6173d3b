/** Words of the Deliver page, in English. */
export const exportWords = {};
