import { sql } from 'drizzle-orm';
import { bigint, foreignKey, index, integer, primaryKey, text } from 'drizzle-orm/pg-core';
import { allow, isKeeper, isMyEditableMedia, isMyMedia, reelwright } from './policies.ts';

/**
 * Files in the storage, each once for whoever owns it: `owner` is `u:` and a person's id, or `o:` and an organisation's. A file of
 * one owner is nothing to another, though they have the same bytes. `objectKey` is its name in the storage, which no other file ever
 * gets; null for one of before, whose name is made of owner and hash. `uploadId` is the storage's name of an upload in parts;
 * `storedAtMs` is null until the file was found there whole, and so long `begunAtMs` is when somebody last began to send it.
 * `unusedSinceMs`: since when no project of the owner has it.
 */
export const mediaFiles = reelwright.table(
  'media_files',
  {
    owner: text().notNull(),
    sha256: text().notNull(),
    bytes: bigint({ mode: 'number' }).notNull(),
    mime: text().notNull(),
    userId: text('user_id').notNull(),
    uploadId: text('upload_id'),
    begunAtMs: bigint('begun_at_ms', { mode: 'number' }).notNull(),
    storedAtMs: bigint('stored_at_ms', { mode: 'number' }),
    objectKey: text('object_key'),
    unusedSinceMs: bigint('unused_since_ms', { mode: 'number' }),
  },
  (table) => [
    primaryKey({ columns: [table.owner, table.sha256] }),
    allow('select', 'media_files', sql`${isMyMedia} or ${isKeeper}`),
    allow(
      'insert',
      'media_files',
      sql`(${isMyEditableMedia}) and user_id = (select reelwright.claim('sub'))`,
    ),
    allow('update', 'media_files', isMyEditableMedia),
    allow('delete', 'media_files', isMyEditableMedia),
  ],
);

/** Parts that a storage has which tells nobody of them: what it called each, as whoever sent it told. */
export const mediaParts = reelwright.table(
  'media_parts',
  {
    owner: text().notNull(),
    sha256: text().notNull(),
    number: integer().notNull(),
    uploadId: text('upload_id').notNull(),
    bytes: bigint({ mode: 'number' }).notNull(),
    etag: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.owner, table.sha256, table.number] }),
    foreignKey({
      columns: [table.owner, table.sha256],
      foreignColumns: [mediaFiles.owner, mediaFiles.sha256],
    }).onDelete('cascade'),
    allow('select', 'media_parts', isMyMedia),
    allow('insert', 'media_parts', isMyEditableMedia),
    allow('update', 'media_parts', isMyEditableMedia),
    allow('delete', 'media_parts', isMyEditableMedia),
  ],
);

/** What is to be removed from the storage and belongs to no row any more; the row goes when it was. Not before `dueAtMs`. */
export const mediaRemovals = reelwright.table(
  'media_removals',
  {
    objectKey: text('object_key').primaryKey(),
    owner: text().notNull(),
    uploadId: text('upload_id'),
    dueAtMs: bigint('due_at_ms', { mode: 'number' }).notNull(),
  },
  (table) => [
    index('media_removals_due').on(table.dueAtMs),
    allow('select', 'media_removals', sql`${isMyMedia} or ${isKeeper}`),
    allow('insert', 'media_removals', isMyEditableMedia),
    allow('update', 'media_removals', isKeeper),
    allow('delete', 'media_removals', isKeeper),
  ],
);
