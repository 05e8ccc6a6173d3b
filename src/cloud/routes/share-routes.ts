import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ok } from '../../domain/kernel/result.ts';
import { type CutAnswer, type MadeShare, NewShare, ShownCut } from '../../domain/sync/share-messages.ts';
import { parseAs, type Route } from '../route.ts';
import { hashOfToken, hashPassword, newShareToken } from '../shares/secrets.ts';

const ShareChange = z.object({ commentsClosed: z.boolean() });

/** Links of a project, for those who may change it. docs/sync.md, "Sharing". */
export const shareRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/projects/:id/share',
    async answer({ caller: { claims }, params: { id = '' }, parts }) {
      const listed = await parts.database.shares.list(claims, id);
      return listed.ok ? ok({ shares: listed.value }) : listed;
    },
  },
  {
    method: 'POST',
    path: '/api/projects/:id/share',
    hasBody: true,
    async answer({ caller: { claims }, params: { id = '' }, body, parts }) {
      const asked = parseAs(NewShare, body);
      if (!asked.ok) return asked;
      // Before the slow hash: whoever may not share costs the service nothing.
      const allowed = await parts.database.shares.cut(claims, id);
      if (!allowed.ok) return allowed;
      const { title, expiresAtMs, password } = asked.value;
      const token = newShareToken();
      const made = await parts.database.shares.create(claims, id, {
        ...{ id: randomUUID(), title, expiresAtMs, tokenHash: hashOfToken(token) },
        passwordHash: password === null ? null : await hashPassword(password),
      });
      return made.ok ? ok({ ...made.value, path: `/watch/${token}` } satisfies MadeShare) : made;
    },
  },
  {
    method: 'GET',
    path: '/api/projects/:id/cut',
    async answer({ caller: { claims }, params: { id = '' }, parts }) {
      const shown = await parts.database.shares.cut(claims, id);
      if (!shown.ok) return shown;
      const cut = shown.value === null ? null : ShownCut.parse(shown.value);
      return ok({ cut } satisfies z.infer<typeof CutAnswer>);
    },
  },
  {
    method: 'POST',
    path: '/api/projects/:id/share/:shareId',
    hasBody: true,
    async answer({ caller: { claims }, params: { id = '', shareId = '' }, body, parts }) {
      const asked = parseAs(ShareChange, body);
      if (!asked.ok) return asked;
      return parts.database.shares.setCommentsClosed(claims, id, shareId, asked.value.commentsClosed);
    },
  },
  {
    method: 'DELETE',
    path: '/api/projects/:id/share/:shareId',
    answer: ({ caller: { claims }, params: { id = '', shareId = '' }, parts }) =>
      parts.database.shares.revoke(claims, id, shareId),
  },
];
