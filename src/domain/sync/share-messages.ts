import { z } from 'zod';
import { plainName, plainText } from './plain-words.ts';

/** What a studio and the sync service say to each other about links, cuts and comments. Meaning: docs/sync.md, "Sharing". */

const count = z.int().nonnegative();
const timeMs = count;
export const longestCommentChars = 4_000;
export const longestNameChars = 80;

export const ShareLink = z.object({
  id: z.string(),
  title: z.string(),
  hasPassword: z.boolean(),
  createdAtMs: timeMs,
  expiresAtMs: timeMs.nullable(),
  revokedAtMs: timeMs.nullable(),
  /** Since when nobody may say anything by it; null while anybody may. */
  commentsClosedAtMs: timeMs.nullable().default(null),
});
export type ShareLink = Readonly<z.infer<typeof ShareLink>>;

export const NewShare = z.object({
  title: z.string().max(200),
  expiresAtMs: timeMs.nullable(),
  password: z.string().min(4).max(200).nullable(),
});
export type NewShare = Readonly<z.infer<typeof NewShare>>;

/** The only answer that ever names the link's address (a path of the service, `/watch/…`). */
export const MadeShare = ShareLink.extend({ path: z.string() });
export type MadeShare = Readonly<z.infer<typeof MadeShare>>;
export const ShareList = z.object({ shares: z.array(ShareLink) });

/** Where a shot stands in a cut, in milliseconds. */
export const CutShot = z.object({ shotId: z.string().min(1).max(200), startMs: timeMs, durationMs: timeMs });
export type CutShot = Readonly<z.infer<typeof CutShot>>;

/** A cut as its maker announces it: an MP4 that can be played while it arrives. */
export const NewCut = z.object({
  /** Of the file, in lower-case hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().positive(),
  durationMs: z
    .int()
    .positive()
    .max(24 * 3_600_000),
  shots: z.array(CutShot).max(20_000),
  /** When the timeline was as the cut shows it. */
  madeAtMs: timeMs.optional(),
  /** Its captions as WebVTT, where they are not in the picture. */
  captions: z
    .string()
    .max(2 * 1024 * 1024)
    .optional(),
  /** A JPEG in base64 that stands for the film until it plays. */
  poster: z
    .string()
    .max(400_000)
    .regex(/^[A-Za-z0-9+/]+=*$/)
    .optional(),
});
export type NewCut = Readonly<z.infer<typeof NewCut>>;

/** Whether links show it now. */
export const CutState = z.object({ published: z.boolean() });
export type CutState = Readonly<z.infer<typeof CutState>>;

/** The cut that links show. */
export const ShownCut = z.object({
  sha256: z.string(),
  bytes: count,
  durationMs: count,
  publishedAtMs: timeMs,
  /** When the timeline was as the cut shows it; null where its maker did not say. */
  madeAtMs: timeMs.nullable(),
});
export type ShownCut = Readonly<z.infer<typeof ShownCut>>;
/** The answer of `GET …/cut`: null until one was published. */
export const CutAnswer = z.object({ cut: ShownCut.nullable() });

export const CutComment = z.object({
  id: z.string(),
  /** Counts up in the project with every comment and every change of one. */
  seq: count,
  parentId: z.string().nullable(),
  name: z.string(),
  text: z.string(),
  /** Whether one of its makers said it. */
  byMaker: z.boolean(),
  atMs: timeMs.nullable(),
  shotId: z.string().nullable(),
  shotOffsetMs: timeMs.nullable(),
  createdAtMs: timeMs,
  resolvedAtMs: timeMs.nullable(),
  /** The take that was made because of it. */
  takeId: z.string().nullable().default(null),
});
export type CutComment = Readonly<z.infer<typeof CutComment>>;

/** Changed since `after`, oldest change first; `removed` names those that were taken away. */
export const CommentPage = z.object({
  comments: z.array(CutComment),
  removed: z.array(z.string()),
  seq: count,
});
export type CommentPage = Readonly<z.infer<typeof CommentPage>>;

export const NewComment = z.object({
  name: z.string().transform(plainName).pipe(z.string().min(1).max(longestNameChars)),
  text: z.string().transform(plainText).pipe(z.string().min(1).max(longestCommentChars)),
  parentId: z.string().max(64).nullable(),
  atMs: timeMs.nullable(),
});
export type NewComment = Readonly<z.infer<typeof NewComment>>;

/** What its makers do about a comment. `link-take` says that a new take of its shot was made because of it. */
export const CommentChange = z.discriminatedUnion('change', [
  z.object({ change: z.enum(['resolve', 'reopen', 'remove']) }),
  z.object({ change: z.literal('link-take'), takeId: z.string().min(1).max(200) }),
]);
export type CommentChange = Readonly<z.infer<typeof CommentChange>>;
