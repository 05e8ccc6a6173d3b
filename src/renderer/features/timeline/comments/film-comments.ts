import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CommentPage, CutComment } from '../../../../domain/sync/share-messages.ts';

/** What was said of the project's cut, as far as this window has heard. */
export interface FilmComments {
  readonly all: ReadonlyMap<string, CutComment>;
  /** Up to which change everything is here. */
  readonly seq: number;
}

export function createFilmComments(): StoreApi<FilmComments> {
  return createStore<FilmComments>(() => ({ all: new Map(), seq: 0 }));
}

export function withPage({ all, seq }: FilmComments, page: CommentPage): FilmComments {
  const next = new Map(all);
  for (const comment of page.comments) next.set(comment.id, comment);
  for (const id of page.removed) next.delete(id);
  return { all: next, seq: Math.max(seq, page.seq) };
}

/** A comment with its answers, oldest first. */
export interface Thread {
  readonly comment: CutComment;
  readonly answers: readonly CutComment[];
}

/** What was begun, open ones first, each by its place. */
export function threadsOf({ all }: FilmComments): Thread[] {
  const said = [...all.values()];
  const place = (comment: CutComment): number => comment.atMs ?? 0;
  return said
    .filter(({ parentId }) => parentId === null)
    .sort(
      (a, b) =>
        Number(a.resolvedAtMs !== null) - Number(b.resolvedAtMs !== null) ||
        place(a) - place(b) ||
        a.createdAtMs - b.createdAtMs,
    )
    .map((comment) => ({
      comment,
      answers: said
        .filter(({ parentId }) => parentId === comment.id)
        .sort((a, b) => a.createdAtMs - b.createdAtMs),
    }));
}
