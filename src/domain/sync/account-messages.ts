import { z } from 'zod';

const bytes = z.int().nonnegative().nullable().default(null);

/** `GET /api/usage`: what the plan holds and how much of it is used. null: no limit, or a service that does not count it. */
export const ServiceUsage = z.object({
  plan: z.enum(['free', 'creator', 'studio']),
  quota: z.object({ projects: z.int().nonnegative().nullable(), mediaBytes: bytes }),
  used: z.object({ projects: z.int().nonnegative(), mediaBytes: bytes }),
});
export type ServiceUsage = z.infer<typeof ServiceUsage>;

/** One line of the audit list: `action` is `noun.happened`, of the service's own; an app may know fewer of them. */
export const AuditEntry = z.object({
  /** Rises with time. */
  id: z.int(),
  userId: z.string(),
  organisationId: z.string().nullable(),
  action: z.string(),
  /** What it happened to. */
  subject: z.string().nullable(),
  atMs: z.int(),
  /** Of a sign-in: what showed the session's first token, and from where. */
  detail: z
    .object({ device: z.string().nullable().catch(null), address: z.string().nullable().catch(null) })
    .nullable()
    .catch(null),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** What of the list is looked for. */
export const AuditAbout = z.enum(['sign-ins', 'keys', 'shares', 'deletions']);
export type AuditAbout = z.infer<typeof AuditAbout>;

/** A key of a provider that was stored on a device or removed from it. Never the key. */
export const KeyChange = z.object({
  provider: z.string().regex(/^[a-z0-9-]{1,40}$/),
  change: z.enum(['stored', 'removed']),
  atMs: z.int().nonnegative(),
});
export type KeyChange = z.infer<typeof KeyChange>;

/** `POST /api/account/key-changes` */
export const KeyChanges = z.object({ changes: z.array(KeyChange).min(1).max(100) });
export const KeyChangesNoted = z.object({ noted: z.int().nonnegative() });

/** `GET /api/audit?before=…&limit=…&about=…`, newest first. */
export const AuditList = z.object({ entries: z.array(AuditEntry) });

/** `DELETE /api/account` */
export const DeletedData = z.object({
  deleted: z.object({ projects: z.int().nonnegative() }),
  filesLeft: z.int().nonnegative(),
});

/** `POST /api/sign-out` */
export const SignedOutSession = z.object({ sessionId: z.string().nullable() });
