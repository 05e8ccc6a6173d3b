import { join } from 'node:path';
import { z } from 'zod';
import { ProjectId, ShotId } from '../../domain/kernel/ids.ts';
import { createJsonFile } from '../machine-state/json-file.ts';
import type { Store } from '../store/store.ts';
import type { CommentDesk } from './comment-desk.ts';

const AwaitedTake = z.object({
  projectId: ProjectId,
  commentId: z.string(),
  shotId: ShotId,
});
type AwaitedTake = z.infer<typeof AwaitedTake>;

/** What never came is forgotten when so many others are waited for. */
const mostAwaited = 200;

/** Shots that are made again because of a comment: when a take comes, the comment names it. */
export interface AwaitedTakes {
  await(projectId: ProjectId, commentId: string, shotId: ShotId): void;
  close(): void;
}

/** Kept beside the database: a clip may take longer than the studio is open. */
export function createAwaitedTakes(
  store: Pick<Store, 'home' | 'readOnly' | 'row' | 'onCommit'>,
  comments: Pick<CommentDesk, 'change'>,
): AwaitedTakes {
  const file = createJsonFile<readonly AwaitedTake[]>({
    path: join(store.home, 'awaited-takes.json'),
    schema: z.array(AwaitedTake),
    empty: [],
    readOnly: store.readOnly,
  });
  const stop = store.onCommit(({ changes }) => {
    if (file.value.length === 0) return;
    for (const change of changes) {
      if (change.kind !== 'add' || change.entity !== 'take') continue;
      const take = store.row('take', change.row.id);
      if (take === null || (take.kind !== 'still' && take.kind !== 'clip')) continue;
      const awaited = file.value.find(({ shotId }) => shotId === take.shotId);
      if (awaited === undefined) continue;
      file.write(file.value.filter((one) => one !== awaited));
      // A comment that is gone meanwhile needs no take named.
      comments.change(awaited.projectId, awaited.commentId, { change: 'link-take', takeId: take.id });
    }
  });
  return {
    await(projectId, commentId, shotId) {
      const others = file.value.filter((one) => one.commentId !== commentId);
      file.write([...others, { projectId, commentId, shotId }].slice(-mostAwaited));
    },
    close: stop,
  };
}
