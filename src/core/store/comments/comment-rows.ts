import type { ProjectId } from '../../../domain/kernel/ids.ts';
import type { CommentIntent } from '../../../domain/sync/comment-intents.ts';
import type { CommentPage, CutComment } from '../../../domain/sync/share-messages.ts';

export interface KeptIntent {
  /** Counts up with each that is kept. */
  readonly n: number;
  readonly commentId: string;
  readonly intent: CommentIntent;
  /** Why the service did not take it; null while it waits. */
  readonly refusal: string | null;
}

export interface KeptComment {
  readonly commentId: string;
  /** As the service says it; null where it has not heard of it, or it was removed. */
  readonly comment: CutComment | null;
  /** Oldest first. */
  readonly intents: readonly KeptIntent[];
}

/** What was said of mirrored projects' cuts, as far as it is known here. Every method that writes is one durable transaction. */
export interface CommentRows {
  /** What changed after `revision`, 0 for all, oldest change first, and the revision of the newest. */
  changed(
    projectId: ProjectId,
    revision: number,
  ): { readonly rows: readonly KeptComment[]; readonly revision: number };
  find(projectId: ProjectId, commentId: string): KeptComment;
  /** Up to which change of the service everything is here. */
  seq(projectId: ProjectId): number;
  /** Takes in what the service says. Whether anything is another now. */
  merge(projectId: ProjectId, page: CommentPage): boolean;
  /** The project's numbers began anew: the service was put back from a copy. What waits here stays. */
  beginAgain(projectId: ProjectId): void;
  /** Keeps what was said or done here until the service has heard of it. */
  write(projectId: ProjectId, commentId: string, intent: CommentIntent): void;
  /** What waits to be told, oldest first. */
  waiting(projectId: ProjectId): readonly KeptIntent[];
  /** The service has heard of it; `comment` is its answer, null where it is there no more. */
  told(projectId: ProjectId, intent: KeptIntent, comment: CutComment | null): void;
  /** The service will never take it. */
  refuse(projectId: ProjectId, intent: KeptIntent, why: string): void;
  /** Forgets what was refused of a comment. */
  discard(projectId: ProjectId, commentId: string): void;
  /** What was refused of a comment waits again. */
  tryAgain(projectId: ProjectId, commentId: string): void;
  forget(projectId: ProjectId): void;
}
