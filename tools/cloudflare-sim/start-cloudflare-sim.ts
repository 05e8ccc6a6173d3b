import { makePicture } from '../fal-sim/make-media.ts';
import { answerJson, type Exchange, readBody, reset } from '../fal-sim/sim-exchange.ts';
import { answerWireFault, wireFaults } from '../sim-parts/answer-fault.ts';
import { createFaultList, type FaultList, type FaultRule } from '../sim-parts/fault-list.ts';
import { serveSim } from '../sim-parts/serve-sim.ts';
import { cloudflareSimModels, simPrice } from './sim-models.ts';

const refusals = [
  'bad-input',
  'flagged',
  'no-allocation',
  'out-of-capacity',
  'no-terms',
  'no-model',
] as const;
const results = ['no-image', 'not-a-picture', 'cut-picture'] as const;
export type CloudflareSimFault =
  | (typeof refusals)[number]
  | (typeof results)[number]
  | (typeof wireFaults)['before' | 'after'][number];

export interface CloudflareSimCharge {
  readonly model: string;
  readonly costUsdMicros: number;
}

export interface CloudflareSim {
  readonly origin: URL;
  /** Requests for a picture that arrived, taken or not. */
  readonly submits: () => readonly { readonly model: string; readonly fields: Record<string, string> }[];
  /** Pictures that were made, each of which Cloudflare would bill. */
  readonly charges: () => readonly CloudflareSimCharge[];
  readonly setFaults: (rules: readonly FaultRule<CloudflareSimFault>[]) => void;
  readonly close: () => Promise<void>;
}

export const simAccount = '0123456789abcdef0123456789abcdef';

interface State {
  readonly token: string | null;
  readonly faults: FaultList<CloudflareSimFault>;
  readonly submits: { model: string; fields: Record<string, string> }[];
  readonly charges: CloudflareSimCharge[];
}

/** A local server that speaks Workers AI's REST interface for pictures. Free of charge. */
export async function startCloudflareSim(
  options: { readonly port?: number; readonly token?: string } = {},
): Promise<CloudflareSim> {
  const state: State = {
    token: options.token ?? null,
    faults: createFaultList(),
    submits: [],
    charges: [],
  };
  const served = await serveSim(options.port ?? 0, (exchange) => route(state, exchange));
  return {
    origin: served.origin,
    submits: () => state.submits,
    charges: () => state.charges,
    setFaults: (rules) => state.faults.set(rules),
    close: served.close,
  };
}

async function route(state: State, exchange: Exchange): Promise<void> {
  const { request, url } = exchange;
  const [, account, rest = ''] = /^\/client\/v4\/accounts\/([^/]+)\/(.*)$/.exec(url.pathname) ?? [];
  const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined || (state.token !== null && token !== state.token)) {
    return refuse(exchange, 401, 10000, 'Authentication error');
  }
  if (account !== simAccount) return refuse(exchange, 404, 7003, 'Could not route to the account');
  if (request.method === 'GET' && rest === 'ai/models/search') {
    return answerJson(exchange, 200, { success: true, errors: [], messages: [], result: [] });
  }
  if (request.method === 'POST' && rest.startsWith('ai/run/'))
    return runRoute(state, exchange, rest.slice(7));
  refuse(exchange, 405, 7001, 'Method not allowed');
}

async function runRoute(state: State, exchange: Exchange, id: string): Promise<void> {
  const fields = await fieldsOf(exchange);
  state.submits.push({ model: id, fields });
  const text = `${id} ${fields['prompt'] ?? ''}`;
  const before = state.faults.strike(wireFaults.before, text);
  if (before !== null) {
    return answerWireFault(exchange, before.fault as (typeof wireFaults.before)[number], {});
  }
  const refusal = state.faults.strike(refusals, text);
  const model = cloudflareSimModels[id];
  switch (refusal?.fault) {
    case 'bad-input':
      return refuse(exchange, 400, 5006, 'AiError: Bad input: height must be at most 1920');
    case 'flagged':
      return refuse(exchange, 400, 3030, 'AiError: Input prompt contains NSFW content.');
    case 'no-allocation':
      return refuse(exchange, 429, 3036, 'You have used up your daily free allocation of 10,000 neurons.');
    case 'out-of-capacity': {
      const headers = { 'retry-after': String(refusal.retryAfterSeconds ?? 1) };
      return refuse(exchange, 429, 3040, 'No more data centers to forward the request to', headers);
    }
    case 'no-terms':
      return refuse(exchange, 403, 5016, 'User has not agreed to the model terms');
    default:
  }
  if (model === undefined || refusal?.fault === 'no-model') {
    return refuse(exchange, 400, 5007, `No such model ${id} or task`);
  }
  const wrong = model.takes(exchange.request.headers['content-type'] ?? '', fields);
  if (wrong !== null) return refuse(exchange, 400, 5006, `AiError: Bad input: ${wrong}`);
  const widthPx = Number(fields['width'] ?? 1024);
  const heightPx = Number(fields['height'] ?? 1024);
  const references = Object.keys(fields).filter((name) => name.startsWith('input_image_')).length;
  const order = { prompt: fields['prompt'] ?? '', seed: Number(fields['seed'] ?? 0), widthPx, heightPx };
  const picture = makePicture(order);
  state.charges.push({ model: id, costUsdMicros: simPrice(model, widthPx, heightPx, references) });
  await answerPicture(state, exchange, picture, model.binary, text);
}

async function answerPicture(
  state: State,
  exchange: Exchange,
  picture: Buffer,
  binary: boolean,
  text: string,
): Promise<void> {
  const body = { success: true, errors: [], messages: [], result: { image: picture.toString('base64') } };
  const after = state.faults.strike(wireFaults.after, text);
  if (after !== null) {
    return answerWireFault(exchange, after.fault as (typeof wireFaults.after)[number], body);
  }
  switch (state.faults.strike(results, text)?.fault) {
    case 'no-image':
      return answerJson(exchange, 200, { ...body, result: {} });
    case 'not-a-picture':
      return answerJson(exchange, 200, {
        ...body,
        result: { image: Buffer.from('hello').toString('base64') },
      });
    case 'cut-picture':
      exchange.response.writeHead(200, {
        'content-type': 'image/png',
        'content-length': String(picture.length),
      });
      exchange.response.write(picture.subarray(0, picture.length / 2), () => {
        setTimeout(() => reset(exchange), 30);
      });
      return;
    default:
  }
  if (!binary) return answerJson(exchange, 200, body);
  exchange.response.writeHead(200, { 'content-type': 'image/png', 'content-length': String(picture.length) });
  exchange.response.end(picture);
}

/** The values of a JSON body or of a form; files stand as their size. */
async function fieldsOf({ request }: Exchange): Promise<Record<string, string>> {
  const bytes = await readBody(request);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) {
    const value = JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, String(one)]));
  }
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  return Object.fromEntries(
    [...form].map(([name, one]) => [name, typeof one === 'string' ? one : `${one.size} bytes`]),
  );
}

function refuse(
  exchange: Exchange,
  status: number,
  code: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  answerJson(
    exchange,
    status,
    { success: false, errors: [{ code, message }], messages: [], result: null },
    headers,
  );
}
