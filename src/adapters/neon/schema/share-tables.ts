import { sql } from 'drizzle-orm';
import { type AnyPgColumn, bigint, index, integer, json, primaryKey, text } from 'drizzle-orm/pg-core';
import type { CutShot } from '../../../domain/sync/share-messages.ts';
import { allow, isOfEditableProject, isOfVisibleProject, reelwright } from './policies.ts';
import { projects } from './project-tables.ts';

const live = sql.raw(
  `revoked_at_ms is null and (expires_at_ms is null or expires_at_ms > (select reelwright.claim('now'))::bigint)`,
);
const isMyLink = sql.raw(`token_hash = (select reelwright.claim('share'))`);
/** Rows of the project that a watcher's link is for. Whether the link still holds, the policy of `shares` says. */
const isOfWatchedProject = sql.raw(
  `project_id in (select project_id from reelwright.shares where token_hash = (select reelwright.claim('share')))`,
);
/** The same, where comments by that link are not closed. */
const mayBeSaidByLink = sql.raw(
  `project_id in (select project_id from reelwright.shares where token_hash = (select reelwright.claim('share')) and comments_closed_at_ms is null)`,
);
const ofProject = () =>
  text('project_id')
    .notNull()
    .references(() => projects.id, { onDelete: 'cascade' });

/** Links by which anybody may watch a project's cut. Of the token only SHA-256 in hex is kept, of the password only scrypt. */
export const shares = reelwright.table(
  'shares',
  {
    id: text().primaryKey(),
    projectId: ofProject(),
    title: text().notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    passwordHash: text('password_hash'),
    createdBy: text('created_by').notNull(),
    createdAtMs: bigint('created_at_ms', { mode: 'number' }).notNull(),
    expiresAtMs: bigint('expires_at_ms', { mode: 'number' }),
    revokedAtMs: bigint('revoked_at_ms', { mode: 'number' }),
    /** Since when nobody may say anything by it; who has it may still watch. */
    commentsClosedAtMs: bigint('comments_closed_at_ms', { mode: 'number' }),
  },
  (table) => [
    index('shares_of_project').on(table.projectId),
    allow('select', 'shares', sql`(${isOfEditableProject}) or (${isMyLink} and ${live})`),
    allow(
      'insert',
      'shares',
      sql`(${isOfEditableProject}) and created_by = (select reelwright.claim('sub'))`,
    ),
    allow('update', 'shares', isOfEditableProject),
  ],
);

/** The film of a project that its links show: one a project. `shots` says which shot is where in it. */
export const cuts = reelwright.table(
  'cuts',
  {
    projectId: ofProject().primaryKey(),
    /** SHA-256 of the file, in hex. */
    sha256: text().notNull(),
    /** Its name in the storage, for those who may see the cut and not the owner's files; null for one of before, which is nowhere. */
    objectKey: text('object_key'),
    bytes: bigint({ mode: 'number' }).notNull(),
    durationMs: integer('duration_ms').notNull(),
    shots: json().$type<readonly CutShot[]>().notNull(),
    publishedBy: text('published_by').notNull(),
    publishedAtMs: bigint('published_at_ms', { mode: 'number' }).notNull(),
    /** When the timeline was as the cut shows it; null where its maker did not say. */
    madeAtMs: bigint('made_at_ms', { mode: 'number' }),
    /** WebVTT; null where it has none, or they are in the picture. */
    captions: text(),
    /** A JPEG in base64, shown until the film plays. */
    poster: text(),
  },
  () => [
    allow('select', 'cuts', sql`(${isOfVisibleProject}) or ${isOfWatchedProject}`),
    allow('insert', 'cuts', isOfEditableProject),
    allow('update', 'cuts', isOfEditableProject),
  ],
);

/**
 * What was said of a cut, by watchers (`userId` null) and by its makers. `atMs` is the place in the cut that was seen, `shotId`
 * and `shotOffsetMs` the shot that stood there and the place in it. An answer has a parent and no place of its own. `seq` counts
 * up in the project with every comment and every change of one.
 */
export const comments = reelwright.table(
  'comments',
  {
    projectId: ofProject(),
    id: text().notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    shareId: text('share_id').references((): AnyPgColumn => shares.id, { onDelete: 'set null' }),
    parentId: text('parent_id'),
    userId: text('user_id'),
    name: text().notNull(),
    text: text().notNull(),
    atMs: integer('at_ms'),
    shotId: text('shot_id'),
    shotOffsetMs: integer('shot_offset_ms'),
    createdAtMs: bigint('created_at_ms', { mode: 'number' }).notNull(),
    resolvedAtMs: bigint('resolved_at_ms', { mode: 'number' }),
    removedAtMs: bigint('removed_at_ms', { mode: 'number' }),
    /** The take that was made because of it. */
    takeId: text('take_id'),
  },
  (table) => [
    primaryKey({ columns: [table.projectId, table.id] }),
    index('comments_by_seq').on(table.projectId, table.seq),
    allow('select', 'comments', sql`(${isOfVisibleProject}) or ${isOfWatchedProject}`),
    allow(
      'insert',
      'comments',
      sql`((${isOfVisibleProject}) and user_id = (select reelwright.claim('sub'))) or (${mayBeSaidByLink} and user_id is null and resolved_at_ms is null and take_id is null)`,
    ),
    allow('update', 'comments', isOfEditableProject),
  ],
);
