import type { SimContext } from './sim-context.ts';
import { answerHtml, answerJson, type Exchange, readBody, readJson, reset } from './sim-exchange.ts';
import { simFaults } from './sim-faults.ts';
import { wordsOf } from './sim-models.ts';

/** POST /storage/upload/initiate and initiate-multipart: a place to put a file, and the address it will have. */
export async function initiateRoute(sim: SimContext, exchange: Exchange, inParts: boolean): Promise<void> {
  const body = await readJson(exchange.request);
  if (sim.faults.strike(['upload-500'], '') !== null) {
    return answerJson(exchange, 500, { detail: 'Internal Server Error' });
  }
  const name = sim.media.reserve(String(body?.['file_name'] ?? 'file'));
  const host = sim.nameOf('v3b.fal.media');
  answerJson(exchange, 200, {
    upload_url: `${host}/files/upload/${name}${inParts ? '/multipart' : ''}?sig=sim`,
    file_url: `${host}/files/upload/${name}`,
  });
}

const parts = new WeakMap<SimContext, Map<string, Map<number, Buffer>>>();

/** PUT of a whole file or of one part; POST …/complete joins the parts. */
export async function uploadRoute(sim: SimContext, exchange: Exchange, path: string): Promise<void> {
  const [name = '', multipart, step] = path.split('/');
  const body = await readBody(exchange.request);
  if (sim.faults.strike(['upload-put-500'], '') !== null) {
    return answerJson(exchange, 500, { detail: 'Internal Server Error' });
  }
  if (multipart === undefined) {
    sim.media.store(name, body);
    return answerJson(exchange, 200, {});
  }
  const all = parts.get(sim) ?? new Map<string, Map<number, Buffer>>();
  parts.set(sim, all);
  const mine = all.get(name) ?? new Map<number, Buffer>();
  all.set(name, mine);
  if (step !== 'complete') {
    mine.set(Number(step), body);
    return answerJson(exchange, 200, { partNumber: Number(step), etag: `part-${step}` });
  }
  const order = [...mine.keys()].sort((a, b) => a - b);
  sim.media.store(name, Buffer.concat(order.map((part) => mine.get(part) ?? Buffer.alloc(0))));
  all.delete(name);
  answerJson(exchange, 200, {});
}

/** GET of an uploaded file or of a result, with ranges. A key is never asked for here, and must never be sent. */
export async function mediaRoute(sim: SimContext, exchange: Exchange, path: string): Promise<void> {
  const [folder, file = ''] = path.split('/');
  if (folder === 'upload') {
    const bytes = sim.media.uploaded(file);
    if (bytes === null) return answerJson(exchange, 404, { detail: 'Not found' });
    return sendBytes(exchange, bytes, 'application/octet-stream');
  }
  const request = sim.requests.find(file.replace(/\.\w+$/, ''));
  if (request === undefined) return answerJson(exchange, 404, { detail: 'Not found' });
  const text = `${request.endpoint} ${wordsOf(request.input)}`;
  const fault = sim.faults.strike(simFaults.media, text)?.fault;
  switch (fault) {
    case 'expired-media':
      return answerJson(exchange, 404, { detail: 'Not found' });
    case 'media-500':
      return answerJson(exchange, 500, { detail: 'Internal Server Error' });
    case 'media-html':
      return answerHtml(exchange, 200, 'Sign in to the hotel network');
    case 'media-redirect':
    case 'media-foreign-redirect': {
      const host = fault === 'media-redirect' ? sim.nameOf('v3b.fal.media') : 'https://files.example.com';
      exchange.response.writeHead(302, { location: `${host}/files/${path}` });
      exchange.response.end();
      return;
    }
    default:
  }
  const { bytes, mime } = await sim.media.result(request);
  if (fault !== 'media-reset') return sendBytes(exchange, bytes, mime, () => sim.atPoint('media-half'));
  exchange.response.writeHead(200, {
    'content-type': mime,
    'content-length': String(bytes.length),
    etag: '"sim"',
  });
  // A moment for the half to arrive: a reset throws away what the other side has not read yet.
  exchange.response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => {
    setTimeout(() => reset(exchange), 50);
  });
}

async function sendBytes(
  { request, response }: Exchange,
  bytes: Buffer,
  mime: string,
  atHalf: () => void | Promise<void> = () => {},
): Promise<void> {
  const range = /^bytes=(\d+)-$/.exec(request.headers.range ?? '');
  const from = range === null ? 0 : Number(range[1]);
  if (from >= bytes.length) {
    response.writeHead(416, { 'content-range': `bytes */${bytes.length}` });
    response.end();
    return;
  }
  const body = bytes.subarray(from);
  response.writeHead(range === null ? 200 : 206, {
    'content-type': mime,
    'content-length': String(body.length),
    'accept-ranges': 'bytes',
    etag: '"sim"',
    ...(range === null ? {} : { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` }),
  });
  const half = Math.floor(body.length / 2);
  response.write(body.subarray(0, half));
  await atHalf();
  response.end(body.subarray(half));
}
