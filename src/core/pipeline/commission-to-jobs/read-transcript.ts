import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Job } from '../../../domain/jobs/job.ts';
import { fail, ok, type Result } from '../../../domain/kernel/result.ts';
import type { SpokenWord } from '../../../domain/timeline/group-spoken-words.ts';
import type { MediaLibrary } from '../../library/media-library.ts';

/** Far more than anybody says in a day. */
const mostWords = 200_000;

const Transcript = z.object({
  words: z
    .array(
      z.object({
        text: z.string().max(1_000),
        startSeconds: z.number().nonnegative(),
        endSeconds: z.number().nonnegative(),
      }),
    )
    .max(mostWords),
});

/** The words of a finished transcript, out of the library. What it says is text: it is read, and nothing of it is done. */
export async function readTranscript(
  library: Pick<MediaLibrary, 'assetPath'>,
  { assetId }: Pick<Job, 'assetId'>,
): Promise<Result<readonly SpokenWord[]>> {
  const file = assetId === null ? null : library.assetPath(assetId);
  if (file === null) return unreadable();
  if (!file.ok) return file;
  try {
    const read = Transcript.safeParse(JSON.parse(await readFile(file.value.path, 'utf8')));
    return read.success ? ok(read.data.words) : unreadable();
  } catch {
    // Not JSON, or not there any more: there is nothing to lay either way.
    return unreadable();
  }
}

function unreadable(): Result<never> {
  return fail(
    'commission.no-transcript',
    'The transcript cannot be read. No captions were laid. Ask for it once more, or write captions by hand.',
  );
}
