import { sql } from 'drizzle-orm';
import { bigint, bigserial, index, jsonb, primaryKey, text } from 'drizzle-orm/pg-core';
import type { JsonValue } from '../../../domain/kernel/patch.ts';
import { allow, isInMyOrganisation, isMine, reelwright } from './policies.ts';

const mine = isMine('user_id');

/** Members of an organisation as their tokens said when they were last seen. Grants nothing: rights come from the token at hand. */
export const members = reelwright.table(
  'members',
  {
    organisationId: text('organisation_id').notNull(),
    userId: text('user_id').notNull(),
    role: text().notNull(),
    seenAtMs: bigint('seen_at_ms', { mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.userId] }),
    allow('select', 'members', isInMyOrganisation('organisation_id')),
    allow('insert', 'members', sql`${mine} and ${isInMyOrganisation('organisation_id')}`),
    allow('update', 'members', sql`${mine} and ${isInMyOrganisation('organisation_id')}`),
    allow('delete', 'members', mine),
  ],
);

/** Sessions that were signed out before their last token had expired. */
export const endedSessions = reelwright.table(
  'ended_sessions',
  {
    sessionId: text('session_id').primaryKey(),
    userId: text('user_id').notNull(),
    endedAtMs: bigint('ended_at_ms', { mode: 'number' }).notNull(),
  },
  (table) => [
    index('ended_sessions_of_user').on(table.userId),
    allow('select', 'ended_sessions', mine),
    allow('insert', 'ended_sessions', mine),
    // No token lives for a day: whoever signs out clears what is older.
    allow(
      'delete',
      'ended_sessions',
      sql.raw(`ended_at_ms < (select reelwright.claim('now'))::bigint - 86400000`),
    ),
  ],
);

/** What was done that somebody may want to know of later. Written once, never changed; one's own goes with one's account. */
export const audit = reelwright.table(
  'audit',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    atMs: bigint('at_ms', { mode: 'number' }).notNull(),
    userId: text('user_id').notNull(),
    organisationId: text('organisation_id'),
    action: text().notNull(),
    subject: text(),
    detail: jsonb().$type<JsonValue>(),
  },
  (table) => [
    index('audit_of_user').on(table.userId, table.id),
    index('audit_of_organisation').on(table.organisationId, table.id),
    allow(
      'select',
      'audit',
      sql`${mine} or (${isInMyOrganisation('organisation_id')} and (select reelwright.claim('role')) = 'owner')`,
    ),
    allow(
      'insert',
      'audit',
      sql`${mine} and (organisation_id is null or ${isInMyOrganisation('organisation_id')})`,
    ),
    allow('delete', 'audit', sql`${mine} and organisation_id is null`),
  ],
);
