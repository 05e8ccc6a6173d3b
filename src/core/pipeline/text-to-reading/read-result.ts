import { readFile } from 'node:fs/promises';
import type { Job } from '../../../domain/jobs/job.ts';
import { fail, ok, type Result } from '../../../domain/kernel/result.ts';
import { readAnswer, type UsableAnswer } from '../../../domain/shots/model-reading/reading-answer.ts';
import type { MediaLibrary } from '../../library/media-library.ts';

/** The answer of a finished reading, out of the library. A fault's message is the reason why nothing of it can be used. */
export async function readResult(
  library: Pick<MediaLibrary, 'assetPath'>,
  { assetId }: Pick<Job, 'assetId'>,
): Promise<Result<UsableAnswer>> {
  const file = assetId === null ? null : library.assetPath(assetId);
  if (file?.ok !== true) return refuse('the answer is not in the library any more');
  let text: string;
  try {
    text = await readFile(file.value.path, 'utf8');
  } catch {
    return refuse('the answer is not in the library any more');
  }
  const { words, finishReason } = wordsOf(text);
  if (finishReason === 'content-filter') return refuse('the model refused the content');
  const answer = readAnswer(words);
  if (answer !== null) return ok(answer);
  return refuse(
    finishReason === 'length' ? 'the answer was cut off at its longest' : 'the answer is no breakdown',
  );
}

/** Adapters keep the model's words with what they know about them; a bare answer is taken as well. */
function wordsOf(text: string): { readonly words: string; readonly finishReason: string | null } {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) {
      const finishReason =
        'finishReason' in value && typeof value.finishReason === 'string' ? value.finishReason : null;
      for (const field of ['text', 'output', 'answer'] as const) {
        const words = (value as Readonly<Record<string, unknown>>)[field];
        if (typeof words === 'string') return { words, finishReason };
      }
    }
  } catch {
    // Not JSON as a whole: the words themselves are looked at.
  }
  return { words: text, finishReason: null };
}

function refuse(reason: string): Result<never> {
  return fail('reading.refused', reason);
}
