import { makePicture } from '../fal-sim/make-media.ts';
import { answerJson, type Exchange } from '../fal-sim/sim-exchange.ts';
import { answerWireFault, type WireFault, wireFaults } from '../sim-parts/answer-fault.ts';
import { type GoogleSimState, refuse } from './sim-state.ts';

/** Price of a picture by its size, written down apart from the adapter's table on purpose. */
const prices: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'gemini-3.1-flash-image-preview': { '1K': 67_000, '2K': 101_000 },
  'gemini-3-pro-image-preview': { '1K': 134_000, '2K': 134_000 },
  'gemini-2.5-flash-image': { '1K': 39_000 },
};

interface Content {
  readonly contents?: readonly { readonly parts?: readonly { readonly text?: string }[] }[];
  readonly generationConfig?: {
    readonly imageConfig?: { readonly aspectRatio?: string; readonly imageSize?: string };
  };
}

export async function pictureRoute(
  state: GoogleSimState,
  exchange: Exchange,
  model: string,
  body: Readonly<Record<string, unknown>>,
  text: string,
): Promise<void> {
  const before = state.faults.strike(wireFaults.before, text);
  if (before !== null) return answerWireFault(exchange, before.fault as WireFault, {});
  const { contents, generationConfig } = body as Content;
  const config = generationConfig?.imageConfig ?? {};
  const size = config.imageSize ?? '1K';
  const price = prices[model]?.[size];
  const aspect = /^(\d+):(\d+)$/.exec(config.aspectRatio ?? '1:1');
  const prompt = contents?.[0]?.parts?.map((part) => part.text ?? '').join('') ?? '';
  if (price === undefined) return refuse(exchange, 404, `models/${model} is not found`, 'NOT_FOUND');
  if (aspect === null || prompt === '') return refuse(exchange, 400, 'Invalid argument', 'INVALID_ARGUMENT');
  switch (state.faults.strike(['blocked', 'held-back', 'held-back-after'], text)?.fault) {
    case 'blocked':
      return answerJson(exchange, 200, { promptFeedback: { blockReason: 'PROHIBITED_CONTENT' } });
    case 'held-back':
      return answerJson(exchange, 200, {
        candidates: [{ finishReason: 'IMAGE_SAFETY' }],
        usageMetadata: { promptTokenCount: 12 },
      });
    case 'held-back-after':
      state.charges.push({ model, costUsdMicros: price });
      return answerJson(exchange, 200, {
        candidates: [{ finishReason: 'IMAGE_SAFETY' }],
        usageMetadata: { promptTokenCount: 12, candidatesTokenCount: 1290 },
      });
    default:
  }
  const widthPx = 320;
  const heightPx = Math.round((widthPx * Number(aspect[2])) / Number(aspect[1]));
  const picture = makePicture({ prompt, seed: 0, widthPx, heightPx });
  state.charges.push({ model, costUsdMicros: price });
  const parts = [
    { text: 'Here it is.' },
    { inlineData: { mimeType: 'image/png', data: picture.toString('base64') } },
  ];
  const good = {
    candidates: [{ content: { role: 'model', parts }, finishReason: 'STOP' }],
    usageMetadata: { promptTokenCount: 12, candidatesTokenCount: 1290 },
  };
  const after = state.faults.strike(wireFaults.after, text);
  if (after !== null) return answerWireFault(exchange, after.fault as WireFault, good);
  switch (state.faults.strike(['no-image', 'not-a-picture'], text)?.fault) {
    case 'no-image':
      return answerJson(exchange, 200, { ...good, candidates: [{ content: {}, finishReason: 'STOP' }] });
    case 'not-a-picture':
      return answerJson(exchange, 200, {
        candidates: [{ content: { parts: [{ inlineData: { data: 'aGVsbG8=' } }] }, finishReason: 'STOP' }],
      });
    default:
      return answerJson(exchange, 200, good);
  }
}
