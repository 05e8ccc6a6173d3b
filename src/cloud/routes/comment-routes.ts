import { z } from 'zod';
import { CommentChange, NewComment } from '../../domain/sync/share-messages.ts';
import { parseAs, type Route } from '../route.ts';

const CommentsQuery = z.object({ after: z.coerce.number().int().nonnegative().default(0) });
export const SaidComment = NewComment.extend({ id: z.uuid() });

/** What watchers said of the project's cut, for its makers. docs/sync.md, "Sharing". */
export const commentRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/projects/:id/comments',
    async answer({ caller: { claims }, params: { id = '' }, query, parts }) {
      const asked = parseAs(CommentsQuery, query);
      return asked.ok ? parts.database.shares.comments(claims, id, asked.value.after) : asked;
    },
  },
  {
    method: 'POST',
    path: '/api/projects/:id/comments',
    hasBody: true,
    async answer({ caller: { claims }, params: { id = '' }, body, parts }) {
      const asked = parseAs(SaidComment, body);
      if (!asked.ok) return asked;
      const said = await parts.database.shares.say(claims, id, asked.value);
      if (said.ok) parts.heads.commented({ id, commentSeq: said.value.seq });
      return said;
    },
  },
  {
    method: 'POST',
    path: '/api/projects/:id/comments/:commentId',
    hasBody: true,
    async answer({ caller: { claims }, params: { id = '', commentId = '' }, body, parts }) {
      const asked = parseAs(CommentChange, body);
      if (!asked.ok) return asked;
      const changed = await parts.database.shares.changeComment(claims, id, commentId, asked.value);
      if (changed.ok) parts.heads.commented({ id, commentSeq: changed.value.seq });
      return changed;
    },
  },
];
