import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { flag, id, json } from './columns.ts';

export const tracks = sqliteTable(
  'tracks',
  {
    id: id(),
    projectId: text().notNull(),
    order: text().notNull(),
    kind: text().notNull(),
    name: text().notNull(),
    muted: flag().notNull(),
    hidden: flag().notNull(),
    role: text(),
    ducks: flag().notNull().default(false),
    assembled: json(),
  },
  (table) => [index('tracks_in_project').on(table.projectId, table.order, table.id)],
);

/** One table for the four kinds of item. What only some kinds have is null for the others, and left out of their rows. */
export const items = sqliteTable(
  'items',
  {
    id: id(),
    projectId: text().notNull(),
    trackId: text().notNull(),
    order: text().notNull(),
    durationFlicks: integer().notNull(),
    anchor: json(),
    kind: text().notNull(),
    assetId: text(),
    shotId: text(),
    sourceInFlicks: integer(),
    sourceLengthFlicks: integer(),
    fit: text(),
    opacity: real(),
    gainDb: real(),
    fadeInFlicks: integer(),
    fadeOutFlicks: integer(),
    muted: flag(),
    soundOf: json(),
    loops: flag(),
    ducks: flag(),
    scratch: flag(),
    text: text(),
    style: text(),
    speaker: text(),
    assembled: json(),
  },
  (table) => [index('items_in_project').on(table.projectId, table.order, table.id)],
);

export const transitions = sqliteTable(
  'transitions',
  {
    id: id(),
    projectId: text().notNull(),
    leftItemId: text().notNull(),
    kind: text().notNull(),
    durationFlicks: integer().notNull(),
    assembled: json(),
  },
  (table) => [index('transitions_in_project').on(table.projectId)],
);
