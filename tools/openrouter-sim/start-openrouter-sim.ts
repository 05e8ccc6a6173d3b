import { randomUUID } from 'node:crypto';
import { answerHtml, answerJson, type Exchange, readJson } from '../fal-sim/sim-exchange.ts';
import { answerWireFault, type WireFault, wireFaults } from '../sim-parts/answer-fault.ts';
import { createFaultList, type FaultList, type FaultRule } from '../sim-parts/fault-list.ts';
import { makeSimClip } from '../sim-parts/make-sim-clip.ts';
import { serveSim } from '../sim-parts/serve-sim.ts';
import { openRouterSimModels, simPrice } from './sim-models.ts';

const refusals = {
  'bad-input': [400, 'Invalid duration for this model'],
  'bad-key': [401, 'User not found.'],
  'no-credits': [402, 'Insufficient credits. Add more at openrouter.ai/settings/credits'],
  flagged: [403, 'Your prompt was flagged by moderation'],
  'no-model': [404, 'No endpoints found for this model'],
  rate: [429, 'Rate limit exceeded'],
} as const;
const results = [
  'no-id',
  'failed',
  'failed-billed',
  'flagged-later',
  'cancelled',
  'lapsed',
  'strange-status',
  'status-down',
  'no-cost',
  'own-key',
  'redirected',
  'led-away',
  'not-held',
] as const;
export type OpenRouterSimFault =
  | keyof typeof refusals
  | (typeof results)[number]
  | (typeof wireFaults)['before' | 'after'][number];

export interface OpenRouterSimCharge {
  readonly id: string;
  readonly model: string;
  readonly costUsdMicros: number;
}

interface Job {
  readonly id: string;
  readonly model: string;
  readonly prompt: string;
  readonly seconds: number;
  readonly costUsdMicros: number;
  reads: number;
}

interface State {
  readonly key: string | null;
  readonly faults: FaultList<OpenRouterSimFault>;
  readonly submits: Readonly<Record<string, unknown>>[];
  readonly charges: OpenRouterSimCharge[];
  readonly jobs: Map<string, Job>;
  wrongKeys: number;
}

export interface OpenRouterSim {
  readonly origin: URL;
  readonly submits: () => readonly Readonly<Record<string, unknown>>[];
  /** What was made, each of which OpenRouter would bill. */
  readonly charges: () => readonly OpenRouterSimCharge[];
  /** Requests to stores that carried the key: there must be none. */
  readonly wrongKeys: () => number;
  readonly setFaults: (rules: readonly FaultRule<OpenRouterSimFault>[]) => void;
  readonly close: () => Promise<void>;
}

/** A local server that speaks OpenRouter's interface for videos. Free of charge. */
export async function startOpenRouterSim(
  options: { readonly port?: number; readonly key?: string } = {},
): Promise<OpenRouterSim> {
  const state: State = {
    key: options.key ?? null,
    faults: createFaultList(),
    submits: [],
    charges: [],
    jobs: new Map(),
    wrongKeys: 0,
  };
  const served = await serveSim(options.port ?? 0, (exchange) => route(state, exchange));
  return {
    origin: served.origin,
    submits: () => state.submits,
    charges: () => state.charges,
    wrongKeys: () => state.wrongKeys,
    setFaults: (rules) => state.faults.set(rules),
    close: served.close,
  };
}

