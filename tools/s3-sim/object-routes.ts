import { type Exchange, readBody, reset } from '../fal-sim/sim-exchange.ts';
import type { StorageFault } from '../sim-parts/storage-sim.ts';
import { answerBucket } from './bucket-routes.ts';
import { checkSignature } from './check-signature.ts';
import { answerParts } from './part-routes.ts';
import { checksumHolds, refuse } from './refuse.ts';
import type { SimObject } from './sim-objects.ts';
import type { S3SimState } from './sim-state.ts';

export async function answerRequest(state: S3SimState, exchange: Exchange): Promise<void> {
  const { request, response, url } = exchange;
  // Its clock, not this computer's: callers may learn from it how far theirs is off.
  response.setHeader('date', new Date(state.now()).toUTCString());
  const number = url.searchParams.get('partNumber');
  const told = `${request.method} ${url.pathname}${number === null ? '' : `?partNumber=${number}`}`;
  state.requests.push(told);
  const struck = (...names: readonly StorageFault[]) => state.faults.strike(names, told) !== null;
  if (struck('slow-down')) return refuse(exchange, 503, 'SlowDown', 'Please reduce your request rate.');
  if (struck('asleep'))
    return refuse(exchange, 503, 'ServiceUnavailable', 'Service is unable to handle request.');
  if (struck('expired')) return refuse(exchange, 403, 'AccessDenied', 'Request has expired');
  const refused = checkSignature(request, url, state.keys, state.now());
  if (refused !== null) return refuse(exchange, refused.status, refused.code, refused.message);
  if (url.pathname === `/${state.bucket}` && request.method === 'GET') return answerBucket(state, exchange);
  if (!url.pathname.startsWith(`/${state.bucket}/`)) {
    return refuse(exchange, 404, 'NoSuchBucket', 'The specified bucket does not exist');
  }
  if (request.method === 'PUT' && struck('cut-upload')) {
    // The first of it arrives.
    request.once('data', () => reset(exchange));
    return;
  }
  let body = await readBody(request);
  if (request.method === 'PUT' && struck('other-bytes')) body = Buffer.from(body.map((byte) => byte ^ 1));
  if (struck('slow')) await new Promise((resolve) => setTimeout(resolve, 300));
  const answer = () =>
    (url.search === '' || isPlain(url) ? answerObject : answerParts)(state, exchange, body);
  if (request.method === 'GET' && isPlain(url) && struck('cut-download')) {
    return cutDownload(state, exchange);
  }
  if (request.method !== 'GET' && struck('lose-answer')) {
    const { end } = response;
    response.end = (() => {
      response.end = end;
      reset(exchange);
      return response;
    }) as typeof end;
  }
  await answer();
}

function isPlain({ searchParams: query }: URL): boolean {
  return !query.has('uploads') && !query.has('uploadId');
}

async function answerObject(state: S3SimState, exchange: Exchange, body: Buffer): Promise<void> {
  const { request, response, url } = exchange;
  const key = decodeURIComponent(url.pathname);
  const object = state.store.objects.get(key);
  switch (request.method) {
    case 'PUT': {
      if (!checksumHolds(exchange, body)) return;
      const { etag, checksum } = state.store.put(key, body, String(request.headers['content-type']));
      response.writeHead(200, { etag, 'x-amz-checksum-sha256': checksum });
      response.end();
      return;
    }
    case 'DELETE':
      state.store.objects.delete(key);
      response.writeHead(204);
      response.end();
      return;
    case 'GET':
    case 'HEAD':
      if (object === undefined) {
        return refuse(exchange, 404, 'NoSuchKey', 'The specified key does not exist.');
      }
      return answerBytes(exchange, object);
    default:
      refuse(exchange, 405, 'MethodNotAllowed', 'The method is not allowed.');
  }
}

async function answerBytes({ request, response }: Exchange, object: SimObject): Promise<void> {
  const size = object.bytes.length;
  const match = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  const ifRange = request.headers['if-range'];
  const range = match !== null && (ifRange === undefined || ifRange === object.etag) ? match : null;
  const from = range === null ? 0 : Number(range[1]);
  const to = range === null || range[2] === '' ? size - 1 : Math.min(Number(range[2]), size - 1);
  if (range !== null && from >= size) {
    return refuse({ response }, 416, 'InvalidRange', 'The requested range is not satisfiable');
  }
  const asked = request.headers['x-amz-checksum-mode'] === 'ENABLED';
  response.writeHead(range === null ? 200 : 206, {
    'content-type': object.mime,
    'content-length': String(to - from + 1),
    'accept-ranges': 'bytes',
    etag: object.etag,
    ...(range === null ? {} : { 'content-range': `bytes ${from}-${to}/${size}` }),
    ...(asked ? { 'x-amz-checksum-sha256': object.checksum } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : object.bytes.subarray(from, to + 1));
}

function cutDownload({ store }: S3SimState, exchange: Exchange): void {
  const object = store.objects.get(decodeURIComponent(exchange.url.pathname));
  const bytes = object?.bytes ?? Buffer.alloc(0);
  const from = Number(/^bytes=(\d+)-/.exec(exchange.request.headers.range ?? '')?.[1] ?? 0);
  exchange.response.writeHead(from > 0 ? 206 : 200, {
    'content-length': String(bytes.length - from),
    etag: object?.etag ?? '',
    ...(from > 0 ? { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` } : {}),
  });
  const half = from + Math.ceil((bytes.length - from) / 2);
  exchange.response.write(bytes.subarray(from, half), () => setTimeout(() => reset(exchange), 30));
}
