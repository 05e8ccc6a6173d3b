import type { Result } from '../../domain/kernel/result.ts';
import type {
  CommentChange,
  CommentPage,
  CutComment,
  CutState,
  MadeShare,
  NewComment,
  NewCut,
  NewShare,
  ShareLink,
  ShownCut,
} from '../../domain/sync/share-messages.ts';
import type { MediaFlow, MediaUpload } from './media-store.ts';

/**
 * Links that show a project's cut to anybody, and what was said of it, at the sync service: docs/sync.md, "Sharing". Faults have the
 * codes of the sync service; `sync.no-project` where the project is not kept the same there.
 */
export interface FilmSharing {
  /** What the paths of links are below. */
  readonly origin: string;
  create(projectId: string, share: NewShare, signal: AbortSignal): Promise<Result<MadeShare>>;
  list(projectId: string, signal: AbortSignal): Promise<Result<readonly ShareLink[]>>;
  revoke(projectId: string, shareId: string, signal: AbortSignal): Promise<Result<ShareLink>>;
  /** Whether watchers may say something by the link. */
  setCommentsClosed(
    projectId: string,
    shareId: string,
    isClosed: boolean,
    signal: AbortSignal,
  ): Promise<Result<ShareLink>>;
  /** What links show; null until a cut was published. */
  shownCut(projectId: string, signal: AbortSignal): Promise<Result<ShownCut | null>>;
  /** Has links show a film that was sent; where it was not, or not whole, it is not published. */
  announceCut(projectId: string, cut: NewCut, signal: AbortSignal): Promise<Result<CutState>>;
  /** Sends a film to where links show it from. What arrived before a cut is not sent again, also after a restart. */
  sendFilm(projectId: string, film: MediaUpload, flow: MediaFlow): Promise<Result<void>>;
  /** What changed since `after`. */
  comments(projectId: string, after: number, signal: AbortSignal): Promise<Result<CommentPage>>;
  /** Idempotent by id. */
  say(
    projectId: string,
    said: NewComment & { readonly id: string },
    signal: AbortSignal,
  ): Promise<Result<CutComment>>;
  changeComment(
    projectId: string,
    commentId: string,
    change: CommentChange,
    signal: AbortSignal,
  ): Promise<Result<CutComment>>;
}
