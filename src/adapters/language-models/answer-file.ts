import { copyFile, mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProviderHandle } from '../../domain/jobs/job.ts';

/** A model's whole answer, as it is kept. */
export interface KeptAnswer {
  readonly id: string;
  readonly provider: string;
  readonly model: string;
  readonly text: string;
  /** Why it ended: `stop`, `length`, `content-filter` … */
  readonly finishReason: string;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  /** By the provider's own count and the prices at that time; null where the provider counted nothing. */
  readonly costUsdMicros: number | null;
}

export const answerFileName = 'answer.json';

function answerPath(folder: string): string {
  return join(folder, answerFileName);
}

/** The answer is found by its file; a handle that names none is not of an answer that came. */
export function handleOfAnswer({ id }: Pick<KeptAnswer, 'id'>): ProviderHandle {
  return { requestId: id, statusUrl: null, responseUrl: answerFileName, cancelUrl: null };
}

/** On the disk and under its name before it returns, so that no crash from here on loses what was paid for. */
export async function keepAnswer(folder: string, answer: KeptAnswer): Promise<void> {
  await mkdir(folder, { recursive: true });
  const partial = join(folder, `${answerFileName}.part`);
  {
    await using file = await open(partial, 'w');
    await file.writeFile(JSON.stringify(answer));
    await file.sync();
  }
  await rename(partial, answerPath(folder));
  if (process.platform === 'win32') return;
  await using directory = await open(folder, 'r');
  await directory.sync();
}

/**
 * A copy to hand over: whoever takes it may move it, or find it damaged and drop it, and the answer itself, of which nobody else
 * has another, is there for the next try.
 */
export async function copyOfAnswer(folder: string): Promise<string> {
  const copy = join(folder, 'reading.json');
  await copyFile(answerPath(folder), copy);
  return copy;
}

/** Null when there is none, or none that is whole. */
export async function readKeptAnswer(folder: string): Promise<KeptAnswer | null> {
  try {
    const value: unknown = JSON.parse(await readFile(answerPath(folder), 'utf8'));
    return isKeptAnswer(value) ? value : null;
  } catch {
    return null; // Not there: nothing was kept.
  }
}

function isKeptAnswer(value: unknown): value is KeptAnswer {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    'text' in value &&
    typeof value.text === 'string'
  );
}
