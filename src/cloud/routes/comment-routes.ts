import { z } from 'zod';
import { NewComment } from '../../domain/sync/share-messages.ts';
import { parseAs, type Route } from '../route.ts';

const CommentsQuery = z.object({ after: z.coerce.number().int().nonnegative().default(0) });
export const SaidComment = NewComment.extend({ id: z.uuid() });
const Change = z.object({ change: z.enum(['resolve', 'reopen', 'remove']) });

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
      const said = parseAs(SaidComment, body);
      return said.ok ? parts.database.shares.say(claims, id, said.value) : said;
    },
  },
  {
    method: 'POST',
    path: '/api/projects/:id/comments/:commentId',
    hasBody: true,
    async answer({ caller: { claims }, params: { id = '', commentId = '' }, body, parts }) {
      const asked = parseAs(Change, body);
      if (!asked.ok) return asked;
      return parts.database.shares.changeComment(claims, id, commentId, asked.value.change);
    },
  },
];
