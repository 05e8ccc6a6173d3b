import { randomUUID } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { type Fault, ok } from '../domain/kernel/result.ts';
import { answerFault, broken, noLink, noRoute } from './answers.ts';
import { createRateLimit } from './limits/create-rate-limit.ts';
import { readBytes, readJsonBody } from './limits/read-json-body.ts';
import { describeError } from './observed/describe-error.ts';
import type { Log } from './observed/log.ts';
import type { Metrics } from './observed/metrics.ts';
import { rememberStorageState } from './observed/storage-state.ts';
import { packedAnswer } from './packed-answer.ts';
import type { CloudParts, Route } from './route.ts';
import { routes } from './routes/routes.ts';
import type { IssuerKeys } from './tokens/issuer-keys.ts';
import { createSessionNotes } from './tokens/note-sessions.ts';
import type { VerifyToken } from './tokens/verify-token.ts';
import { callerAddress } from './watch/caller-address.ts';
import { addWatchRoutes } from './watch/watch-routes.ts';

export interface CloudAppOptions {
  readonly parts: CloudParts;
  readonly verifyToken: VerifyToken;
  readonly identityState: IssuerKeys['state'];
  readonly log: Log;
  readonly metrics: Metrics;
  readonly metricsToken: string | null;
  /** How many proxies of one's own stand before the service. */
  readonly proxyHops: number;
  /** Whether it takes calls still; false while it shuts down. */
  readonly isOpen: () => boolean;
}

type Env = {
  Bindings: Partial<HttpBindings>;
  Variables: { requestId: string; route: string; user: string | null; fault: Fault | null };
};

/** Answered to everybody. */
const openPaths = ['/health', '/ready', '/metrics'];
const largestBodyBytes = 16 * 1024 * 1024;
/** What one person's devices may ask: a push a second each, and a first sync at once. */
const limit = { burst: 300, perSecond: 30, callers: 50_000 };

/** The service as a function from request to answer. */
export function createCloudApp(options: CloudAppOptions): Hono<Env> {
  const { parts, log, metrics, isOpen, metricsToken } = options;
  const app = new Hono<Env>();
  app.use(async (context, next) => {
    const started = performance.now();
    const given = context.req.header('x-request-id') ?? '';
    const requestId = /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
    context.set('requestId', requestId);
    context.set('route', openPaths.find((path) => path === context.req.path) ?? 'none');
    context.set('user', null);
    context.set('fault', null);
    await next();
    context.header('x-request-id', requestId);
    context.header('x-content-type-options', 'nosniff');
    if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-store');
    note(context, options, performance.now() - started);
  });
  const storageState = rememberStorageState(parts);
  app.get('/health', (context) => context.json({ ok: true }));
  app.get('/ready', async (context) => {
    const [answer, identity, storage] = await Promise.all([
      parts.database.ready(),
      options.identityState(),
      storageState(),
    ]);
    const database = answer.ok ? 'answers' : 'asleep';
    const ready = isOpen() && answer.ok && identity !== 'asleep';
    return context.json({ ready, database, identity, storage }, ready ? 200 : 503);
  });
  app.get('/metrics', async (context) => {
    const given = context.req.header('authorization');
    if (metricsToken !== null && given !== `Bearer ${metricsToken}`) return context.notFound();
    return context.text(await metrics.text(), 200, { 'content-type': metrics.contentType });
  });
  const refuse = (context: Context<Env>, fault: Fault): Response => {
    context.set('fault', fault);
    return answerFault(context, fault, context.get('requestId'));
  };
  const answerRoute = routeAnswerer(options);
  for (const route of routes) {
    app.on(route.method, route.path, async (context) => {
      context.set('route', route.path);
      const answer = await answerRoute(route, context);
      return answer instanceof Response ? answer : refuse(context, answer);
    });
  }
  addWatchRoutes(app, {
    ...{ parts, refuse, proxyHops: options.proxyHops, nothing: noLink },
    remoteAddress,
    isSecure: (context) => options.proxyHops > 0 && context.req.header('x-forwarded-proto') === 'https',
  });
  app.notFound((context) => refuse(context, noRoute));
  app.onError((error, context) => {
    log({ event: 'failed', requestId: context.get('requestId'), error: describeError(error) });
    return refuse(context, broken);
  });
  return app;
}

const remoteAddress = (context: Context<Env>): string => context.env?.incoming?.socket.remoteAddress ?? '';

function routeAnswerer({ parts, verifyToken, proxyHops }: CloudAppOptions) {
  const noteSession = createSessionNotes(parts.database);
  const mayCall = createRateLimit({ ...limit, now: parts.now });
  return async (route: Route, context: Context<Env>): Promise<Response | Fault> => {
    const { req } = context;
    const caller = await verifyToken(req.header('authorization'));
    if (!caller.ok) return caller.fault;
    const { userId } = caller.value.claims;
    context.set('user', userId);
    const waitMs = mayCall(userId);
    if (waitMs !== null) return tooOften(waitMs);
    const forwarded = req.header('x-forwarded-for');
    const address = callerAddress(remoteAddress(context), forwarded, proxyHops);
    await noteSession(caller.value.claims, { device: req.header('user-agent') ?? null, address });
    const read = route.hasBody ? await readJsonBody(req.raw, largestBodyBytes) : ok(undefined);
    if (!read.ok) return read.fault;
    const answer = await route.answer({
      caller: caller.value,
      params: req.param(),
      query: req.query(),
      body: read.value,
      readBytes: (mostBytes) => readBytes(req.raw, mostBytes),
      header: (name) => req.header(name),
      parts,
    });
    if (!answer.ok) return answer.fault;
    return answer.value instanceof Response ? answer.value : packedAnswer(context, answer.value as object);
  };
}

function tooOften(retryAfterMs: number): Fault {
  return {
    code: 'sync.busy',
    message: 'That is more than one person may ask at once. Nothing of it was done. Try again in a moment.',
    detail: { retryAfterMs },
  };
}

function note(context: Context<Env>, { log, metrics }: CloudAppOptions, tookMs: number): void {
  const { method } = context.req;
  const { status } = context.res;
  const route = context.get('route');
  const fault = context.get('fault');
  metrics.answered(route, method, status, tookMs / 1_000);
  if (fault !== null) metrics.refused(fault.code);
  if (route === '/health' || route === '/metrics') return;
  log({
    event: 'answered',
    requestId: context.get('requestId'),
    route,
    method,
    status,
    tookMs: Math.round(tookMs * 10) / 10,
    user: context.get('user'),
    code: fault?.code ?? null,
    reason: typeof fault?.detail?.['reason'] === 'string' ? fault.detail['reason'] : null,
  });
}
