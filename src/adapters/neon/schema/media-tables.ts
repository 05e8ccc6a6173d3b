import { sql } from 'drizzle-orm';
import { bigint, primaryKey, text } from 'drizzle-orm/pg-core';
import { allow, isMyEditableMedia, isMyMedia, reelwright } from './policies.ts';

/**
 * Files in the storage, each once for whoever owns it: `owner` is `u:` and a person's id, or `o:` and an organisation's. A file of
 * one owner is nothing to another, though they have the same bytes. `uploadId` is the storage's name of an upload in parts;
 * `storedAtMs` is null until the file was found there whole.
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
  },
  (table) => [
    primaryKey({ columns: [table.owner, table.sha256] }),
    allow('select', 'media_files', isMyMedia),
    allow(
      'insert',
      'media_files',
      sql`(${isMyEditableMedia}) and user_id = (select reelwright.claim('sub'))`,
    ),
    allow('update', 'media_files', isMyEditableMedia),
    allow('delete', 'media_files', isMyEditableMedia),
  ],
);
