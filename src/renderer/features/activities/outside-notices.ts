import type { Notice } from '../../../contract/studio.ts';

const ends = ['generate.', 'commission.', 'export.', 'read.', 'queue.'] as const;

/** Whether a notice tells that work has ended, or waits for a word: what somebody who is elsewhere waits to hear. */
export function isHeardOutside({ code, batchId, activityId }: Notice): boolean {
  return batchId !== null || activityId !== null || ends.some((start) => code.startsWith(start));
}

/** Those to show now: unread, made since the window was opened, and not shown by it before. */
export function outsideNotices(
  notices: readonly Notice[],
  shown: ReadonlySet<string>,
  openedAtMs: number,
): readonly Notice[] {
  return notices.filter(
    (notice) => !notice.read && notice.atMs >= openedAtMs && !shown.has(notice.id) && isHeardOutside(notice),
  );
}
