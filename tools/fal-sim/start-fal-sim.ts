import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { initiateRoute, mediaRoute, uploadRoute } from './file-routes.ts';
import { billingEventsRoute, byEndpointRoute, modelsRoute, pricingRoute } from './platform-routes.ts';
import { appOf, cancelRoute, resultRoute, statusRoute, submitRoute } from './queue-routes.ts';
import { isCompleted, type SimContext, type SimPoint } from './sim-context.ts';
import { answerJson, type Exchange, readJson } from './sim-exchange.ts';
import { createFaultBook, type SimFaultRule, simFaultNames } from './sim-faults.ts';
import { createSimMedia } from './sim-media.ts';
import { wordsOf } from './sim-models.ts';
import { createSimRequests, type SimCharge, type SimSubmit } from './sim-requests.ts';

export interface FalSimOptions {
  /** 0 for any free port. */
  readonly port?: number;
  /** Keys that are taken; any, when left out. */
  readonly keys?: readonly string[];
  readonly queueReads?: number;
  readonly runReads?: number;
  readonly latencyMs?: number;
  readonly faults?: readonly SimFaultRule[];
  /** Requests and charges are kept here and outlive the process. */
  readonly stateFile?: string | null;
  /** Clips are made at most this high. */
  readonly mostClipHeightPx?: number;
  /** Whether answers name Fal's own hosts (as Fal does) or this server. */
  readonly names?: 'fal' | 'own';
  /** What language models answer; what they were told, as JSON, without it. */
  readonly read?: (input: Readonly<Record<string, unknown>>) => string;
  readonly atPoint?: (point: SimPoint) => void | Promise<void>;
}

export interface FalSim {
  readonly origin: URL;
  readonly submits: () => readonly SimSubmit[];
  /** One entry for each request that Fal would bill. */
  readonly charges: () => readonly SimCharge[];
  /** Files that were carried up so far. */
  readonly uploads: () => number;
  readonly setFaults: (rules: readonly SimFaultRule[]) => void;
  /** Requests to storage and stores that carried a key: there must be none. */
  readonly leakedKeys: () => number;
  readonly close: () => Promise<void>;
}

/** A local server that speaks Fal's queue, storage and platform protocol and gives real files. Free of charge. */
export async function startFalSim(options: FalSimOptions = {}): Promise<FalSim> {
  let origin = '';
  let leaked = 0;
  const sim: SimContext = {
    requests: createSimRequests(options.stateFile ?? null),
    media: createSimMedia(options.mostClipHeightPx ?? 720),
    faults: createFaultBook(options.faults),
    queueReads: options.queueReads ?? 1,
    runReads: options.runReads ?? 1,
    latencyMs: options.latencyMs ?? 0,
    nameOf: (host) => ((options.names ?? 'fal') === 'own' ? origin : `https://${host}`),
    read: options.read ?? ((input) => JSON.stringify({ heard: wordsOf(input).slice(0, 200) })),
    atPoint: options.atPoint ?? (() => {}),
  };

  const route = async (exchange: Exchange): Promise<void> => {
    const { request, url } = exchange;
    const path = url.pathname.slice(1);
    if (path.startsWith('__sim/')) return controlRoute(sim, exchange, path.slice('__sim/'.length));
    if (path.startsWith('files/')) {
      if (request.headers.authorization !== undefined) leaked += 1;
      if (request.method === 'GET') return mediaRoute(sim, exchange, path.slice('files/'.length));
      return uploadRoute(sim, exchange, path.slice('files/upload/'.length));
    }
    const key = /^Key (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (key === undefined || options.keys?.includes(key) === false) {
      return answerJson(exchange, 401, { detail: 'Cannot access application: authentication is required' });
    }
    if (path === 'storage/upload/initiate') return initiateRoute(sim, exchange, false);
    if (path === 'storage/upload/initiate-multipart') return initiateRoute(sim, exchange, true);
    if (path === 'v1/models') return modelsRoute(sim, exchange);
    if (path === 'v1/models/pricing') return pricingRoute(sim, exchange);
    if (path === 'v1/models/requests/by-endpoint') return byEndpointRoute(sim, exchange);
    if (path === 'v1/models/billing-events') return billingEventsRoute(sim, exchange);
    const follow = /^([^/]+\/[^/]+)\/requests\/([^/]+)(\/status|\/cancel)?$/.exec(path);
    if (follow === null) {
      if (request.method === 'POST') return submitRoute(sim, exchange, path);
      return answerJson(exchange, 405, { detail: 'Method Not Allowed' });
    }
    const found = sim.requests.find(follow[2] ?? '');
    if (found === undefined || appOf(found.endpoint) !== follow[1]) {
      if (follow[3] === '/cancel') return answerJson(exchange, 404, { status: 'NOT_FOUND' });
      return answerJson(exchange, 404, { detail: 'Request not found' });
    }
    if (follow[3] === '/status') return statusRoute(sim, exchange, found);
    if (follow[3] === '/cancel') return cancelRoute(sim, exchange, found);
    return resultRoute(sim, exchange, found);
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', origin);
    route({ request, response, url }).catch((thrown: unknown) => {
      if (!response.headersSent) answerJson({ response }, 500, { detail: String(thrown) });
      else response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    origin: new URL(origin),
    submits: () => sim.requests.submits,
    charges: () => sim.requests.charges((request) => isCompleted(sim, request)),
    uploads: () => sim.media.uploads(),
    setFaults: (rules) => sim.faults.set(rules),
    leakedKeys: () => leaked,
    close: () =>
      new Promise((resolve) => {
        sim.media.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** GET __sim/submits, __sim/charges; POST __sim/faults with a list of rules. */
async function controlRoute(sim: SimContext, exchange: Exchange, path: string): Promise<void> {
  switch (`${exchange.request.method} ${path}`) {
    case 'GET submits':
      return answerJson(exchange, 200, sim.requests.submits);
    case 'GET charges':
      return answerJson(
        exchange,
        200,
        sim.requests.charges((request) => isCompleted(sim, request)),
      );
    case 'POST faults': {
      const body = await readJson(exchange.request);
      const rules = (Array.isArray(body) ? body : [body]) as SimFaultRule[];
      const wrong = rules.find((rule) => !simFaultNames.includes(rule?.fault));
      if (wrong !== undefined) return answerJson(exchange, 422, { detail: `no such fault: ${wrong?.fault}` });
      sim.faults.set(rules);
      return answerJson(exchange, 200, { faults: rules.length });
    }
    default:
      return answerJson(exchange, 404, { detail: 'Not found' });
  }
}
