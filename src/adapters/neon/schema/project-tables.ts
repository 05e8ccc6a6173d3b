import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, json, primaryKey, text } from 'drizzle-orm/pg-core';
import { type EntityName, entityNames, type JsonValue } from '../../../domain/kernel/patch.ts';
import type { PushAnswer } from '../../../domain/sync/sync-messages.ts';
import {
  allow,
  isEditable,
  isMine,
  isOfEditableProject,
  isOfVisibleProject,
  isOwnedOrOver,
  isVisibleOrRemoved,
  reelwright,
} from './policies.ts';

/**
 * A mirrored project. `head` is the newest number that one of its registers has; the row's lock is what writers of the project
 * stand in line for. `schema` is the highest number of a studio's schema that wrote it. Times are milliseconds since 1970.
 */
export const projects = reelwright.table(
  'projects',
  {
    id: text().primaryKey(),
    title: text().notNull(),
    ownerUserId: text('owner_user_id').notNull(),
    organisationId: text('organisation_id'),
    schema: integer().notNull().default(0),
    head: bigint({ mode: 'number' }).notNull().default(0),
    createdAtMs: bigint('created_at_ms', { mode: 'number' }).notNull(),
    changedAtMs: bigint('changed_at_ms', { mode: 'number' }).notNull(),
    deletedAtMs: bigint('deleted_at_ms', { mode: 'number' }),
    /** When it was taken from the service; kept, and seen by nobody but whoever may bring it back, for thirty days. */
    removedAtMs: bigint('removed_at_ms', { mode: 'number' }),
  },
  (table) => [
    index('projects_of_user').on(table.ownerUserId),
    index('projects_of_organisation').on(table.organisationId),
    allow('select', 'projects', isVisibleOrRemoved),
    allow('insert', 'projects', sql`(${isEditable}) and owner_user_id = (select reelwright.claim('sub'))`),
    allow('update', 'projects', isEditable),
    allow('delete', 'projects', isOwnedOrOver),
  ],
);

/**
 * The registers of a row: docs/sync.md, "What travels". `seq` is the newest number in the row, `rowSeq` that of its base and
 * deletion, and `seqs` names those of the fields that have another than `rowSeq`. Values are `json`, not `jsonb`, which refuses
 * characters that a text may hold (U+0000).
 */
export const syncRows = reelwright.table(
  'sync_rows',
  {
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    entity: text().$type<EntityName>().notNull(),
    rowId: text('row_id').notNull(),
    base: text().notNull(),
    deleted: text(),
    values: json().$type<Readonly<Record<string, JsonValue>>>().notNull(),
    stamps: json().$type<Readonly<Record<string, string>>>().notNull(),
    rowSeq: bigint('row_seq', { mode: 'number' }).notNull(),
    seqs: json().$type<Readonly<Record<string, number>>>().notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.projectId, table.entity, table.rowId] }),
    index('sync_rows_by_seq').on(table.projectId, table.seq),
    check('sync_rows_entity', sql.raw(`entity in (${entityNames.map((name) => `'${name}'`).join(', ')})`)),
    allow('select', 'sync_rows', isOfVisibleProject),
    allow('insert', 'sync_rows', isOfEditableProject),
    allow('update', 'sync_rows', isOfEditableProject),
  ],
);

/** The newest batch of each device, with its answer, which is given again when the batch comes again. */
export const devices = reelwright.table(
  'devices',
  {
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    device: text().notNull(),
    userId: text('user_id').notNull(),
    batch: bigint({ mode: 'number' }).notNull(),
    /** What the device called the batch: another of the same number is of a copy of its data folder. */
    batchId: text('batch_id'),
    /** What its person calls it; '' where it was never told. */
    name: text().notNull().default(''),
    answer: json().$type<PushAnswer>().notNull(),
    seenAtMs: bigint('seen_at_ms', { mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.projectId, table.device] }),
    allow('select', 'devices', isOfVisibleProject),
    allow('insert', 'devices', isOfEditableProject),
    allow('update', 'devices', isOfEditableProject),
    allow('delete', 'devices', isMine('user_id')),
  ],
);
