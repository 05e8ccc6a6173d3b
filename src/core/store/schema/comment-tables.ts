import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { json } from './columns.ts';

/** Tables of what was said of mirrored projects' cuts: it is the service's, and kept here to be read and answered without it. */

/** Comments as far as they were heard, and those that were written here. One that was removed stays as a mark, for windows. */
export const filmComments = sqliteTable(
  'film_comments',
  {
    projectId: text().notNull(),
    commentId: text().notNull(),
    /** Counts up in the project with every change that a window sees. */
    revision: integer().notNull(),
    /** As the service says it; null where it has not heard of it, or it was removed. */
    comment: json(),
  },
  (table) => [
    primaryKey({ columns: [table.projectId, table.commentId] }),
    index('film_comments_by_revision').on(table.projectId, table.revision),
  ],
);

/** What was said and done about comments here and has not been told to the service, in order. */
export const commentIntents = sqliteTable(
  'comment_intents',
  {
    n: integer().primaryKey({ autoIncrement: true }),
    projectId: text().notNull(),
    commentId: text().notNull(),
    intent: json().notNull(),
    /** Why the service did not take it, in a sentence; null while it waits. */
    refusal: text(),
  },
  (table) => [index('comment_intents_in_order').on(table.projectId, table.n)],
);

/** Up to which change of the service everything was heard. */
export const commentPlaces = sqliteTable('comment_places', {
  projectId: text().primaryKey().notNull(),
  seq: integer().notNull(),
});
