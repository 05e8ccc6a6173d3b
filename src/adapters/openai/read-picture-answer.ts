import { isRecord, jsonOf } from '../../net/read-answer.ts';
import type { OpenAiModel } from './openai-models.ts';

export interface PictureAnswer {
  readonly bytes: Buffer;
  /** By the tokens that the answer counts; null where it counts none. */
  readonly costUsdMicros: number | null;
}

/** A picture of eight megapixels in base64, with room to spare. */
const mostBytes = 96 * 1024 * 1024;

/** The picture of an answer, `{data: [{b64_json}], usage}`; null where there is none. Throws where the answer breaks off. */
export async function readPictureAnswer(
  response: Response,
  model: OpenAiModel,
): Promise<PictureAnswer | null> {
  const body = jsonOf(await readBody(response));
  const data = body?.['data'];
  const first: unknown = Array.isArray(data) ? data[0] : null;
  const text = isRecord(first) ? first['b64_json'] : null;
  if (typeof text !== 'string' || text === '') return null;
  return { bytes: Buffer.from(text, 'base64'), costUsdMicros: costOf(body?.['usage'], model) };
}

async function readBody(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  if (response.body === null) return Buffer.alloc(0);
  for await (const chunk of response.body) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new Error('the answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Tokens read and made, each at the model's price. A price of our table; the counts are OpenAI's. */
function costOf(usage: unknown, model: OpenAiModel): number | null {
  if (!isRecord(usage)) return null;
  const output = countOf(usage['output_tokens']);
  const input = countOf(usage['input_tokens']);
  if (output === null || input === null) return null;
  const details = isRecord(usage['input_tokens_details']) ? usage['input_tokens_details'] : {};
  const images = Math.min(input, countOf(details['image_tokens']) ?? 0);
  return Math.round(
    output * model.imageOutputPrice +
      images * model.imageInputPrice +
      (input - images) * model.textInputPrice,
  );
}

function countOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}
