import { fail, type Result } from '../../../domain/kernel/result.ts';
import type { DocumentWorkerCalls, UnpackedText } from '../../ports/packed-document.ts';
import type { WorkerHost } from '../../ports/worker-host.ts';

/** Longest time for one document: most take a second or two, a thousand pages of PDF up to half a minute on a busy computer. */
const longestMs = 120_000;

/**
 * Takes the words out of a Word document, EPUB or PDF, in a process of its own: what a damaged or hostile file does to it
 * does nothing to the studio. The message of a fault is the rest of a sentence that begins with the file's name.
 */
export async function unpackDocument(
  workers: WorkerHost,
  bytes: Uint8Array,
  limitMs = longestMs,
): Promise<Result<UnpackedText>> {
  const worker = workers.start('document');
  const signal = AbortSignal.timeout(limitMs);
  try {
    const unpacked = await worker.call<UnpackedText>(
      'unpack',
      { bytes } satisfies DocumentWorkerCalls['unpack'],
      { signal },
    );
    if (unpacked.ok || !unpacked.fault.code.startsWith('worker.')) return unpacked;
    if (unpacked.fault.code === 'worker.cancelled' && signal.aborted) {
      return fail(
        'text.too-large',
        `takes longer than ${limitMs / 1000} seconds to read. Export it again where it was written, or split it into parts.`,
      );
    }
    return fail(
      'text.malformed',
      'could not be read: it is probably damaged. Save it again where it was written and import that.',
      { cause: unpacked.fault.message },
    );
  } finally {
    await worker.stop();
  }
}
