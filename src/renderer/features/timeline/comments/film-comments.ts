import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FilmComment } from '../../../../contract/shares.ts';

/** What was said of the project's cut, as far as this window has heard. */
export interface FilmComments {
  readonly all: ReadonlyMap<string, FilmComment>;
  /** Up to which change everything is here. */
  readonly revision: number;
  /** The one that a person has gone to. */
  readonly chosenId: string | null;
}

export function createFilmComments(): StoreApi<FilmComments> {
  return createStore<FilmComments>(() => ({ all: new Map(), revision: 0, chosenId: null }));
}

export interface ChangedComments {
  readonly comments: readonly FilmComment[];
  readonly removed: readonly string[];
  readonly revision: number;
}

export function withPage({ all, revision, chosenId }: FilmComments, page: ChangedComments): FilmComments {
  const next = new Map(all);
  for (const comment of page.comments) next.set(comment.id, comment);
  for (const id of page.removed) next.delete(id);
  return { all: next, revision: Math.max(revision, page.revision), chosenId };
}

/** A comment with its answers, oldest first. */
export interface Thread {
  readonly comment: FilmComment;
  readonly answers: readonly FilmComment[];
}

/** What was begun, open ones first, each by its place. */
export function threadsOf({ all }: Pick<FilmComments, 'all'>): Thread[] {
  const answers = new Map<string, FilmComment[]>();
  for (const said of all.values()) {
    if (said.parentId === null) continue;
    const before = answers.get(said.parentId);
    if (before === undefined) answers.set(said.parentId, [said]);
    else before.push(said);
  }
  const place = (comment: FilmComment): number => comment.atMs ?? 0;
  return [...all.values()]
    .filter(({ parentId }) => parentId === null)
    .sort(
      (a, b) =>
        Number(a.resolvedAtMs !== null) - Number(b.resolvedAtMs !== null) ||
        place(a) - place(b) ||
        a.createdAtMs - b.createdAtMs,
    )
    .map((comment) => ({
      comment,
      answers: (answers.get(comment.id) ?? []).sort((a, b) => a.createdAtMs - b.createdAtMs),
    }));
}

/** The next open comment after `atFlicks` (or the one before it), and round the end; null where there is none. */
export function nextComment(
  placed: readonly { readonly id: string; readonly flicks: number }[],
  atFlicks: number,
  chosenId: string | null,
  step: 1 | -1,
): { readonly id: string; readonly flicks: number } | null {
  const inOrder = [...placed].sort((a, b) => a.flicks - b.flicks || (a.id < b.id ? -1 : 1));
  // Several may be at one place: from the one that was gone to, the next is its neighbour.
  const chosen = inOrder.findIndex(({ id, flicks }) => id === chosenId && flicks === atFlicks);
  if (chosen >= 0) return inOrder.at((chosen + step) % inOrder.length) ?? null;
  return step === 1
    ? (inOrder.find(({ flicks }) => flicks > atFlicks) ?? inOrder[0] ?? null)
    : (inOrder.findLast(({ flicks }) => flicks < atFlicks) ?? inOrder.at(-1) ?? null);
}
