import { z } from 'zod';
import { ok } from '../../domain/kernel/result.ts';
import { parseAs, type Route } from '../route.ts';

const ConversionsQuery = z.object({
  project: z.string().min(1).max(200).optional(),
  state: z.string().min(1).max(40).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
});

/** Generations of the projects that the caller sees, as their devices told of them. */
export const conversionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/conversions',
    async answer({ caller: { claims }, query, parts }) {
      const asked = parseAs(ConversionsQuery, query);
      if (!asked.ok) return asked;
      const { project, state, limit } = asked.value;
      const filter = { projectId: project ?? null, state: state ?? null, limit };
      const listed = await parts.database.conversions(claims, filter);
      return listed.ok ? ok({ conversions: listed.value }) : listed;
    },
  },
  {
    method: 'GET',
    path: '/api/conversions/:id',
    answer: ({ caller: { claims }, params: { id = '' }, parts }) => parts.database.conversion(claims, id),
  },
];
