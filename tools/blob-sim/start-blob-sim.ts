import { type Exchange, readBody, reset } from '../fal-sim/sim-exchange.ts';
import { createFaultList } from '../sim-parts/fault-list.ts';
import { serveSim } from '../sim-parts/serve-sim.ts';
import type { StorageFault, StorageSim } from '../sim-parts/storage-sim.ts';
import { answerApi } from './api-routes.ts';
import { answerDelivery } from './delivery-routes.ts';
import { createSimBlobs } from './sim-blobs.ts';
import { type BlobSimState, refuse } from './sim-state.ts';

/** `REELWRIGHT_BLOB_…`. */
export interface BlobSimSettings {
  readonly kind: 'vercel-blob';
  readonly token: string;
  readonly apiUrl: string;
  readonly deliveryUrl: string;
}

export type BlobSim = StorageSim<BlobSimSettings>;

export interface BlobSimOptions {
  readonly port?: number;
  readonly now?: () => number;
  /** Smallest part but the last; the store's is 5 MiB. */
  readonly minPartBytes?: number;
}

/** A local server that speaks Vercel Blob's API of version 12 for one private store, with the store's delivery beside it. Keeps files in memory. */
export async function startBlobSim(options: BlobSimOptions = {}): Promise<BlobSim> {
  const token = 'vercel_blob_rw_simstore_aSecretOfTheSim';
  const now = options.now ?? Date.now;
  const state: BlobSimState = {
    keys: { token, storeSecret: 'what only the store knows' },
    store: createSimBlobs(now),
    faults: createFaultList<StorageFault>(),
    requests: [],
    now,
    minPartBytes: options.minPartBytes ?? 5 * 1024 * 1024,
  };
  const served = await serveSim(options.port ?? 0, (exchange) => answerRequest(state, exchange));
  const { origin } = served.origin;
  return {
    origin: served.origin,
    settings: { kind: 'vercel-blob', token, apiUrl: `${origin}/api/blob`, deliveryUrl: `${origin}/files` },
    keys: () => [...state.store.blobs.keys()],
    bytesOf: (key) => state.store.blobs.get(key)?.bytes ?? null,
    replace(key, bytes) {
      const blob = state.store.blobs.get(key);
      if (blob !== undefined) state.store.blobs.set(key, { ...blob, bytes });
    },
    openUploads: () => state.store.uploads.size,
    loseUploads: () => state.store.uploads.clear(),
    requests: () => state.requests,
    setFaults: (rules) => state.faults.set(rules),
    close: served.close,
  };
}

async function answerRequest(state: BlobSimState, exchange: Exchange): Promise<void> {
  const { request, response, url } = exchange;
  const told = tell(exchange);
  state.requests.push(told);
  response.setHeader('date', new Date(state.now()).toUTCString());
  const struck = (...names: readonly StorageFault[]) => state.faults.strike(names, told);
  if (struck('slow-down') !== null) {
    const refusal = { status: 429, code: 'rate_limited', message: 'Too many requests' };
    return refuse(exchange, refusal, { 'retry-after': '1' });
  }
  if (struck('asleep') !== null) {
    return refuse(exchange, { status: 503, code: 'service_unavailable', message: 'Not available' });
  }
  if (struck('expired') !== null) {
    return refuse(exchange, { status: 403, code: 'forbidden', message: 'Token expired' });
  }
  if (told.startsWith('PUT') && struck('cut-upload') !== null) {
    // The first of it arrives.
    request.once('data', () => reset(exchange));
    return;
  }
  let body = await readBody(request);
  if (told.startsWith('PUT') && struck('other-bytes') !== null)
    body = Buffer.from(body.map((byte) => byte ^ 1));
  if (struck('slow') !== null) await new Promise((resolve) => setTimeout(resolve, 300));
  if (url.pathname.startsWith('/files/')) {
    return answerDelivery(state, exchange, told.startsWith('GET') && struck('cut-download') !== null);
  }
  if (!told.startsWith('GET') && struck('lose-answer') !== null) {
    const { end } = response;
    response.end = (() => {
      response.end = end;
      reset(exchange);
      return response;
    }) as typeof end;
  }
  await answerApi(state, exchange, url.pathname.replace(/^\/api\/blob/, '') || '/', body);
}

/** The call in the words that every storage's stand-in has for it. */
function tell({ request, url }: Exchange): string {
  const { method, headers } = request;
  if (url.pathname.startsWith('/files/')) return `${method} ${url.pathname.slice('/files'.length)}`;
  const pathname = url.searchParams.get('pathname');
  const number = headers['x-mpu-part-number'];
  if (pathname === null) {
    const asked = url.searchParams.get('url');
    return asked === null ? `${method} ${url.pathname}` : `HEAD /${asked}`;
  }
  return number === undefined ? `${method} /${pathname}` : `PUT /${pathname}?partNumber=${String(number)}`;
}
