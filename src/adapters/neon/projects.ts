import { and, count, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import type { RemoteProject, RemovedProject } from '../../domain/sync/sync-messages.ts';
import { recordAudit } from './account.ts';
import type { Claims } from './claims.ts';
import type { Transaction } from './connection/transaction.ts';
import { missing, readOnly, roleIn } from './project-access.ts';
import { keptRemovedMs } from './schema/policies.ts';
import { projects } from './schema/project-tables.ts';
import { shares } from './schema/share-tables.ts';

/** The projects that this person sees, last changed first. */
export async function listProjects(tx: Transaction, claims: Claims): Promise<Result<RemoteProject[]>> {
  // Every open stream asks this every few seconds: planned once a connection.
  const rows = await tx
    .select({ project: projects, commentSeq: newestCommentChange })
    .from(projects)
    .where(isNull(projects.removedAtMs))
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
  const [row] = await tx.select().from(projects).where(isThere(projectId));
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
  // A device that still has the film turns sync on for it again.
  if (present !== undefined && present.removedAtMs !== null)
    return restoreProject(tx, claims, id, limit, nowMs);
  if (present !== undefined) return ok(remoteProject(present, claims));
  if (organisationId !== null) {
    if (claims.organisation?.id !== organisationId) return notYours();
    if (claims.organisation.role === 'viewer') return readOnly();
  }
  const full = await overQuota(tx, organisationId, limit);
  if (full !== null) return full;
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

async function overQuota(
  tx: Transaction,
  organisationId: string | null,
  limit: number | null,
): Promise<Result<never> | null> {
  if (limit === null || (await countProjects(tx, organisationId)) < limit) return null;
  return fail(
    'sync.over-quota',
    `This plan holds ${limit} projects, and there are as many. The project is kept here and goes on without the service. Remove one from the service, or change the plan.`,
    { limit },
  );
}

/** Projects that count against a plan: one's own, or the organisation's. */
export async function countProjects(tx: Transaction, organisationId: string | null): Promise<number> {
  const owner =
    organisationId === null ? isNull(projects.organisationId) : eq(projects.organisationId, organisationId);
  const [found] = await tx
    .select({ n: count() })
    .from(projects)
    .where(and(owner, isNull(projects.deletedAtMs), isNull(projects.removedAtMs)));
  return found?.n ?? 0;
}

/**
 * Takes a project from the service: nobody sees it any more, its links are revoked, and it can be brought back for thirty days. What
 * devices have of it stays on them. Faults: `sync.no-project`, `sync.read-only` (only its owner may).
 */
export async function removeProject(
  tx: Transaction,
  claims: Claims,
  projectId: string,
  nowMs: number,
): Promise<Result<void>> {
  const [present] = await tx.select().from(projects).where(isThere(projectId));
  if (present === undefined) return missing();
  if (roleIn(present, claims) !== 'owner') return readOnly();
  // Before it: nothing that hangs on a removed project can be changed.
  await tx
    .update(shares)
    .set({ revokedAtMs: nowMs })
    .where(and(eq(shares.projectId, projectId), isNull(shares.revokedAtMs)));
  const [gone] = await tx.update(projects).set({ removedAtMs: nowMs }).where(isThere(projectId)).returning();
  if (gone === undefined) return missing();
  await noteProject(tx, claims, 'project.deleted', gone, nowMs);
  return ok(undefined);
}

/** The projects that this person took from the service and may bring back, those first that go first. */
export async function listRemoved(tx: Transaction, claims: Claims): Promise<Result<RemovedProject[]>> {
  const rows = await tx
    .select()
    .from(projects)
    .where(isNotNull(projects.removedAtMs))
    .orderBy(projects.removedAtMs, projects.id);
  const own = rows.filter((row) => roleIn(row, claims) === 'owner');
  return ok(
    own.map(({ id, title, organisationId, removedAtMs }) => ({
      ...{ id, title, organisationId },
      removedAtMs: removedAtMs ?? 0,
      goneAtMs: (removedAtMs ?? 0) + keptRemovedMs,
    })),
  );
}

/**
 * Brings a removed project back as it was, but for its links; one that is there is left as it is. Faults: `sync.no-project` (not
 * there any more, or not this person's to bring back), `sync.over-quota`.
 */
export async function restoreProject(
  tx: Transaction,
  claims: Claims,
  projectId: string,
  limit: number | null,
  nowMs: number,
): Promise<Result<RemoteProject>> {
  const [kept] = await tx.select().from(projects).where(eq(projects.id, projectId));
  if (kept === undefined || roleIn(kept, claims) !== 'owner') return missing();
  if (kept.removedAtMs === null) return ok(remoteProject(kept, claims));
  const full = await overQuota(tx, kept.organisationId, limit);
  if (full !== null) return full;
  const [back] = await tx
    .update(projects)
    .set({ removedAtMs: null, changedAtMs: nowMs })
    .where(eq(projects.id, projectId))
    .returning();
  if (back === undefined) return missing();
  await noteProject(tx, claims, 'project.restored', back, nowMs);
  return ok(remoteProject(back, claims));
}

/** Removes for good what was taken from the service more than thirty days ago: as the keeper, whom the policies show nothing else. */
export async function forgetRemoved(tx: Transaction): Promise<Result<number>> {
  const gone = await tx.delete(projects).returning({ id: projects.id });
  return ok(gone.length);
}

function noteProject(
  tx: Transaction,
  claims: Claims,
  action: string,
  { id, title, organisationId }: typeof projects.$inferSelect,
  atMs: number,
): Promise<void> {
  return recordAudit(tx, claims, { action, organisationId, subject: id, detail: { title }, atMs });
}

function isThere(projectId: string) {
  return and(eq(projects.id, projectId), isNull(projects.removedAtMs));
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
