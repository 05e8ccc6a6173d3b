import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeClip, makePicture } from '../fal-sim/make-media.ts';
import { answerHtml, answerJson, type Exchange, readBody, readJson, reset } from '../fal-sim/sim-exchange.ts';
import { answerWireFault, wireFaults } from '../sim-parts/answer-fault.ts';
import { createFaultList, type FaultList, type FaultRule } from '../sim-parts/fault-list.ts';
import { serveSim } from '../sim-parts/serve-sim.ts';
import { checkInput, replicateSimModels, sdxlVersion } from './sim-models.ts';
import {
  newPrediction,
  predictSeconds,
  type SimEnding,
  type SimPrediction,
  stateOf,
  tellPrediction,
} from './sim-predictions.ts';

const submitFaults = [
  'bad-input',
  'no-credit',
  'rate-limit',
  'rate-limit-in-words',
  'no-model',
  'no-id',
] as const;
const endings = ['failed', 'flagged', 'no-output', 'foreign-output'] as const;
const others = [
  'endless',
  'status-500',
  'status-html',
  'status-reset',
  'upload-500',
  'media-reset',
  'media-gone',
  'list-500',
] as const;
export type ReplicateSimFault =
  | (typeof submitFaults)[number]
  | (typeof endings)[number]
  | (typeof others)[number]
  | (typeof wireFaults)['before' | 'after'][number];

export interface ReplicateSim {
  readonly origin: URL;
  /** Requests for a prediction that arrived, taken or not. */
  readonly submits: () => readonly { readonly model: string; readonly input: object }[];
  readonly predictions: () => readonly SimPrediction[];
  /** Predictions that were taken and not taken back, each of which Replicate would bill. */
  readonly charges: () => readonly { readonly requestId: string; readonly costUsdMicros: number }[];
  readonly setFaults: (rules: readonly FaultRule<ReplicateSimFault>[]) => void;
  /** As after an hour: inputs and outputs are taken away. */
  readonly removeData: () => void;
  /** Requests to the store of results that carried a key: there must be none. */
  readonly leakedKeys: () => number;
  readonly close: () => Promise<void>;
}

export interface ReplicateSimOptions {
  readonly port?: number;
  readonly key?: string;
  /** Status reads before a prediction has ended. Default 1. */
  readonly readsBefore?: number;
  /** Predictions on a page of the list. Default 100. */
  readonly pageSize?: number;
  /** The time at the stand-in. */
  readonly nowMs?: () => number;
}

interface State {
  readonly options: Required<Omit<ReplicateSimOptions, 'key' | 'port'>> & { readonly key: string | null };
  readonly faults: FaultList<ReplicateSimFault>;
  readonly submits: { model: string; input: object }[];
  readonly predictions: SimPrediction[];
  readonly uploads: Map<string, Buffer>;
  readonly folder: string;
  leaked: number;
}

/** A local server that speaks Replicate's interface and gives real files. Free of charge. */
export async function startReplicateSim(options: ReplicateSimOptions = {}): Promise<ReplicateSim> {
  const state: State = {
    options: {
      key: options.key ?? null,
      readsBefore: options.readsBefore ?? 1,
      pageSize: options.pageSize ?? 100,
      nowMs: options.nowMs ?? Date.now,
    },
    faults: createFaultList(),
    submits: [],
    predictions: [],
    uploads: new Map(),
    folder: mkdtempSync(join(tmpdir(), 'replicate-sim-')),
    leaked: 0,
  };
  const served = await serveSim(options.port ?? 0, (exchange) => route(state, exchange));
  return {
    origin: served.origin,
    submits: () => state.submits,
    predictions: () => state.predictions,
    charges: () =>
      state.predictions
        .filter(({ cancelled }) => !cancelled)
        .map(({ id, costUsdMicros }) => ({ requestId: id, costUsdMicros })),
    setFaults: (rules) => state.faults.set(rules),
    removeData() {
      for (const one of state.predictions) one.dataRemoved = true;
    },
    leakedKeys: () => state.leaked,
    async close() {
      await served.close();
      rmSync(state.folder, { recursive: true, force: true });
    },
  };
}

