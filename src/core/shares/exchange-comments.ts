import type { ProjectId } from '../../domain/kernel/ids.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { CutComment } from '../../domain/sync/share-messages.ts';
import type { FilmSharing } from '../ports/film-sharing.ts';
import type { CommentRows, KeptIntent } from '../store/comments/comment-rows.ts';

export interface ExchangeParts {
  readonly rows: CommentRows;
  readonly sharing: FilmSharing;
  readonly onChange: () => void;
}

/** The service will say the same however often it is told. */
const final = ['sync.no-comment', 'sync.read-only', 'sync.no-access', 'sync.bad-request', 'sync.too-large'];

/**
 * Tells the service what waits, in order, then takes in what it has to say. Answers with the names of watchers whose words are new
 * here. An intent is dropped with the answer that it brought, so whatever ends this, it is told again under the same id.
 */
export async function exchangeComments(
  parts: ExchangeParts,
  projectId: ProjectId,
  signal: AbortSignal,
): Promise<Result<readonly string[]>> {
  const { rows, sharing, onChange } = parts;
  for (const intent of rows.waiting(projectId)) {
    const told = await tell(sharing, projectId, intent, signal);
    if (told.ok) rows.told(projectId, intent, told.value);
    else if (final.includes(told.fault.code)) rows.refuse(projectId, intent, told.fault.message);
    else return told;
    onChange();
  }
  const names: string[] = [];
  for (;;) {
    const seq = rows.seq(projectId);
    const page = await sharing.comments(projectId, seq, signal);
    if (!page.ok) return page;
    // The first time they are all new, and none is news.
    if (seq > 0) {
      const isNew = ({ id, byMaker }: CutComment): boolean =>
        !byMaker && rows.find(projectId, id).comment === null;
      names.push(...page.value.comments.filter(isNew).map(({ name }) => name));
    }
    if (rows.merge(projectId, page.value)) onChange();
    if (page.value.seq <= seq) return ok(names);
  }
}

async function tell(
  sharing: FilmSharing,
  projectId: ProjectId,
  { commentId, intent }: KeptIntent,
  signal: AbortSignal,
): Promise<Result<CutComment | null>> {
  if (intent.kind === 'say') return sharing.say(projectId, { id: commentId, ...intent.said }, signal);
  const changed = await sharing.changeComment(projectId, commentId, intent.change, signal);
  if (intent.change.change !== 'remove') return changed;
  // Somebody else was first.
  return changed.ok || changed.fault.code === 'sync.no-comment' ? ok(null) : changed;
}
