import type { Notice } from '../../../contract/studio.ts';

/** A notice that was made before the window opened is shown only if it is as new as this. */
export const freshForMs = 60_000;

/**
 * The notices to show now, oldest first: unread, not shown in this window before, and not older than the window but for
 * the freshest. The others wait in the list.
 */
export function pendingToasts(
  notices: readonly Notice[],
  shownIds: ReadonlySet<string>,
  openedAtMs: number,
): readonly Notice[] {
  return notices
    .filter(({ id, read, atMs }) => !read && !shownIds.has(id) && atMs >= openedAtMs - freshForMs)
    .toReversed();
}
