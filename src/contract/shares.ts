import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { CaptionMode } from '../domain/export/export-record.ts';
import { ProjectId, ShotId } from '../domain/kernel/ids.ts';
import { plainText } from '../domain/sync/plain-words.ts';
import {
  CommentChange,
  CutComment,
  CutState,
  longestCommentChars,
  NewShare,
  ShareLink,
  ShownCut,
} from '../domain/sync/share-messages.ts';
import { Activity } from './activities.ts';
import { row } from './base.ts';

export const PublishProgress = z.object({
  /** First the film is written on this computer (frames), then it is sent (bytes). */
  stage: z.enum(['writing', 'sending']),
  done: z.int().nonnegative(),
  total: z.int().positive(),
});
export type PublishProgress = z.infer<typeof PublishProgress>;

/** A comment as this studio knows it. */
export const FilmComment = CutComment.extend({
  /** Something that was said or done here has not reached the service. */
  waits: z.boolean(),
  /** Why the service did not take what was said or done here, in a sentence. */
  refusal: z.string().nullable(),
});
export type FilmComment = z.infer<typeof FilmComment>;

const project = { projectId: ProjectId };
const cutOrder = {
  ...project,
  preset: z.string(),
  /** `sidecar`: beside the picture, so that whoever watches may turn them on and off. */
  captions: CaptionMode,
  /** Of the picture; null as the film has it. */
  shortSidePx: z.int().min(144).max(4_320).nullable().default(null),
};

/**
 * Links that show a project's cut to anybody, and what was said of it. Links and cuts are at the sync service: `sync.no-service`,
 * `sync.no-project` (it is not kept the same there), `sync.signed-out`, `sync.unreachable` and the other faults of sync change nothing.
 * Comments are here, too: they are read without it, and what is said or done waits until it can be told.
 */
export const shares = {
  /** Newest first, with those that hold no more. */
  list: row.input(z.strictObject(project)).output(z.array(ShareLink)),
  /** `url` is told this once: nobody keeps it. */
  create: row
    .input(z.strictObject({ ...project, ...NewShare.shape }))
    .output(ShareLink.extend({ url: z.string() })),
  revoke: row.input(z.strictObject({ ...project, shareId: z.string() })).output(ShareLink),
  /** The cut that links show, and how much was edited here since; asks the service. */
  cut: row.input(z.strictObject(project)).output(
    z.object({
      cut: ShownCut.nullable(),
      /** Edits of this device that the cut does not show; null where nobody said of when it is. */
      edits: z.int().nonnegative().nullable(),
    }),
  ),
  /** The sizes that the cut can be published in, the film's own first, with about how large the file gets. */
  cutSizes: row.input(z.strictObject(project)).output(
    z.array(
      z.object({
        shortSidePx: z.int().positive().nullable(),
        widthPx: z.int(),
        heightPx: z.int(),
        estimatedBytes: z.int(),
      }),
    ),
  ),
  /** Publishes the cut as it stands as work of the studio: it goes on when the window is closed, and after a restart. */
  queueCut: row.input(z.strictObject(cutOrder)).output(Activity),
  /** Writes the cut as it stands and has all links show it. Ending the iteration early cancels; links show what they did. */
  publish: row.input(z.strictObject(cutOrder)).output(eventIterator(PublishProgress, CutState)),
  /** Whether watchers may say something by the link. Whoever has it may watch in any case. */
  setCommentsClosed: row
    .input(z.strictObject({ ...project, shareId: z.string(), isClosed: z.boolean() }))
    .output(ShareLink),
  /** What changed since `after`, 0 for all: `revision` of the answer before. Asks nobody. */
  comments: row.input(z.strictObject({ ...project, after: z.int().nonnegative() })).output(
    z.object({
      comments: z.array(FilmComment),
      removed: z.array(z.string()),
      revision: z.int().nonnegative(),
    }),
  ),
  /** Tells the service what waits, and asks it for what is new. Resolves when that has ended. */
  exchangeComments: row.input(z.strictObject(project)).output(z.object({})),
  /** In the name of the person who is signed in. An answer has a parent, a remark a place in the cut. Waits where there is no line. */
  say: row
    .input(
      z.strictObject({
        ...project,
        /** Made by the caller, so that saying it again says it once. */
        id: z.uuid(),
        text: z.string().transform(plainText).pipe(z.string().min(1).max(longestCommentChars)),
        parentId: z.string().nullable(),
        atMs: z.int().nonnegative().nullable(),
      }),
    )
    .output(FilmComment),
  /** The comment as it is now, null where it is gone. Waits where there is no line. */
  changeComment: row
    .input(
      z.strictObject({
        ...project,
        commentId: z.string(),
        change: CommentChange,
      }),
    )
    .output(FilmComment.nullable()),
  /** The shot is made again because of the comment: when its next take comes, the comment names it. */
  awaitTake: row
    .input(z.strictObject({ ...project, commentId: z.string(), shotId: ShotId }))
    .output(z.object({})),
  /** What the service refused of a comment: tells it again, or forgets it. */
  settleRefused: row
    .input(z.strictObject({ ...project, commentId: z.string(), how: z.enum(['again', 'forget']) }))
    .output(FilmComment.nullable()),
};
