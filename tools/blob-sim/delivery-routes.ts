import { type Exchange, reset } from '../fal-sim/sim-exchange.ts';
import { readBearer, refuseAddress } from './check-tokens.ts';
import { type BlobSimState, refuse } from './sim-state.ts';

/** Where files are fetched: by a signed address, or with the store's own token. */
export async function answerDelivery(
  state: BlobSimState,
  exchange: Exchange,
  cutInTheMiddle: boolean,
): Promise<void> {
  const { request, response, url } = exchange;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuse(exchange, { status: 405, code: 'not_allowed', message: 'The method is not allowed' });
  }
  const pathname = decodeURIComponent(url.pathname.slice('/files/'.length));
  const isOwner = readBearer(request, state.keys, state.now()).kind === 'owner';
  const refusal = isOwner ? null : refuseAddress(url, pathname, state.keys, state.now());
  if (refusal !== null) return refuse(exchange, refusal);
  const blob = state.store.blobs.get(pathname);
  if (blob === undefined)
    return refuse(exchange, { status: 404, code: 'not_found', message: 'There is no such blob' });
  const size = blob.bytes.length;
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  const from = Number(first ?? 0);
  const to = last === undefined || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== undefined && from >= size) {
    response.writeHead(416, { 'content-range': `bytes */${size}` });
    response.end();
    return;
  }
  response.writeHead(first === undefined ? 200 : 206, {
    'content-type': blob.mime,
    'content-length': String(to - from + 1),
    'accept-ranges': 'bytes',
    etag: blob.etag,
    ...(first === undefined ? {} : { 'content-range': `bytes ${from}-${to}/${size}` }),
  });
  if (request.method === 'HEAD' || !cutInTheMiddle) {
    response.end(request.method === 'HEAD' ? undefined : blob.bytes.subarray(from, to + 1));
    return;
  }
  const half = from + Math.ceil((to + 1 - from) / 2);
  response.write(blob.bytes.subarray(from, half), () => setTimeout(() => reset(exchange), 30));
}
