import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { CaptionMode } from '../domain/export/export-record.ts';
import { ProjectId } from '../domain/kernel/ids.ts';
import {
  CommentPage,
  CutComment,
  CutState,
  longestCommentChars,
  NewShare,
  ShareLink,
} from '../domain/sync/share-messages.ts';
import { row } from './base.ts';

export const PublishProgress = z.object({
  /** First the film is written on this computer (frames), then it is sent (bytes). */
  stage: z.enum(['writing', 'sending']),
  done: z.int().nonnegative(),
  total: z.int().positive(),
});
export type PublishProgress = z.infer<typeof PublishProgress>;

const project = { projectId: ProjectId };

/**
 * Links that show a project's cut to anybody, and what was said of it. All of it is at the sync service: `sync.no-service`,
 * `sync.no-project` (it is not kept the same there), `sync.signed-out`, `sync.unreachable` and the other faults of sync change nothing.
 */
export const shares = {
  /** Newest first, with those that hold no more. */
  list: row.input(z.strictObject(project)).output(z.array(ShareLink)),
  /** `url` is told this once: nobody keeps it. */
  create: row
    .input(z.strictObject({ ...project, ...NewShare.shape }))
    .output(ShareLink.extend({ url: z.string() })),
  revoke: row.input(z.strictObject({ ...project, shareId: z.string() })).output(ShareLink),
  /** Writes the cut as it stands and has all links show it. Ending the iteration early cancels; links show what they did. */
  publish: row
    .input(z.strictObject({ ...project, preset: z.string(), captions: CaptionMode }))
    .output(eventIterator(PublishProgress, CutState)),
  /** What changed since `after`, 0 for all. */
  comments: row.input(z.strictObject({ ...project, after: z.int().nonnegative() })).output(CommentPage),
  /** In the name of the person who is signed in. An answer has a parent, a remark a place in the cut. */
  say: row
    .input(
      z.strictObject({
        ...project,
        /** Made by the caller, so that saying it again says it once. */
        id: z.uuid(),
        text: z.string().trim().min(1).max(longestCommentChars),
        parentId: z.string().nullable(),
        atMs: z.int().nonnegative().nullable(),
      }),
    )
    .output(CutComment),
  changeComment: row
    .input(
      z.strictObject({
        ...project,
        commentId: z.string(),
        change: z.enum(['resolve', 'reopen', 'remove']),
      }),
    )
    .output(CutComment),
};
