import type { Result } from '../../domain/kernel/result.ts';
import type {
  CommentChange,
  CommentPage,
  CutComment,
  NewComment,
  NewCut,
  ShareLink,
} from '../../domain/sync/share-messages.ts';
import type { Claims, Watcher } from './claims.ts';
import { changeComment, commentsAfter, commentsOfProject, sayAsMaker } from './comments.ts';
import type { Transaction } from './connection/transaction.ts';
import { type Cut, publishCut, readCut } from './cuts.ts';
import { createShare, type KeptShare, listShares, revokeShare, setCommentsClosed } from './shares.ts';
import { readWatched, readWatchedCaptions, sayAsWatcher, type Watched } from './watching.ts';

type Words = NewComment & { readonly id: string };

/** Links, cuts and comments. Every method is one transaction in the name of its first parameter, and can be repeated. */
export interface ShareDatabase {
  create(claims: Claims, projectId: string, share: KeptShare): Promise<Result<ShareLink>>;
  list(claims: Claims, projectId: string): Promise<Result<ShareLink[]>>;
  revoke(claims: Claims, projectId: string, shareId: string): Promise<Result<ShareLink>>;
  /** Whether watchers may say something by the link. */
  setCommentsClosed(
    claims: Claims,
    projectId: string,
    shareId: string,
    isClosed: boolean,
  ): Promise<Result<ShareLink>>;
  cut(claims: Claims, projectId: string): Promise<Result<Cut | null>>;
  publishCut(claims: Claims, projectId: string, cut: NewCut, objectKey: string): Promise<Result<void>>;
  comments(claims: Claims, projectId: string, after: number): Promise<Result<CommentPage>>;
  say(claims: Claims, projectId: string, said: Words): Promise<Result<CutComment>>;
  changeComment(
    claims: Claims,
    projectId: string,
    commentId: string,
    change: CommentChange,
  ): Promise<Result<CutComment>>;
  /** What a link opens; null where it opens nothing (any more). */
  watched(watcher: Watcher): Promise<Result<Watched | null>>;
  watchedCaptions(watcher: Watcher, projectId: string): Promise<Result<string | null>>;
  watchedComments(watcher: Watcher, projectId: string, after: number): Promise<Result<CommentPage>>;
  sayAsWatcher(watcher: Watcher, watched: Watched, said: Words): Promise<Result<CutComment>>;
}

type RunAs = <T>(
  caller: Claims | Watcher,
  work: (tx: Transaction) => Promise<Result<T>>,
) => Promise<Result<T>>;

export function createShareDatabase(as: RunAs, now: () => number): ShareDatabase {
  return {
    create: (claims, id, share) => as(claims, (tx) => createShare(tx, claims, id, share, now())),
    list: (claims, id) => as(claims, (tx) => listShares(tx, claims, id)),
    revoke: (claims, id, shareId) => as(claims, (tx) => revokeShare(tx, claims, id, shareId, now())),
    setCommentsClosed: (claims, id, shareId, isClosed) =>
      as(claims, (tx) => setCommentsClosed(tx, claims, id, shareId, isClosed, now())),
    cut: (claims, id) => as(claims, (tx) => readCut(tx, claims, id)),
    publishCut: (claims, id, cut, objectKey) =>
      as(claims, (tx) => publishCut(tx, claims, id, cut, objectKey, now())),
    comments: (claims, id, after) => as(claims, (tx) => commentsOfProject(tx, claims, id, after)),
    say: (claims, id, said) => as(claims, (tx) => sayAsMaker(tx, claims, id, said, now())),
    changeComment: (claims, id, commentId, change) =>
      as(claims, (tx) => changeComment(tx, claims, id, commentId, change, now())),
    watched: (watcher) => as(watcher, (tx) => readWatched(tx, watcher)),
    watchedCaptions: (watcher, id) => as(watcher, (tx) => readWatchedCaptions(tx, id)),
    watchedComments: (watcher, id, after) => as(watcher, (tx) => commentsAfter(tx, id, after)),
    sayAsWatcher: (watcher, watched, said) => as(watcher, (tx) => sayAsWatcher(tx, watched, said, now())),
  };
}
