import { integer, text } from 'drizzle-orm/sqlite-core';

/** A column of JSON text. Typed loosely on purpose: what a row holds is checked by its zod schema on the way in. */
export const json = () => text({ mode: 'json' });
export const flag = () => integer({ mode: 'boolean' });
export const id = () => text().primaryKey().notNull();
