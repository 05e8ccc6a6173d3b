import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { flag, id, json } from './columns.ts';

/** Tables of sync: what met, and how far each mirrored project is. */

export const conflicts = sqliteTable(
  'conflicts',
  {
    id: id(),
    projectId: text().notNull(),
    entity: text().notNull(),
    rowId: text().notNull(),
    field: text(),
    value: json(),
    stamp: text().notNull(),
    winnerValue: json(),
    winnerStamp: text().notNull(),
    metAtMs: integer().notNull(),
    resolvedAtMs: integer(),
  },
  (table) => [index('conflicts_in_project').on(table.projectId, table.metAtMs, table.id)],
);

/**
 * The projects that are mirrored, or were (`active` 0): deletions of those are still noted, so that a project that is mirrored
 * again does not get back what was deleted in between. Machine state.
 */
export const syncPlaces = sqliteTable('sync_places', {
  projectId: text().primaryKey().notNull(),
  active: flag().notNull(),
  /** The number of the service up to which everything was merged. */
  cursor: integer().notNull(),
  /** Where the next page of a pull that is not at its end begins; null while none is under way. */
  pageFrom: integer(),
  /** The newest batch that the service is known to have applied. */
  batch: integer().notNull(),
  /** A batch under way, and the newest stamp in it; null while there is none. */
  sentBatch: integer(),
  sentUpTo: text(),
  /** JSON: what the tries of this batch were called, in order. */
  sentIds: text(),
  /** The schema's number when the cursor was saved: a newer version reads all again, for the fields it did not know. */
  schema: integer().notNull(),
});

/** The files that a mirrored project has told of. They belong to no project, so that each tells of its own. */
export const syncAssets = sqliteTable(
  'sync_assets',
  { projectId: text().notNull(), assetId: text().notNull() },
  (table) => [primaryKey({ columns: [table.projectId, table.assetId] })],
);
