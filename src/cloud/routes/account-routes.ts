import { z } from 'zod';
import { fail, ok } from '../../domain/kernel/result.ts';
import { AuditAbout, KeyChanges } from '../../domain/sync/account-messages.ts';
import { quotas } from '../plans.ts';
import { parseAs, type Route } from '../route.ts';

const AuditQuery = z.object({
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  about: AuditAbout.optional(),
});

export const accountRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/account',
    async answer({ caller: { claims, plan }, parts }) {
      const noted = await parts.database.noteMember(claims);
      if (!noted.ok) return noted;
      const { userId, organisation } = claims;
      return ok({ userId, organisation, plan });
    },
  },
  {
    method: 'GET',
    path: '/api/usage',
    async answer({ caller: { claims, plan }, parts }) {
      const projects = await parts.database.countProjects(claims);
      if (!projects.ok) return projects;
      const mediaBytes = await parts.database.media.countBytes(claims);
      if (!mediaBytes.ok) return mediaBytes;
      const used = { projects: projects.value, mediaBytes: mediaBytes.value };
      return ok({ plan, quota: quotas[plan], used });
    },
  },
  {
    method: 'GET',
    path: '/api/members',
    async answer({ caller: { claims }, parts }) {
      if (claims.organisation?.role !== 'owner') return ownersOnly();
      const listed = await parts.database.members(claims);
      return listed.ok ? ok({ members: listed.value }) : listed;
    },
  },
  {
    method: 'GET',
    path: '/api/audit',
    async answer({ caller: { claims }, query, parts }) {
      const asked = parseAs(AuditQuery, query);
      if (!asked.ok) return asked;
      const { before = null, about = null, limit } = asked.value;
      const listed = await parts.database.audit(claims, { before, about, limit });
      return listed.ok ? ok({ entries: listed.value }) : listed;
    },
  },
  {
    method: 'POST',
    path: '/api/account/key-changes',
    hasBody: true,
    async answer({ caller: { claims }, body, parts }) {
      const asked = parseAs(KeyChanges, body);
      if (!asked.ok) return asked;
      const noted = await parts.database.noteKeyChanges(claims, asked.value.changes);
      return noted.ok ? ok({ noted: asked.value.changes.length }) : noted;
    },
  },
  {
    method: 'POST',
    path: '/api/sign-out',
    async answer({ caller: { claims }, parts }) {
      const ended = await parts.database.endSession(claims);
      return ended.ok ? ok({ sessionId: claims.sessionId }) : ended;
    },
  },
];

function ownersOnly() {
  return fail('sync.no-access', 'Only an owner of the organisation that you work in sees its members here.');
}
