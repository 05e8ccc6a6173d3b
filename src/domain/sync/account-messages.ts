import { z } from 'zod';

/** `GET /api/usage`: what the plan holds and how much of it is used. null: as many as they like. */
export const ServiceUsage = z.object({
  plan: z.enum(['free', 'creator', 'studio']),
  quota: z.object({ projects: z.int().nonnegative().nullable() }),
  used: z.object({ projects: z.int().nonnegative() }),
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

/** `POST /api/sign-out` */
export const SignedOutSession = z.object({ sessionId: z.string().nullable() });
