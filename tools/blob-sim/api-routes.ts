import { answerJson, type Exchange } from '../fal-sim/sim-exchange.ts';
import { bad, issueDelegation, readBearer, refuseByScope } from './check-tokens.ts';
import { answerParts } from './part-routes.ts';
import { described } from './sim-blobs.ts';
import { type BlobSimState, refuse } from './sim-state.ts';

const longestPathname = 950;
const notFound = { status: 404, code: 'not_found', message: 'The requested blob does not exist' };

/** The control API, below `/api/blob`. */
export async function answerApi(
  state: BlobSimState,
  exchange: Exchange,
  path: string,
  body: Buffer,
): Promise<void> {
  const { request, url } = exchange;
  if (request.headers['x-api-version'] === undefined)
    return refuse(exchange, bad('x-api-version is missing'));
  const bearer = readBearer(request, state.keys, state.now());
  if (bearer.kind === 'refused') return refuse(exchange, bearer.refusal);
  const pathname = url.searchParams.get('pathname') ?? '';
  const isSending = (request.method === 'PUT' && path === '/') || path === '/mpu';
  if (isSending) {
    if (pathname === '' || pathname.length > longestPathname || pathname.includes('//')) {
      return refuse(exchange, bad('the pathname cannot be used'));
    }
    if (request.headers['x-vercel-blob-access'] !== 'private') {
      return refuse(exchange, bad('Cannot use public access on a private store'));
    }
    return path === '/mpu'
      ? answerParts(state, exchange, bearer, pathname, body)
      : putBlob(state, exchange, bearer, pathname, body);
  }
  if (bearer.kind === 'client') {
    const message = 'This operation is not available when using a client token.';
    return refuse(exchange, { status: 403, code: 'client_token_not_allowed', message });
  }
  const json = readJson(body);
  if (request.method === 'POST' && path === '/signed-token') {
    return answerJson(exchange, 200, issueDelegation(state.keys, json, state.now()));
  }
  if (request.method === 'POST' && path === '/delete') {
    for (const name of json['urls'] as string[]) state.store.blobs.delete(name);
    return answerJson(exchange, 200, null);
  }
  if (request.method !== 'GET') return refuse(exchange, notFound);
  const asked = url.searchParams.get('url');
  if (asked === null) return listBlobs(state, exchange);
  return state.store.blobs.has(asked)
    ? answerJson(exchange, 200, described(state.store, asked))
    : refuse(exchange, notFound);
}

async function putBlob(
  state: BlobSimState,
  exchange: Exchange,
  bearer: Exclude<ReturnType<typeof readBearer>, { kind: 'refused' }>,
  pathname: string,
  body: Buffer,
): Promise<void> {
  const { request } = exchange;
  const mime = String(request.headers['x-content-type'] ?? 'application/octet-stream');
  const refusal =
    bearer.kind === 'client' ? refuseByScope(bearer.scope, { pathname, mime, bytes: body.length }) : null;
  if (refusal !== null) return refuse(exchange, refusal);
  const mayReplace =
    bearer.kind === 'client' ? bearer.scope.allowOverwrite : request.headers['x-allow-overwrite'] === '1';
  if (state.store.blobs.has(pathname) && !mayReplace) {
    return refuse(exchange, bad('This blob already exists, use `allowOverwrite: true`'));
  }
  state.store.put(pathname, body, mime);
  answerJson(exchange, 200, described(state.store, pathname));
}

function listBlobs(state: BlobSimState, exchange: Exchange): void {
  const { searchParams: query } = exchange.url;
  const names = [...state.store.blobs.keys()]
    .filter((name) => name.startsWith(query.get('prefix') ?? ''))
    .sort();
  const limit = Number(query.get('limit') ?? 1_000);
  const blobs = names.slice(0, limit).map((name) => described(state.store, name));
  answerJson(exchange, 200, { blobs, hasMore: names.length > limit });
}

function readJson(body: Buffer): Record<string, unknown> {
  return body.length === 0 ? {} : JSON.parse(body.toString('utf8'));
}
