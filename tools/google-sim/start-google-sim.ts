import { randomUUID } from 'node:crypto';
import { answerJson, type Exchange, readJson } from '../fal-sim/sim-exchange.ts';
import { createFaultList, type FaultRule } from '../sim-parts/fault-list.ts';
import { serveSim } from '../sim-parts/serve-sim.ts';
import { downloadRoute, operationRoute, predictRoute } from './clip-routes.ts';
import { pictureRoute } from './picture-route.ts';
import {
  type GoogleSimCharge,
  type GoogleSimFault,
  type GoogleSimState,
  refuse,
  simRefusals,
} from './sim-state.ts';

export interface GoogleSim {
  readonly origin: URL;
  readonly submits: () => GoogleSimState['submits'];
  /** What was made, each of which Google would bill. */
  readonly charges: () => readonly GoogleSimCharge[];
  readonly wrongKeys: () => number;
  readonly setFaults: (rules: readonly FaultRule<GoogleSimFault>[]) => void;
  readonly close: () => Promise<void>;
}

/** A local server that speaks the Gemini interface for pictures and Veo clips. Free of charge. */
export async function startGoogleSim(
  options: { readonly port?: number; readonly key?: string } = {},
): Promise<GoogleSim> {
  const state: GoogleSimState = {
    key: options.key ?? null,
    faults: createFaultList(),
    submits: [],
    charges: [],
    operations: new Map(),
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

async function route(state: GoogleSimState, exchange: Exchange): Promise<void> {
  const { request, url } = exchange;
  const key = request.headers['x-goog-api-key'];
  const store = /^\/store\/([\w-]+)$/.exec(url.pathname);
  if (store !== null) {
    if (key !== undefined) state.wrongKeys += 1;
    return downloadRoute(state, exchange, store[1] ?? '', true);
  }
  if (typeof key !== 'string' || (state.key !== null && key !== state.key)) {
    return refuse(exchange, 400, 'API key not valid. Please pass a valid API key.', 'API_KEY_INVALID');
  }
  if (request.method === 'GET' && url.pathname === '/v1beta/models') {
    return answerJson(exchange, 200, { models: [] });
  }
  const file = /^\/v1beta\/files\/([\w-]+):download$/.exec(url.pathname);
  if (file !== null) return downloadRoute(state, exchange, file[1] ?? '', false);
  const operation = /^\/v1beta\/(models\/[\w.-]+\/operations\/[\w-]+)$/.exec(url.pathname);
  if (operation !== null) return operationRoute(state, exchange, operation[1] ?? '');
  const [, model = '', method = ''] = /^\/v1beta\/models\/([\w.-]+):(\w+)$/.exec(url.pathname) ?? [];
  if (request.method !== 'POST' || model === '') return refuse(exchange, 404, 'Not found', 'NOT_FOUND');
  const body = (await readJson(request)) ?? {};
  state.submits.push({ model, body });
  const text = `${model} ${JSON.stringify(body).slice(-4_000)}`;
  if (refuseByRule(state, exchange, text)) return;
  if (method === 'generateContent') return pictureRoute(state, exchange, model, body, text);
  if (method === 'predictLongRunning') {
    return predictRoute(state, exchange, { model, body, text, id: randomUUID() });
  }
  refuse(exchange, 404, `Method ${method} is not found`, 'NOT_FOUND');
}

function refuseByRule(state: GoogleSimState, exchange: Exchange, text: string): boolean {
  const rule = state.faults.strike(simRefusals, text);
  switch (rule?.fault) {
    case 'bad-input':
      refuse(exchange, 400, 'Invalid value at parameters.durationSeconds', 'INVALID_ARGUMENT');
      return true;
    case 'bad-key':
      refuse(exchange, 403, 'Your API key was reported as leaked.', 'PERMISSION_DENIED');
      return true;
    case 'rate':
      refuse(
        exchange,
        429,
        `You exceeded your current quota, please check your plan and billing details.`,
        'RESOURCE_EXHAUSTED',
        [
          { quotaId: 'GenerateRequestsPerMinutePerProjectPerModel' },
          { retryDelay: `${rule.retryAfterSeconds ?? 1}s` },
        ],
      );
      return true;
    case 'day-quota':
      refuse(exchange, 429, 'You exceeded your current quota.', 'RESOURCE_EXHAUSTED', [
        { quotaId: 'GenerateRequestsPerDayPerProjectPerModel' },
      ]);
      return true;
    case 'no-billing':
      refuse(
        exchange,
        400,
        'This model is only accessible to billed users at this time.',
        'FAILED_PRECONDITION',
      );
      return true;
    case 'no-model':
      refuse(exchange, 404, 'models/x is not found for API version v1beta', 'NOT_FOUND');
      return true;
    case 'flagged':
      refuse(
        exchange,
        400,
        'The prompt could not be submitted: it may violate our usage guidelines.',
        'INVALID_ARGUMENT',
      );
      return true;
    default:
      return false;
  }
}
