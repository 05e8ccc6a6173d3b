import { z } from 'zod';
import { CommentChange, type CutComment, NewComment } from './share-messages.ts';

/** What was said or done about comments on this computer and has not been told to the service. */
export const CommentIntent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('say'), said: NewComment, createdAtMs: z.int() }),
  z.object({ kind: z.literal('change'), change: CommentChange, atMs: z.int() }),
]);
export type CommentIntent = Readonly<z.infer<typeof CommentIntent>>;

/** As `comment` will be once the service has heard of `intents`, in their order; null where there is none then. */
export function withIntents(
  commentId: string,
  comment: CutComment | null,
  intents: readonly CommentIntent[],
): CutComment | null {
  return intents.reduce((before, intent) => withIntent(commentId, before, intent), comment);
}

function withIntent(commentId: string, before: CutComment | null, intent: CommentIntent): CutComment | null {
  if (intent.kind === 'say') {
    const { name, text, parentId, atMs } = intent.said;
    return (
      before ?? {
        ...{ id: commentId, seq: 0, name, text, parentId, atMs, byMaker: true, shotId: null },
        ...{ shotOffsetMs: null, createdAtMs: intent.createdAtMs, resolvedAtMs: null, takeId: null },
      }
    );
  }
  if (before === null) return null;
  switch (intent.change.change) {
    case 'resolve':
      return { ...before, resolvedAtMs: before.resolvedAtMs ?? intent.atMs };
    case 'reopen':
      return { ...before, resolvedAtMs: null };
    case 'remove':
      return null;
    case 'link-take':
      return { ...before, takeId: intent.change.takeId };
  }
}