async function route(state: State, exchange: Exchange): Promise<void> {
  const { request, url } = exchange;
  const path = url.pathname;
  if (path.startsWith('/xezq/')) {
    if (request.headers.authorization !== undefined) state.leaked += 1;
    return mediaRoute(state, exchange, path.split('/')[2] ?? '');
  }
  exchange.response.setHeader('date', new Date(state.options.nowMs()).toUTCString());
  const key = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (key === undefined || (state.options.key !== null && key !== state.options.key)) {
    return refuse(exchange, 401, 'You did not pass a valid authentication token');
  }
  if (path === '/v1/account') return answerJson(exchange, 200, { type: 'user', username: 'sim' });
  if (path === '/v1/files' && request.method === 'POST') return uploadRoute(state, exchange);
  if (path === '/v1/predictions' && request.method === 'GET') return listRoute(state, exchange);
  if (path === '/v1/predictions' && request.method === 'POST') return submitRoute(state, exchange, null);
  const model = /^\/v1\/models\/([^/]+\/[^/]+)\/predictions$/.exec(path)?.[1];
  if (model !== undefined && request.method === 'POST') return submitRoute(state, exchange, model);
  const [, id, cancel] = /^\/v1\/predictions\/([^/]+)(\/cancel)?$/.exec(path) ?? [];
  const found = state.predictions.find((one) => one.id === id);
  if (found === undefined) return refuse(exchange, 404, 'The requested resource could not be found.');
  if (cancel !== undefined) return cancelRoute(state, exchange, found);
  return statusRoute(state, exchange, found);
}

async function submitRoute(state: State, exchange: Exchange, named: string | null): Promise<void> {
  const body = await readJson(exchange.request);
  const model = named ?? (body?.['version'] === sdxlVersion ? 'stability-ai/sdxl' : '');
  const input = (body?.['input'] ?? {}) as Record<string, unknown>;
  const text = `${model} ${String(input['prompt'])}`;
  state.submits.push({ model, input });
  const before = state.faults.strike(wireFaults.before, text);
  if (before !== null) {
    return answerWireFault(exchange, before.fault as (typeof wireFaults.before)[number], {});
  }
  const fault = state.faults.strike(submitFaults, text);
  switch (fault?.fault) {
    case 'bad-input':
      return refuse(exchange, 422, '- input.aspect_ratio: must be one of the following: "1:1", "16:9"');
    case 'no-credit':
      return refuse(exchange, 402, 'You have insufficient credit to run this model.');
    case 'rate-limit': {
      const headers = { 'retry-after': String(fault.retryAfterSeconds ?? 1) };
      return refuse(exchange, 429, 'Request was throttled.', headers);
    }
    case 'rate-limit-in-words':
      return refuse(exchange, 429, 'Request was throttled. Your rate limit resets in ~30s.');
    default:
  }
  const known = replicateSimModels[model];
  if (known === undefined || fault?.fault === 'no-model') {
    return refuse(exchange, 404, 'The requested resource could not be found.');
  }
  const wrong = checkInput(known, input, (address) => state.uploads.has(address.split('/').at(-1) ?? ''));
  if (wrong !== null) return refuse(exchange, 422, wrong);
  const units = { image: 1, 'video-second': Number(input['duration']), 'machine-second': predictSeconds }[
    known.by
  ];
  const prediction = newPrediction({
    model,
    input,
    createdAtMs: state.options.nowMs(),
    costUsdMicros: Math.round(units * known.unitUsdMicros),
    ending: (state.faults.strike(endings, text)?.fault as SimEnding | undefined) ?? 'succeeded',
    endless: state.faults.strike(['endless'], text) !== null,
  });
  state.predictions.push(prediction);
  const told = tellPrediction(prediction, state.options.readsBefore, known.clip);
  const after = state.faults.strike(wireFaults.after, text);
  if (after !== null) {
    return answerWireFault(exchange, after.fault as (typeof wireFaults.after)[number], told);
  }
  answerJson(exchange, 201, fault?.fault === 'no-id' ? { ...told, id: undefined } : told);
}

