import { z } from 'zod';
import { ok } from '../../domain/kernel/result.ts';
import { parseAs, type Route } from '../route.ts';

const Place = z.object({ seq: z.int().nonnegative(), projectId: z.string(), id: z.string() });

const ConversionsQuery = z.object({
  project: z.string().min(1).max(200).optional(),
  state: z.string().min(1).max(40).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
  after: z.string().max(1_000).transform(placeOf).optional(),
});

/** `next` of the page before, which is a place as text and nothing that a caller reads. */
function placeOf(text: string, context: z.RefinementCtx): z.output<typeof Place> {
  try {
    return Place.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    context.addIssue({ code: 'custom', message: 'is no place in the list' });
    return z.NEVER;
  }
}

/** Generations of the projects that the caller sees, as their devices told of them. */
export const conversionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/conversions',
    async answer({ caller: { claims }, query, parts }) {
      const asked = parseAs(ConversionsQuery, query);
      if (!asked.ok) return asked;
      const { project, state, limit, after } = asked.value;
      const filter = { projectId: project ?? null, state: state ?? null, limit, after: after ?? null };
      const listed = await parts.database.conversions(claims, filter);
      if (!listed.ok) return listed;
      const { conversions, next } = listed.value;
      const text = next === null ? null : Buffer.from(JSON.stringify(next)).toString('base64url');
      return ok({ conversions, next: text });
    },
  },
  {
    method: 'GET',
    path: '/api/conversions/:id',
    answer: ({ caller: { claims }, params: { id = '' }, parts }) => parts.database.conversion(claims, id),
  },
];
