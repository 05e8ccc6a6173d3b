import { answerHtml, answerJson, type Exchange } from '../fal-sim/sim-exchange.ts';
import { answerWireFault, type WireFault, wireFaults } from '../sim-parts/answer-fault.ts';
import { makeSimClip } from '../sim-parts/make-sim-clip.ts';
import { type GoogleSimState, refuse, type SimOperation } from './sim-state.ts';

const secondPrices: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'veo-3.1-fast-generate-preview': { '720p': 100_000, '1080p': 120_000 },
  'veo-3.1-generate-preview': { '720p': 400_000, '1080p': 400_000 },
};

interface Predict {
  readonly instances?: readonly [
    {
      readonly prompt?: string;
      readonly image?: { readonly bytesBase64Encoded?: string };
      readonly lastFrame?: { readonly bytesBase64Encoded?: string };
    },
  ];
  readonly parameters?: {
    readonly durationSeconds?: unknown;
    readonly resolution?: string;
    readonly aspectRatio?: string;
  };
}

export async function predictRoute(
  state: GoogleSimState,
  exchange: Exchange,
  asked: {
    readonly model: string;
    readonly body: Readonly<Record<string, unknown>>;
    readonly text: string;
    readonly id: string;
  },
): Promise<void> {
  const { model, text } = asked;
  const before = state.faults.strike(wireFaults.before, text);
  if (before !== null) return answerWireFault(exchange, before.fault as WireFault, {});
  const { instances, parameters } = asked.body as Predict;
  const { prompt = '', image, lastFrame } = instances?.[0] ?? {};
  const { durationSeconds, resolution = '720p', aspectRatio = '16:9' } = parameters ?? {};
  const price = secondPrices[model]?.[resolution];
  if (price === undefined) return refuse(exchange, 404, `models/${model} is not found`, 'NOT_FOUND');
  const long = resolution === '1080p' || lastFrame !== undefined;
  const lengths: readonly unknown[] = long ? [8] : [4, 6, 8];
  const wrong =
    prompt === '' ||
    !lengths.includes(durationSeconds) ||
    !['16:9', '9:16'].includes(aspectRatio) ||
    (image?.bytesBase64Encoded ?? '') === '';
  if (wrong) return refuse(exchange, 400, 'Invalid argument', 'INVALID_ARGUMENT');
  const seconds = Number(durationSeconds);
  const name = `models/${model}/operations/${asked.id}`;
  const operation: SimOperation = { name, model, prompt, seconds, costUsdMicros: seconds * price, reads: 0 };
  state.operations.set(name, operation);
  state.charges.push({ model, costUsdMicros: operation.costUsdMicros });
  const after = state.faults.strike(wireFaults.after, text);
  if (after !== null) return answerWireFault(exchange, after.fault as WireFault, { name });
  if (state.faults.strike(['no-name'], text) !== null) return answerJson(exchange, 200, {});
  answerJson(exchange, 200, { name });
}

export async function operationRoute(state: GoogleSimState, exchange: Exchange, name: string): Promise<void> {
  const operation = state.operations.get(name);
  if (operation === undefined) return refuse(exchange, 404, 'Operation not found', 'NOT_FOUND');
  const text = `${operation.model} ${operation.prompt}`;
  if (state.faults.strike(['status-down'], text) !== null) return answerHtml(exchange, 503, 'Unavailable');
  operation.reads += 1;
  if (operation.reads < 2 || state.faults.strike(['endless'], text) !== null) {
    return answerJson(exchange, 200, { name });
  }
  const id = name.split('/').at(-1) ?? '';
  const host =
    state.faults.strike(['foreign-address'], text) === null
      ? 'generativelanguage.googleapis.com'
      : 'files.example.com';
  const uri = `https://${host}/v1beta/files/${id}:download?alt=media`;
  const done = (generateVideoResponse: unknown): void =>
    answerJson(exchange, 200, { name, done: true, response: { generateVideoResponse } });
  switch (state.faults.strike(['clip-error', 'clip-held-back', 'clip-empty'], text)?.fault) {
    case 'clip-error':
      return answerJson(exchange, 200, { name, done: true, error: { code: 13, message: 'Internal error.' } });
    case 'clip-held-back':
      return done({ raiMediaFilteredCount: 1, raiMediaFilteredReasons: ['The audio was filtered.'] });
    case 'clip-empty':
      return done({ generatedSamples: [] });
    default:
      return done({ generatedSamples: [{ video: { uri } }] });
  }
}

export async function downloadRoute(
  state: GoogleSimState,
  exchange: Exchange,
  id: string,
  fromStore: boolean,
): Promise<void> {
  const operation = [...state.operations.values()].find(({ name }) => name.endsWith(`/${id}`));
  if (operation === undefined) return refuse(exchange, 404, 'File not found', 'NOT_FOUND');
  const text = `${operation.model} ${operation.prompt}`;
  if (state.faults.strike(['expired'], text) !== null)
    return refuse(exchange, 404, 'File expired', 'NOT_FOUND');
  if (!fromStore && state.faults.strike(['redirected'], text) !== null) {
    exchange.response.writeHead(302, { location: `https://storage.googleapis.com/store/${id}` });
    exchange.response.end();
    return;
  }
  const clip = await makeSimClip(operation.prompt, operation.seconds);
  exchange.response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': String(clip.length) });
  exchange.response.end(clip);
}
