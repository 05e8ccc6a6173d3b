import { z } from 'zod';
import { ok } from '../../domain/kernel/result.ts';
import { longestRowId } from '../../domain/kernel/row-id.ts';
import { PushRequest } from '../../domain/sync/sync-messages.ts';
import { quotas } from '../plans.ts';
import { parseAs, type Route } from '../route.ts';

/** PostgreSQL's text cannot hold U+0000, and no id needs it. */
const withoutNul = (text: string): boolean => !text.includes('\0');
const NewProject = z.object({
  id: z.string().min(1).max(longestRowId).refine(withoutNul),
  title: z.string().max(1_000),
  organisationId: z.string().min(1).max(200).nullable(),
});
const Push = PushRequest.refine(
  ({ device, deviceName = '', rows }) =>
    withoutNul(device + deviceName) && rows.every(({ id }) => withoutNul(id)),
  'an id holds a character that none may hold',
);
const count = z.coerce.number().int().nonnegative();
const PullQuery = z.object({
  after: count.default(0),
  from: count.optional(),
  limit: z.coerce.number().int().min(1).max(10_000).default(2_000),
  device: z.string().min(1).max(64).refine(withoutNul).optional(),
});

export const projectRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/projects',
    async answer({ caller: { claims }, parts }) {
      const listed = await parts.database.projects(claims);
      return listed.ok ? ok({ projects: listed.value }) : listed;
    },
  },
  {
    method: 'POST',
    path: '/api/projects',
    hasBody: true,
    async answer({ caller: { claims, plan }, body, parts }) {
      const project = parseAs(NewProject, body);
      if (!project.ok) return project;
      const made = await parts.database.createProject(claims, project.value, quotas[plan].projects);
      if (made.ok) parts.heads.moved({ ...made.value, by: claims });
      return made;
    },
  },
  {
    method: 'GET',
    path: '/api/devices',
    async answer({ caller: { claims }, parts }) {
      const devices = await parts.database.devices(claims);
      return devices.ok ? ok({ devices: devices.value }) : devices;
    },
  },
  {
    method: 'GET',
    path: '/api/projects/removed',
    async answer({ caller: { claims }, parts }) {
      const removed = await parts.database.removedProjects(claims);
      return removed.ok ? ok({ projects: removed.value }) : removed;
    },
  },
  {
    method: 'POST',
    path: '/api/projects/:id/restore',
    async answer({ caller: { claims, plan }, params: { id = '' }, parts }) {
      const back = await parts.database.restoreProject(claims, id, quotas[plan].projects);
      if (back.ok) parts.heads.moved({ ...back.value, by: claims });
      return back;
    },
  },
  {
    method: 'GET',
    path: '/api/projects/:id',
    answer: ({ caller: { claims }, params: { id = '' }, parts }) => parts.database.project(claims, id),
  },
  {
    method: 'DELETE',
    path: '/api/projects/:id',
    async answer({ caller: { claims }, params: { id = '' }, parts }) {
      const removed = await parts.database.removeProject(claims, id);
      if (!removed.ok) return removed;
      return ok({ id });
    },
  },
  {
    method: 'POST',
    path: '/api/projects/:id/push',
    hasBody: true,
    async answer({ caller: { claims }, params: { id = '' }, body, parts }) {
      const request = parseAs(Push, body);
      if (!request.ok) return request;
      const pushed = await parts.database.push(claims, id, request.value);
      if (pushed.ok) {
        const { head, nowMs: changedAtMs } = pushed.value;
        parts.heads.moved({ id, head, changedAtMs, by: claims });
      }
      return pushed;
    },
  },
  {
    method: 'GET',
    path: '/api/projects/:id/pull',
    async answer({ caller: { claims }, params: { id = '' }, query, parts }) {
      const asked = parseAs(PullQuery, query);
      if (!asked.ok) return asked;
      const { from = null, device = null, ...page } = asked.value;
      return parts.database.pull(claims, id, { ...page, from, device });
    },
  },
];
