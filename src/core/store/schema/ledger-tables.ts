import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Tables of the write path itself: who wrote what when, what can be undone, what is still to be sent. */

/**
 * The register clock of a row. `base` stamps every field that `fields` does not name, `fields` is JSON of the
 * later stamps by field, `deleted` is the stamp of its removal. A removed row keeps its clock, so that a late edit
 * from elsewhere can be told from a row never seen.
 */
export const rowClocks = sqliteTable(
  'row_clocks',
  {
    entity: text().notNull(),
    rowId: text().notNull(),
    base: text().notNull(),
    fields: text(),
    deleted: text(),
    /** JSON of a removed row of a mirrored project: its values stay in the registers. */
    remains: text(),
  },
  (table) => [primaryKey({ columns: [table.entity, table.rowId] })],
);

/**
 * Rows of mirrored projects that were written and not sent yet: this device's registers whose stamp is `since` or later, all
 * registers of the row where `since` is ''. `latest` is the stamp of the newest write. No values; they are read when they are sent.
 */
export const outbox = sqliteTable(
  'outbox',
  {
    projectId: text().notNull(),
    entity: text().notNull(),
    rowId: text().notNull(),
    since: text().notNull(),
    latest: text().notNull(),
    /** What `latest` was when the row last left, and the newest stamp of the batch that it left with. */
    sentAt: text(),
    sentWith: text(),
  },
  (table) => [
    primaryKey({ columns: [table.projectId, table.entity, table.rowId] }),
    index('outbox_in_order').on(table.projectId, table.latest),
  ],
);

/**
 * A person's edits, oldest first. `state` is `done`, `undone` (can be redone) or `superseded` (undone, then another
 * edit was made). `undoPatch` is what the undo really wrote: what a redo reverses. Patches are JSON text, long ones deflated.
 */
export const history = sqliteTable(
  'history',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    projectId: text().notNull(),
    deviceId: text().notNull(),
    stamp: text().notNull(),
    label: text().notNull(),
    state: text().notNull(),
    patch: text().notNull(),
    undoPatch: text(),
  },
  (table) => [index('history_of_project').on(table.projectId, table.deviceId, table.state, table.id)],
);

/** `deviceId`, `databaseId` and `lastStamp`. The schema's number is SQLite's own `user_version`. */
export const meta = sqliteTable('meta', {
  key: text().primaryKey().notNull(),
  value: text().notNull(),
});
