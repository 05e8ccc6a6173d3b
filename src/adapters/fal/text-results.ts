import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { GenerationRequest } from '../../domain/jobs/generation-request.ts';
import { deriveId } from '../../domain/kernel/derive-id.ts';
import { faultOf, ok, type Result } from '../../domain/kernel/result.ts';
import { isRecord } from '../../net/read-answer.ts';

interface SpokenWord {
  readonly text: string;
  readonly startSeconds: number;
  readonly endSeconds: number;
}

type Output = Readonly<Record<string, unknown>>;

/** The JSON that stands for a transcript or a reading; null where the output holds none. */
export function readText(request: GenerationRequest, output: Output): unknown {
  switch (request.kind) {
    case 'transcript':
      return readTranscript(output, request.language);
    case 'reading':
      return readReading(output);
    default:
      return null;
  }
}

/** `{ language, words }`, from the shapes that transcribing models give. */
function readTranscript(output: Output, asked: string | null) {
  const list = output['words'] ?? output['chunks'];
  if (!Array.isArray(list)) return null;
  const words = list.filter(isRecord).flatMap(wordOf);
  const inferred = output['inferred_languages'] ?? output['languages'];
  const heard = output['language_code'] ?? (Array.isArray(inferred) ? inferred[0] : null);
  return { language: typeof heard === 'string' ? heard : asked, words };
}

/** A word with its times. Spaces and noises between words, which one model lists too, are none. */
function wordOf(entry: Output): SpokenWord[] {
  const { text, type, timestamp } = entry;
  const [from, to] = Array.isArray(timestamp) ? timestamp : [entry['start'], entry['end']];
  if (typeof text !== 'string' || text.trim() === '' || typeof from !== 'number') return [];
  if (type !== undefined && type !== 'word') return [];
  const startSeconds = Math.max(0, from);
  const endSeconds = typeof to === 'number' && to > startSeconds ? to : startSeconds;
  return [{ text: text.trim(), startSeconds, endSeconds }];
}

/** The object that the model was asked for, or its words as `{ text }`. What is in it is checked where it is used. */
function readReading(output: Output): unknown {
  const words = [output['output'], output['text'], output['response']].find((one) => typeof one === 'string');
  if (typeof words !== 'string' || words.trim() === '') return null;
  // Models like to put JSON between fences, asked or not.
  const bare = /^\s*```(?:json)?\s*\n([\s\S]*?)\n\s*```\s*$/.exec(words)?.[1] ?? words;
  try {
    const value: unknown = JSON.parse(bare);
    if (isRecord(value)) return value;
  } catch {
    // Not an object after all: the words stand for themselves.
  }
  return { text: words };
}

/** Puts JSON into the folder whole: a file of that name is complete, or is not there. */
export async function writeText(
  folder: string,
  requestId: string,
  value: unknown,
): Promise<Result<{ readonly path: string; readonly mime: string }>> {
  // The id is Fal's word, and no part of a path.
  const path = join(folder, `${deriveId('text-result', requestId)}.json`);
  try {
    await mkdir(folder, { recursive: true });
    const file = await open(`${path}.new`, 'w');
    try {
      await file.writeFile(JSON.stringify(value));
      await file.datasync();
    } finally {
      await file.close();
    }
    await rename(`${path}.new`, path);
    return ok({ path, mime: 'application/json' });
  } catch (thrown) {
    return { ok: false, fault: faultOf(thrown, 'library.not-writable') };
  }
}
