import { and, count, desc, eq, isNull, sql } from 'drizzle-orm';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import type { RemoteProject } from '../../domain/sync/sync-messages.ts';
import { recordAudit } from './account.ts';
import type { Claims } from './claims.ts';
import type { Transaction } from './connection/transaction.ts';
import { missing, missingOrReadOnly, readOnly, roleIn } from './project-access.ts';
import { projects } from './schema/project-tables.ts';

/** The projects that this person sees, last changed first. */
export async function listProjects(tx: Transaction, claims: Claims): Promise<Result<RemoteProject[]>> {
  // Every open stream asks this every few seconds: planned once a connection.
  const rows = await tx
    .select({ project: projects, commentSeq: newestCommentChange })
    .from(projects)
    .orderBy(desc(projects.changedAtMs), projects.id)
    .prepare('list_projects')
    .execute();
  return ok(
    rows.map(({ project, commentSeq }) => ({
      ...remoteProject(project, claims),
      commentSeq: Number(commentSeq ?? 0),
    })),
  );
}

/** One step in the index of comments for each project. As text: where there is one table, drizzle names columns without theirs. */
const newestCommentChange = sql<
  string | null
>`(select max(said.seq) from reelwright.comments said where said.project_id = projects.id)`;

/** Fault: `sync.no-project`. */
export async function readProject(
  tx: Transaction,
  claims: Claims,
  projectId: string,
): Promise<Result<RemoteProject>> {
  const [row] = await tx.select().from(projects).where(eq(projects.id, projectId));
  return row === undefined ? missing() : ok(remoteProject(row, claims));
}

export interface NewProject {
  readonly id: string;
  readonly title: string;
  readonly organisationId: string | null;
}

/**
 * Makes a project; one that is there already is the answer as it is. `limit` is how many projects the person (or the
 * organisation) may have. Faults: `sync.read-only` (a viewer), `sync.no-access` (another organisation, or the id is taken),
 * `sync.over-quota`.
 */
export async function createProject(
  tx: Transaction,
  claims: Claims,
  { id, title, organisationId }: NewProject,
  limit: number | null,
  nowMs: number,
): Promise<Result<RemoteProject>> {
  const [present] = await tx.select().from(projects).where(eq(projects.id, id));
  if (present !== undefined) return ok(remoteProject(present, claims));
  if (organisationId !== null) {
    if (claims.organisation?.id !== organisationId) return notYours();
    if (claims.organisation.role === 'viewer') return readOnly();
  }
  if (limit !== null && (await countProjects(tx, organisationId)) >= limit) {
    return fail(
      'sync.over-quota',
      `This plan holds ${limit} projects, and there are as many. The project is kept here and goes on without the service. Remove one from the service, or change the plan.`,
      { limit },
    );
  }
  const [made] = await tx
    .insert(projects)
    .values({
      id,
      title: title.replaceAll('\0', ''),
      ownerUserId: claims.userId,
      organisationId,
      createdAtMs: nowMs,
      changedAtMs: nowMs,
    })
    .onConflictDoNothing()
    .returning();
  if (made !== undefined) return ok(remoteProject(made, claims));
  // Made by another call a moment ago, or somebody else's.
  const again = await readProject(tx, claims, id);
  return again.ok ? again : notYours();
}

/** Projects that count against a plan: one's own, or the organisation's. */
export async function countProjects(tx: Transaction, organisationId: string | null): Promise<number> {
  const owner =
    organisationId === null ? isNull(projects.organisationId) : eq(projects.organisationId, organisationId);
  const [found] = await tx
    .select({ n: count() })
    .from(projects)
    .where(and(owner, isNull(projects.deletedAtMs)));
  return found?.n ?? 0;
}

/**
 * Removes a project from the service for good; what devices have of it stays on them. Faults: `sync.no-project`,
 * `sync.read-only` (only its owner may).
 */
export async function deleteProject(
  tx: Transaction,
  claims: Claims,
  projectId: string,
  nowMs: number,
): Promise<Result<void>> {
  const [gone] = await tx.delete(projects).where(eq(projects.id, projectId)).returning();
  if (gone === undefined) return missingOrReadOnly(tx, projectId);
  await recordAudit(tx, claims, {
    action: 'project.deleted',
    organisationId: gone.organisationId,
    subject: projectId,
    detail: { title: gone.title },
    atMs: nowMs,
  });
  return ok(undefined);
}

function remoteProject(row: typeof projects.$inferSelect, claims: Claims): RemoteProject {
  const { id, title, organisationId, head, schema, changedAtMs, deletedAtMs } = row;
  return { id, title, role: roleIn(row, claims), organisationId, head, schema, changedAtMs, deletedAtMs };
}

function notYours(): Result<never> {
  return fail(
    'sync.no-access',
    'The project cannot be kept there: it is not yours, or not of the organisation that you work in now.',
  );
}
