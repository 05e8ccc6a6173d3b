import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Fault } from '../domain/kernel/result.ts';

/** docs/sync.md, "Errors". */
const statuses: Readonly<Record<string, ContentfulStatusCode>> = {
  'sync.bad-request': 400,
  'sync.bad-row': 400,
  'sync.signed-out': 401,
  'sync.over-quota': 402,
  'sync.read-only': 403,
  'sync.no-access': 403,
  'sync.no-project': 404,
  'sync.no-conversion': 404,
  'sync.no-share': 404,
  'sync.no-comment': 404,
  'sync.no-route': 404,
  'sync.no-storage': 404,
  'sync.no-media': 404,
  'sync.clock-ahead': 409,
  'sync.batch-gap': 409,
  'sync.batch-taken': 409,
  'sync.media-damaged': 409,
  'sync.too-large': 413,
  'sync.newer-schema': 426,
  'sync.busy': 429,
  'sync.broken': 500,
  'sync.database-asleep': 503,
  'sync.storage-asleep': 503,
  'sync.identity-asleep': 503,
};

/** A fault as an answer, in the one form that errors have. Of the details it tells when to come again, and which batch was the last. */
export function answerFault(context: Context, { code, message, detail }: Fault, requestId: string): Response {
  const named = detail?.['retryAfterMs'];
  const retryAfterMs = typeof named === 'number' ? Math.ceil(named) : null;
  if (retryAfterMs !== null) context.header('retry-after', String(Math.ceil(retryAfterMs / 1_000)));
  if (code === 'sync.signed-out') context.header('www-authenticate', 'Bearer');
  const applied = detail?.['applied'];
  const last = typeof applied === 'number' ? { applied } : {};
  return context.json({ error: { code, message, requestId, retryAfterMs, ...last } }, statuses[code] ?? 500);
}

export const broken: Fault = {
  code: 'sync.broken',
  message:
    'The service failed at this. Nothing of it was kept. Its people find the reason by the request id.',
};
export const noRoute: Fault = { code: 'sync.no-route', message: 'There is nothing at this address.' };
/** The same for a link that was never there, was revoked or has run out, and for what a password still closes. */
export const noLink: Fault = {
  code: 'sync.no-share',
  message: 'The link is not right, has run out, or was taken back. Ask whoever sent it for a new one.',
};
