import { answerJson, type Exchange } from '../fal-sim/sim-exchange.ts';
import { type Bearer, bad, refuseByScope } from './check-tokens.ts';
import { described, etagOf } from './sim-blobs.ts';
import { type BlobSimState, refuse } from './sim-state.ts';

/** Uploads in parts: `POST /mpu` with an action in `x-mpu-action`. The store tells nobody which parts it has. */
export async function answerParts(
  state: BlobSimState,
  exchange: Exchange,
  bearer: Exclude<Bearer, { kind: 'refused' }>,
  pathname: string,
  body: Buffer,
): Promise<void> {
  const { headers } = exchange.request;
  const mime = String(headers['x-content-type'] ?? 'application/octet-stream');
  const action = headers['x-mpu-action'];
  const bytes = action === 'upload' ? body.length : 0;
  const refusal = bearer.kind === 'client' ? refuseByScope(bearer.scope, { pathname, mime, bytes }) : null;
  if (refusal !== null) return refuse(exchange, refusal);
  if (action === 'create') {
    const uploadId = state.store.begin(pathname, mime);
    return answerJson(exchange, 200, { key: pathname, uploadId });
  }
  const id = String(headers['x-mpu-upload-id'] ?? '');
  const upload = state.store.uploads.get(id);
  const key = decodeURIComponent(String(headers['x-mpu-key'] ?? ''));
  if (upload === undefined || upload.pathname !== pathname || key !== pathname) {
    return refuse(exchange, bad('The multipart upload does not exist'));
  }
  if (action === 'upload') {
    const number = Number(headers['x-mpu-part-number']);
    if (!Number.isInteger(number) || number < 1 || number > 10_000)
      return refuse(exchange, bad('x-mpu-part-number'));
    const etag = etagOf(body);
    upload.parts.set(number, { bytes: body, etag });
    return answerJson(exchange, 200, { etag });
  }
  if (action !== 'complete') return refuse(exchange, bad('x-mpu-action'));
  const named = JSON.parse(body.toString('utf8')) as { partNumber: number; etag: string }[];
  const small = named
    .slice(0, -1)
    .some(({ partNumber }) => (upload.parts.get(partNumber)?.bytes.length ?? 0) < state.minPartBytes);
  if (small) return refuse(exchange, bad('A part is smaller than the smallest allowed'));
  if (state.store.complete(id, named) === null) return refuse(exchange, bad('A part could not be found'));
  answerJson(exchange, 200, described(state.store, pathname));
}
