import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import type {
  CommentChange,
  CommentPage,
  CutComment,
  CutShot,
  NewComment,
} from '../../domain/sync/share-messages.ts';
import type { Claims } from './claims.ts';
import type { Transaction } from './connection/transaction.ts';
import { missing } from './project-access.ts';
import { readProject } from './projects.ts';
import { comments, cuts } from './schema/share-tables.ts';
import { requireEditable } from './shares.ts';

/** Comments of one project: more are not kept. */
const mostComments = 10_000;
/** Of one answer; who has them asks for those behind. */
const pageOfComments = 1_000;

export interface Said extends NewComment {
  readonly id: string;
  /** The link by which it came, null for the project's makers. */
  readonly shareId: string | null;
  /** Who of the makers said it, null for watchers. */
  readonly userId: string | null;
}

/** What changed after `after`, oldest change first. The policies say whose. */
export async function commentsAfter(
  tx: Transaction,
  projectId: string,
  after: number,
): Promise<Result<CommentPage>> {
  const rows = await tx
    .select()
    .from(comments)
    .where(and(eq(comments.projectId, projectId), gt(comments.seq, after)))
    .orderBy(asc(comments.seq))
    .limit(pageOfComments);
  return ok({
    comments: rows.filter((row) => row.removedAtMs === null).map(cutComment),
    removed: rows.filter((row) => row.removedAtMs !== null).map(({ id }) => id),
    seq: rows.at(-1)?.seq ?? after,
  });
}

/** Faults: `sync.no-project`. */
export async function commentsOfProject(
  tx: Transaction,
  claims: Claims,
  projectId: string,
  after: number,
): Promise<Result<CommentPage>> {
  const project = await readProject(tx, claims, projectId);
  return project.ok ? commentsAfter(tx, projectId, after) : project;
}

/**
 * Keeps a comment; one of the same id is the answer as it is. An answer to an answer is one to the comment that began. The shot is
 * the one that stands at `atMs` in the cut that is shown now. Faults: `sync.no-comment` (nothing to answer), `sync.too-large`.
 */
export async function addComment(
  tx: Transaction,
  projectId: string,
  said: Said,
  nowMs: number,
): Promise<Result<CutComment>> {
  const seq = await nextSeq(tx, projectId);
  if (seq > mostComments * 4) return tooMany();
  const [present] = await find(tx, projectId, said.id);
  if (present !== undefined) return ok(cutComment(present));
  const [parent] = said.parentId === null ? [] : await find(tx, projectId, said.parentId);
  if (said.parentId !== null && (parent === undefined || parent.removedAtMs !== null)) return noComment();
  const [cut] = await tx
    .select({ shots: cuts.shots, durationMs: cuts.durationMs })
    .from(cuts)
    .where(eq(cuts.projectId, projectId));
  const atMs = parent === undefined ? Math.min(said.atMs ?? 0, cut?.durationMs ?? 0) : null;
  const shot = atMs === null ? undefined : shotAt(cut?.shots ?? [], atMs);
  const [made] = await tx
    .insert(comments)
    .values({
      ...{ projectId, seq, id: said.id, shareId: said.shareId, userId: said.userId },
      parentId: parent === undefined ? null : (parent.parentId ?? parent.id),
      name: said.name.replaceAll('\0', ''),
      text: said.text.replaceAll('\0', ''),
      ...{ atMs, shotId: shot?.shotId ?? null, createdAtMs: nowMs },
      shotOffsetMs: shot === undefined || atMs === null ? null : atMs - shot.startMs,
    })
    .returning();
  return made === undefined ? noComment() : ok(cutComment(made));
}

/** An answer or a remark of somebody who sees the project. Faults: `sync.no-project`, those of `addComment`. */
export async function sayAsMaker(
  tx: Transaction,
  claims: Claims,
  projectId: string,
  said: NewComment & { readonly id: string },
  nowMs: number,
): Promise<Result<CutComment>> {
  const project = await readProject(tx, claims, projectId);
  if (!project.ok) return missing();
  return addComment(tx, projectId, { ...said, shareId: null, userId: claims.userId }, nowMs);
}

/** Faults: `sync.no-project`, `sync.read-only`, `sync.no-comment`. */
export async function changeComment(
  tx: Transaction,
  claims: Claims,
  projectId: string,
  commentId: string,
  change: CommentChange,
  nowMs: number,
): Promise<Result<CutComment>> {
  const project = await requireEditable(tx, claims, projectId);
  if (!project.ok) return project;
  const seq = await nextSeq(tx, projectId);
  const [changed] = await tx
    .update(comments)
    .set({ ...valuesOf(change, nowMs), seq })
    .where(and(eq(comments.projectId, projectId), eq(comments.id, commentId)))
    .returning();
  return changed === undefined ? noComment() : ok(cutComment(changed));
}

function valuesOf(change: CommentChange, nowMs: number): Partial<typeof comments.$inferInsert> {
  switch (change.change) {
    case 'resolve':
      return { resolvedAtMs: nowMs };
    case 'reopen':
      return { resolvedAtMs: null };
    case 'link-take':
      return { takeId: change.takeId };
    case 'remove':
      // Its words go, its place in the count stays, so that whoever has it hears that it is gone.
      return { removedAtMs: nowMs, text: '' };
  }
}

/** Who writes comments of a project stands in line until the commit, so that no reader sees a number before the smaller ones. */
async function nextSeq(tx: Transaction, projectId: string): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`comments ${projectId}`}, 0))`);
  const [newest] = await tx
    .select({ seq: sql<string>`coalesce(max(${comments.seq}), 0)` })
    .from(comments)
    .where(eq(comments.projectId, projectId));
  return Number(newest?.seq ?? 0) + 1;
}

function find(tx: Transaction, projectId: string, id: string) {
  return tx
    .select()
    .from(comments)
    .where(and(eq(comments.projectId, projectId), eq(comments.id, id)));
}

function shotAt(shots: readonly CutShot[], atMs: number): CutShot | undefined {
  return shots.find(({ startMs, durationMs }) => startMs <= atMs && atMs < startMs + durationMs);
}

function cutComment(row: typeof comments.$inferSelect): CutComment {
  const { id, seq, parentId, name, text, userId, atMs, shotId, shotOffsetMs } = row;
  const { createdAtMs, resolvedAtMs, takeId } = row;
  const place = { atMs, shotId, shotOffsetMs };
  const times = { createdAtMs, resolvedAtMs };
  return { id, seq, parentId, name, text, byMaker: userId !== null, ...place, ...times, takeId };
}

function noComment(): Result<never> {
  return fail('sync.no-comment', 'There is no such comment any more.');
}

function tooMany(): Result<never> {
  return fail('sync.too-large', 'This film has as many comments as the service keeps. Nothing was added.');
}
