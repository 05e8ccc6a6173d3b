import { type SimModel, wordsOf } from './sim-models.ts';
import type { SimRequest } from './sim-requests.ts';

const extensions = { image: 'png', video: 'mp4', audio: 'wav', text: 'json' } as const;
const types = {
  image: 'image/png',
  video: 'video/mp4',
  audio: 'audio/wav',
  text: 'application/json',
} as const;

/** What is said in every recording that the stand-in is given. */
const spoken = ['The', 'lamp', 'is', 'lit', 'at', 'last.'];

/** The model's output: an address of a file, or text, in the field where that endpoint has it. */
export function resultBody(
  model: SimModel,
  request: SimRequest,
  host: string,
  {
    blackedOut,
    read,
  }: { readonly blackedOut: boolean; readonly read: (input: SimRequest['input']) => string },
): Readonly<Record<string, unknown>> {
  const { output } = model;
  const url = `${host}/files/result/${request.requestId}.${extensions[output.medium]}`;
  const file = { url, content_type: types[output.medium], file_name: `output.${extensions[output.medium]}` };
  switch (output.field) {
    case 'images':
      return {
        images: [{ url, content_type: 'image/png' }],
        seed: request.input['seed'] ?? 0,
        has_nsfw_concepts: [blackedOut],
        prompt: request.input['prompt'],
        timings: { inference: 1.2 },
      };
    case 'chunks':
      return {
        text: spoken.join(' '),
        chunks: spoken.map((text, i) => ({ timestamp: [i * 0.4, i * 0.4 + 0.35], text: ` ${text}` })),
        inferred_languages: [request.input['language'] ?? 'en'],
        diarization_segments: [],
      };
    case 'words':
      return {
        text: spoken.join(' '),
        language_code: request.input['language_code'] ?? 'eng',
        language_probability: 0.98,
        words: spoken.flatMap((text, i) => [
          { text, type: 'word', start: i * 0.4, end: i * 0.4 + 0.35 },
          { text: ' ', type: 'spacing', start: i * 0.4 + 0.35, end: i * 0.4 + 0.4 },
        ]),
      };
    case 'output': {
      const words = wordsOf(request.input);
      return {
        output: read(request.input),
        partial: false,
        usage: { prompt_tokens: Math.ceil(words.length / 4), completion_tokens: 100 },
      };
    }
    default:
      return { [output.field]: file };
  }
}