async function route(state: State, exchange: Exchange): Promise<void> {
  const { request, url } = exchange;
  const stored = /^\/store\/([\w-]+)$/.exec(url.pathname);
  if (stored !== null) {
    if (request.headers.authorization !== undefined) state.wrongKeys += 1;
    return sendClip(state, exchange, stored[1] ?? '');
  }
  const key = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (key === undefined || (state.key !== null && key !== state.key)) return refuse(exchange, 'bad-key');
  const path = url.pathname.replace(/^\/api\/v1\//, '');
  if (path === 'key') return answerJson(exchange, 200, { data: { label: 'test', usage: 0 } });
  if (path === 'videos/models') return answerJson(exchange, 200, { data: openRouterSimModels });
  if (path === 'videos' && request.method === 'POST') return submitRoute(state, exchange);
  const [, id = '', content] = /^videos\/([\w-]+)(\/content)?$/.exec(path) ?? [];
  if (content !== undefined) return contentRoute(state, exchange, id);
  return statusRoute(state, exchange, id);
}

async function submitRoute(state: State, exchange: Exchange): Promise<void> {
  const body = (await readJson(exchange.request)) ?? {};
  state.submits.push(body);
  const prompt = String(body['prompt'] ?? '');
  const model = String(body['model'] ?? '');
  const text = `${model} ${prompt}`;
  const before = state.faults.strike(wireFaults.before, text);
  if (before !== null) return answerWireFault(exchange, before.fault as WireFault, {});
  const refusal = state.faults.strike(Object.keys(refusals) as (keyof typeof refusals)[], text);
  if (refusal !== null) {
    return refuse(exchange, refusal.fault as keyof typeof refusals, refusal.retryAfterSeconds);
  }
  const price = simPrice(body);
  if (price === 'no-model') return refuse(exchange, 'no-model');
  if (price === null || prompt === '') return refuse(exchange, 'bad-input');
  const job: Job = {
    id: randomUUID(),
    model,
    prompt,
    seconds: Number(body['duration']),
    costUsdMicros: price,
    reads: 0,
  };
  state.jobs.set(job.id, job);
  state.charges.push({ id: job.id, model, costUsdMicros: price });
  const good = {
    id: job.id,
    polling_url: `https://openrouter.ai/api/v1/videos/${job.id}`,
    status: 'pending',
  };
  const after = state.faults.strike(wireFaults.after, text);
  if (after !== null) return answerWireFault(exchange, after.fault as WireFault, good);
  if (state.faults.strike(['no-id'], text) !== null) return answerJson(exchange, 202, { status: 'pending' });
  answerJson(exchange, 202, good);
}

async function statusRoute(state: State, exchange: Exchange, id: string): Promise<void> {
  const job = state.jobs.get(id);
  if (job === undefined) return answerJson(exchange, 404, { error: { code: 404, message: 'Job not found' } });
  const text = `${job.model} ${job.prompt}`;
  job.reads += 1;
  const facts = { id, polling_url: `https://openrouter.ai/api/v1/videos/${id}` };
  if (state.faults.strike(['status-down'], text) !== null) return answerHtml(exchange, 502, 'Bad Gateway');
  if (job.reads === 1) return answerJson(exchange, 200, { ...facts, status: 'pending' });
  if (job.reads === 2) return answerJson(exchange, 200, { ...facts, status: 'in_progress' });
  const usage = { cost: job.costUsdMicros / 1_000_000, is_byok: false };
  const rule = state.faults.strike(
    [
      'failed',
      'failed-billed',
      'flagged-later',
      'cancelled',
      'lapsed',
      'strange-status',
      'no-cost',
      'own-key',
    ],
    text,
  );
  const answer = (more: object): void => answerJson(exchange, 200, { ...facts, ...more });
  switch (rule?.fault) {
    case 'failed':
      return answer({ status: 'failed', error: 'The provider had an error.', usage: { cost: 0 } });
    case 'failed-billed':
      return answer({ status: 'failed', error: 'The provider had an error.', usage });
    case 'flagged-later':
      return answer({ status: 'failed', error: 'The video was blocked by the safety filter.' });
    case 'cancelled':
      return answer({ status: 'cancelled' });
    case 'lapsed':
      return answer({ status: 'expired' });
    case 'strange-status':
      return answer({ status: 'thinking' });
    case 'no-cost':
      return answer({ status: 'completed', unsigned_urls: [] });
    case 'own-key':
      return answer({ status: 'completed', usage: { ...usage, is_byok: true } });
    default:
      return answer({ status: 'completed', unsigned_urls: [`${facts.polling_url}/content?index=0`], usage });
  }
}

async function contentRoute(state: State, exchange: Exchange, id: string): Promise<void> {
  switch (state.faults.strike(['redirected', 'led-away', 'not-held'], id)?.fault) {
    case 'redirected':
      exchange.response.writeHead(302, { location: `https://storage.googleapis.com/store/${id}` });
      exchange.response.end();
      return;
    case 'led-away':
      exchange.response.writeHead(302, { location: `https://files.example.com/store/${id}` });
      exchange.response.end();
      return;
    case 'not-held':
      return answerJson(exchange, 404, { error: { message: 'Video not found' } });
    default:
      return sendClip(state, exchange, id);
  }
}

async function sendClip(state: State, exchange: Exchange, id: string): Promise<void> {
  const job = state.jobs.get(id);
  if (job === undefined) return answerJson(exchange, 404, { error: { message: 'Video not found' } });
  const clip = await makeSimClip(job.prompt, job.seconds);
  exchange.response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': String(clip.length) });
  exchange.response.end(clip);
}

function refuse(exchange: Exchange, fault: keyof typeof refusals, retryAfterSeconds = 1): void {
  const [code, message] = refusals[fault];
  const headers: Record<string, string> = code === 429 ? { 'retry-after': String(retryAfterSeconds) } : {};
  answerJson(exchange, code, { error: { code, message } }, headers);
}