async function statusRoute(state: State, exchange: Exchange, prediction: SimPrediction): Promise<void> {
  switch (state.faults.strike(['status-500', 'status-html', 'status-reset'], prediction.model)?.fault) {
    case 'status-500':
      return refuse(exchange, 500, 'Internal server error');
    case 'status-html':
      return answerHtml(exchange, 200, 'Sign in to the hotel network');
    case 'status-reset':
      return reset(exchange);
    default:
  }
  prediction.reads += 1;
  answerJson(exchange, 200, tell(state, prediction));
}

async function cancelRoute(state: State, exchange: Exchange, prediction: SimPrediction): Promise<void> {
  const status = stateOf(prediction, state.options.readsBefore);
  if (status === 'starting' || status === 'processing') prediction.cancelled = true;
  answerJson(exchange, 200, tell(state, prediction));
}

/** Newest first, a page at a time, with the address of the next page. */
async function listRoute(state: State, exchange: Exchange): Promise<void> {
  if (state.faults.strike(['list-500'], '') !== null) return refuse(exchange, 500, 'Internal server error');
  const from = Number(exchange.url.searchParams.get('cursor') ?? 0);
  const { pageSize } = state.options;
  const newest = state.predictions.toReversed();
  const next =
    from + pageSize < newest.length
      ? `https://api.replicate.com/v1/predictions?cursor=${from + pageSize}`
      : null;
  answerJson(exchange, 200, {
    previous: null,
    next,
    results: newest.slice(from, from + pageSize).map((one) => tell(state, one)),
  });
}

function tell(state: State, prediction: SimPrediction): object {
  const clip = replicateSimModels[prediction.model]?.clip === true;
  return tellPrediction(prediction, state.options.readsBefore, clip);
}

async function uploadRoute(state: State, exchange: Exchange): Promise<void> {
  const bytes = await readBody(exchange.request);
  if (state.faults.strike(['upload-500'], '') !== null) return refuse(exchange, 500, 'Internal server error');
  const type = exchange.request.headers['content-type'] ?? '';
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const content = form.get('content');
  if (content === null || typeof content === 'string') return refuse(exchange, 400, 'Missing content');
  const id = `file-${state.uploads.size + 1}`;
  state.uploads.set(id, Buffer.from(await content.arrayBuffer()));
  answerJson(exchange, 201, { id, urls: { get: `https://api.replicate.com/v1/files/${id}` } });
}

async function mediaRoute(state: State, exchange: Exchange, id: string): Promise<void> {
  const prediction = state.predictions.find((one) => one.id === id);
  if (prediction === undefined || prediction.dataRemoved) return refuse(exchange, 404, 'Not found');
  if (state.faults.strike(['media-gone'], '') !== null) return refuse(exchange, 404, 'Not found');
  const bytes = await fileOf(state, prediction);
  if (state.faults.strike(['media-reset'], '') !== null) {
    exchange.response.writeHead(200, { 'content-length': String(bytes.length), etag: '"sim"' });
    exchange.response.write(bytes.subarray(0, bytes.length / 2), () => {
      setTimeout(() => reset(exchange), 30);
    });
    return;
  }
  const from = Number(/^bytes=(\d+)-$/.exec(exchange.request.headers.range ?? '')?.[1] ?? 0);
  exchange.response.writeHead(from > 0 ? 206 : 200, {
    'content-length': String(bytes.length - from),
    etag: '"sim"',
    ...(from > 0 ? { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` } : {}),
  });
  exchange.response.end(bytes.subarray(from));
}

async function fileOf(state: State, { model, input }: SimPrediction): Promise<Buffer> {
  const prompt = String(input['prompt']);
  const seed = Number(input['seed'] ?? 0);
  if (replicateSimModels[model]?.clip !== true) {
    const [width = 16, height = 9] = String(input['aspect_ratio'] ?? '16:9')
      .split(':')
      .map(Number);
    return makePicture({ prompt, seed, widthPx: width * 40, heightPx: height * 40 });
  }
  const name =
    String(input['image'] ?? input['start_image'])
      .split('/')
      .at(-1) ?? '';
  const startFrame = state.uploads.get(name) ?? null;
  const order = { prompt, seconds: Number(input['duration']), fps: 24, heightPx: 96, startFrame };
  return makeClip(order, state.folder);
}

function refuse(
  exchange: Exchange,
  status: number,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  answerJson(exchange, status, { title: 'Refused', detail, status }, headers);
}
