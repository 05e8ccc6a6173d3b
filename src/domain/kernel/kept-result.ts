/**
 * Before the id of a result that its provider gave in the answer and does not keep: it lies in a folder of the device that asked, and nobody
 * else can have it from anywhere.
 */
export const keptHerePrefix = 'kept-';
