/**
 * How many migrations the studio's database has (a test of the store holds it to that): by this number a push says which fields it
 * knows, and a service which values it can judge.
 */
export const schemaNumber = 12;
