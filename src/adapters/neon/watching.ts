import { eq, isNotNull, sql } from 'drizzle-orm';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { CutComment, NewComment } from '../../domain/sync/share-messages.ts';
import type { Watcher } from './claims.ts';
import { addComment } from './comments.ts';
import type { Transaction } from './connection/transaction.ts';
import { cuts, shares } from './schema/share-tables.ts';

/** What a link opens, while it holds. */
export interface Watched {
  readonly shareId: string;
  readonly projectId: string;
  readonly title: string;
  readonly passwordHash: string | null;
  /** Whether nobody may say anything by it. */
  readonly areCommentsClosed: boolean;
  /** Null until a cut was published. */
  readonly cut: {
    readonly sha256: string;
    readonly bytes: number;
    readonly durationMs: number;
    /** Its name in the storage; null for one that was published before there was one. */
    readonly objectKey: string | null;
    /** Whether it has captions to turn on. */
    readonly hasCaptions: boolean;
  } | null;
}

/** Null where the link is of nobody, was revoked or has run out: the policies show nothing of it then. */
export async function readWatched(tx: Transaction, { shareHash }: Watcher): Promise<Result<Watched | null>> {
  const [found] = await tx
    .select({
      share: shares,
      cut: {
        sha256: cuts.sha256,
        bytes: cuts.bytes,
        durationMs: cuts.durationMs,
        objectKey: cuts.objectKey,
        // Asked with every piece of a film: the captions themselves are read when somebody wants them.
        hasCaptions: sql<boolean>`${isNotNull(cuts.captions)}`,
      },
    })
    .from(shares)
    .leftJoin(cuts, eq(cuts.projectId, shares.projectId))
    .where(eq(shares.tokenHash, shareHash));
  if (found === undefined) return ok(null);
  const { share, cut } = found;
  return ok({
    shareId: share.id,
    projectId: share.projectId,
    title: share.title,
    passwordHash: share.passwordHash,
    areCommentsClosed: share.commentsClosedAtMs !== null,
    cut,
  });
}

/** The captions of the cut that a link shows, as WebVTT; null where it has none. */
export async function readWatchedCaptions(
  tx: Transaction,
  projectId: string,
): Promise<Result<string | null>> {
  const [found] = await tx
    .select({ captions: cuts.captions })
    .from(cuts)
    .where(eq(cuts.projectId, projectId));
  return ok(found?.captions ?? null);
}

/** Faults: those of `addComment`. */
export function sayAsWatcher(
  tx: Transaction,
  { projectId, shareId }: Watched,
  said: NewComment & { readonly id: string },
  nowMs: number,
): Promise<Result<CutComment>> {
  return addComment(tx, projectId, { ...said, shareId, userId: null }, nowMs);
}
