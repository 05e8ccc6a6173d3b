/** Words of shots, in English. */
export const shots = {};
