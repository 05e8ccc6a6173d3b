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
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** `GET /api/audit?before=…&limit=…`, newest first. */
export const AuditList = z.object({ entries: z.array(AuditEntry) });

/** `DELETE /api/account` */
export const DeletedData = z.object({
  deleted: z.object({ projects: z.int().nonnegative() }),
  filesLeft: z.int().nonnegative(),
});

/** `POST /api/sign-out` */
export const SignedOutSession = z.object({ sessionId: z.string().nullable() });
