import { and, eq, isNull } from 'drizzle-orm';
import { fail, type Result } from '../../domain/kernel/result.ts';
import type { RemoteProject } from '../../domain/sync/sync-messages.ts';
import type { Claims } from './claims.ts';
import type { Transaction } from './connection/transaction.ts';
import { projects } from './schema/project-tables.ts';

/** What this person may do with a project that they see. */
export function roleIn(
  project: Pick<typeof projects.$inferSelect, 'organisationId'>,
  { organisation }: Claims,
): RemoteProject['role'] {
  return project.organisationId === null ? 'owner' : (organisation?.role ?? 'viewer');
}

/** Why a project cannot be changed: it is not there for this person, or it is and they may only look. */
export async function missingOrReadOnly(tx: Transaction, projectId: string): Promise<Result<never>> {
  const seen = await tx
    .select({ id: projects.id })
    .from(projects)
    .where(and(eq(projects.id, projectId), isNull(projects.removedAtMs)));
  return seen.length === 0 ? missing() : readOnly();
}

export function missing(): Result<never> {
  return fail('sync.no-project', 'The service has no such project, or it is not shared with you.');
}

export function readOnly(): Result<never> {
  return fail('sync.read-only', 'You may look at this project, not change it. Nothing was taken over.');
}
