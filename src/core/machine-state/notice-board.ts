import { join } from 'node:path';
import { z } from 'zod';
import { Notice } from '../../contract/studio.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdSource } from '../ports/id-source.ts';
import { createJsonFile } from './json-file.ts';

export interface NewNotice {
  readonly level: Notice['level'];
  readonly code: string;
  readonly message: string;
  readonly projectId?: Notice['projectId'];
  readonly path?: string | null;
  readonly activityId?: string | null;
  readonly batchId?: string | null;
}

/** What a person should know, newest first; kept over restarts, the oldest forgotten. */
export interface NoticeBoard {
  list(): readonly Notice[];
  add(notice: NewNotice): void;
  /** Marks some as read, or all for an empty list. */
  markRead(ids: readonly string[]): readonly Notice[];
  /** What the notice asked for work that was broken off is answered: nobody is offered it again. */
  answer(activityId: string): void;
  onChange(listener: (notices: readonly Notice[]) => void): () => void;
}

/** So many are kept. */
export const keptNotices = 200;

export interface NoticeBoardParts {
  readonly home: string;
  readonly readOnly: boolean;
  readonly clock: Clock;
  readonly ids: IdSource;
  /** Told of each that is new, before it is kept. */
  readonly onAdd?: (notice: NewNotice) => void;
}

export function createNoticeBoard({ home, readOnly, clock, ids, onAdd }: NoticeBoardParts): NoticeBoard {
  const file = createJsonFile<readonly Notice[]>({
    path: join(home, 'notices.json'),
    schema: z.array(Notice),
    empty: [],
    readOnly,
  });
  const listeners = new Set<(notices: readonly Notice[]) => void>();
  const become = (notices: readonly Notice[]): void => {
    // A disk that takes no notices has said so elsewhere; they are shown all the same.
    file.write(notices.slice(0, keptNotices));
    for (const listener of listeners) listener(file.value);
  };
  return {
    list: () => file.value,
    add(given) {
      onAdd?.(given);
      const { projectId = null, path = null, activityId = null, batchId = null, ...notice } = given;
      const about = { ...notice, projectId, path, activityId, batchId };
      // What says the same as one that nobody has looked at yet is that one, once more.
      const before = file.value.find((other) => !other.read && saysTheSame(other, about));
      const atMs = clock.nowMs();
      const added: Notice =
        before === undefined
          ? { id: ids.newId(), atMs, ...about, read: false, times: 1 }
          : { ...before, id: ids.newId(), atMs, times: before.times + 1 };
      become([added, ...file.value.filter((other) => other !== before)]);
    },
    markRead(given) {
      const marked = new Set(given);
      const isMarked = ({ id }: Notice): boolean => given.length === 0 || marked.has(id);
      if (file.value.some((notice) => !notice.read && isMarked(notice))) {
        become(file.value.map((notice) => (isMarked(notice) ? { ...notice, read: true } : notice)));
      }
      return file.value;
    },
    answer(activityId) {
      if (!file.value.some((notice) => notice.activityId === activityId)) return;
      become(
        file.value.map((notice) =>
          notice.activityId === activityId ? { ...notice, activityId: null, read: true } : notice,
        ),
      );
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const told = ['level', 'code', 'message', 'projectId', 'path', 'activityId', 'batchId'] as const;

function saysTheSame(a: Notice, b: Pick<Notice, (typeof told)[number]>): boolean {
  return told.every((field) => a[field] === b[field]);
}
