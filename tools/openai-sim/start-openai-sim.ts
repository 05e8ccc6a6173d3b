import { makePicture } from '../fal-sim/make-media.ts';
import { answerJson, type Exchange, readBody, reset } from '../fal-sim/sim-exchange.ts';
import { answerWireFault, wireFaults } from '../sim-parts/answer-fault.ts';
import { createFaultList, type FaultList, type FaultRule } from '../sim-parts/fault-list.ts';
import { serveSim } from '../sim-parts/serve-sim.ts';
import { checkFields } from './check-fields.ts';

const refusals = [
  'bad-input',
  'moderated',
  'no-credits',
  'hard-limit',
  'rate-limit',
  'no-model',
  'unverified',
] as const;
const results = ['no-image', 'not-a-picture', 'no-usage', 'cut-answer'] as const;
export type OpenAiSimFault =
  | (typeof refusals)[number]
  | (typeof results)[number]
  | (typeof wireFaults)['before' | 'after'][number];

export interface OpenAiSimSubmit {
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Bytes of each picture that came with it. */
  readonly pictures: readonly number[];
}

export interface OpenAiSim {
  readonly origin: URL;
  /** Requests for a picture that arrived, taken or not. */
  readonly submits: () => readonly OpenAiSimSubmit[];
  /** Pictures that were made, each of which OpenAI would bill. */
  readonly charges: () => readonly { readonly model: string; readonly costUsdMicros: number }[];
  readonly setFaults: (rules: readonly FaultRule<OpenAiSimFault>[]) => void;
  readonly close: () => Promise<void>;
}

interface State {
  readonly key: string | null;
  readonly faults: FaultList<OpenAiSimFault>;
  readonly submits: OpenAiSimSubmit[];
  readonly charges: { model: string; costUsdMicros: number }[];
}

/** A local server that speaks OpenAI's interface for pictures. Free of charge. */
export async function startOpenAiSim(
  options: { readonly port?: number; readonly key?: string } = {},
): Promise<OpenAiSim> {
  const state: State = { key: options.key ?? null, faults: createFaultList(), submits: [], charges: [] };
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
  const key = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (key === undefined || (state.key !== null && key !== state.key)) {
    const message = `Incorrect API key provided: ${key?.slice(0, 8)}****. You can find your API key at https://platform.openai.com/account/api-keys.`;
    return refuse(exchange, 401, 'invalid_api_key', message);
  }
  if (request.method === 'GET' && url.pathname.startsWith('/v1/models/')) {
    return answerJson(exchange, 200, { id: url.pathname.slice('/v1/models/'.length), object: 'model' });
  }
  const path = url.pathname;
  if (request.method === 'POST' && (path === '/v1/images/generations' || path === '/v1/images/edits')) {
    return imageRoute(state, exchange, path);
  }
  refuse(exchange, 404, 'unknown_url', `Invalid URL (${request.method} ${path})`);
}

async function imageRoute(state: State, exchange: Exchange, path: string): Promise<void> {
  const { fields, pictures } = await fieldsOf(exchange);
  state.submits.push({ path, fields, pictures });
  const text = `${fields['model'] ?? ''} ${fields['prompt'] ?? ''}`;
  const before = state.faults.strike(wireFaults.before, text);
  if (before !== null) {
    return answerWireFault(exchange, before.fault as (typeof wireFaults.before)[number], {});
  }
  const refusal = state.faults.strike(refusals, text);
  switch (refusal?.fault) {
    case 'bad-input':
      return refuse(exchange, 400, 'invalid_value', 'Invalid size: the longest edge may be 3840 px.');
    case 'moderated':
      return refuse(exchange, 400, 'moderation_blocked', 'Your request was rejected by the safety system.');
    case 'no-credits':
      return refuse(exchange, 429, 'insufficient_quota', 'You exceeded your current quota.');
    case 'hard-limit':
      return refuse(exchange, 400, 'billing_hard_limit_reached', 'Billing hard limit has been reached.');
    case 'rate-limit': {
      const headers = { 'retry-after': String(refusal.retryAfterSeconds ?? 1) };
      return refuse(
        exchange,
        429,
        'rate_limit_exceeded',
        'Rate limit reached for images per minute.',
        headers,
      );
    }
    case 'no-model':
      return refuse(exchange, 404, 'model_not_found', `The model '${fields['model']}' does not exist.`);
    case 'unverified':
      return refuse(exchange, 403, 'organization', 'Your organization must be verified to use the model.');
    default:
  }
  const wrong = checkFields(path, fields, pictures.length);
  if (wrong !== null) return refuse(exchange, 400, 'invalid_request_error', wrong);
  await answerPicture(state, exchange, fields, pictures.length, text);
}

async function answerPicture(
  state: State,
  exchange: Exchange,
  fields: Readonly<Record<string, string>>,
  pictures: number,
  text: string,
): Promise<void> {
  const [widthPx = 1024, heightPx = 1024] = (fields['size'] ?? '').split('x').map(Number);
  const picture = makePicture({ prompt: fields['prompt'] ?? '', seed: 0, widthPx, heightPx });
  const words = Math.ceil((fields['prompt'] ?? '').length / 4);
  const usage = {
    input_tokens: words + pictures * 1_000,
    input_tokens_details: { text_tokens: words, image_tokens: pictures * 1_000 },
    output_tokens: 1_500,
    total_tokens: words + pictures * 1_000 + 1_500,
  };
  const costUsdMicros =
    words * 5 + pictures * 8_000 + 1_500 * (fields['model'] === 'gpt-image-1.5' ? 32 : 30);
  state.charges.push({ model: fields['model'] ?? '', costUsdMicros });
  const body = { created: 1_790_000_000, data: [{ b64_json: picture.toString('base64') }], usage };
  const after = state.faults.strike(wireFaults.after, text);
  if (after !== null) {
    return answerWireFault(exchange, after.fault as (typeof wireFaults.after)[number], body);
  }
  switch (state.faults.strike(results, text)?.fault) {
    case 'no-image':
      return answerJson(exchange, 200, { ...body, data: [] });
    case 'not-a-picture':
      return answerJson(exchange, 200, { ...body, data: [{ b64_json: 'aGVsbG8gd29ybGQgaGVsbG8=' }] });
    case 'no-usage':
      return answerJson(exchange, 200, { ...body, usage: undefined });
    case 'cut-answer': {
      const bytes = Buffer.from(JSON.stringify(body));
      exchange.response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': String(bytes.length),
      });
      exchange.response.write(bytes.subarray(0, bytes.length / 2), () => {
        setTimeout(() => reset(exchange), 30);
      });
      return;
    }
    default:
      return answerJson(exchange, 200, body);
  }
}

/** The values of a JSON body or of a form, and the sizes of the files in it. */
async function fieldsOf({ request }: Exchange): Promise<Pick<OpenAiSimSubmit, 'fields' | 'pictures'>> {
  const bytes = await readBody(request);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) {
    const value = JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;
    return {
      fields: Object.fromEntries(Object.entries(value).map(([name, one]) => [name, String(one)])),
      pictures: [],
    };
  }
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const fields: Record<string, string> = {};
  const pictures: number[] = [];
  for (const [name, one] of form) {
    if (typeof one === 'string') fields[name] = one;
    else if (name === 'image[]' || name === 'image') pictures.push(one.size);
  }
  return { fields, pictures };
}

function refuse(
  exchange: Exchange,
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  answerJson(
    exchange,
    status,
    { error: { message, type: 'invalid_request_error', param: null, code } },
    headers,
  );
}
