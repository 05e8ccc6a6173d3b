import './check-node.ts';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { epubReader } from '../adapters/epub/epub-reader.ts';
import { pdfReader } from '../adapters/pdf/pdf-reader.ts';
import { wordReader } from '../adapters/word-documents/word-reader.ts';
import type { DocumentWorkerCalls, UnpackedText } from '../core/ports/packed-document.ts';
import { fail, faultOf, type Result } from '../domain/kernel/result.ts';
import { serveWorker } from './serve-worker.ts';

/** The most memory that reading a document may take, also outside the heap. */
const mostMemoryBytes = 1_500 * 1024 * 1024;
const readers = [wordReader, epubReader, pdfReader] as const;

// A document is read in a thread of its own, so that this one can end it whatever it does.
if (isMainThread) {
  serveWorker({
    unpack: (params, { signal }) => unpackInThread((params as DocumentWorkerCalls['unpack']).bytes, signal),
  });
} else {
  const bytes = workerData as Uint8Array;
  void unpack(bytes).then((result) => parentPort?.postMessage(result));
}

async function unpack(bytes: Uint8Array): Promise<Result<UnpackedText>> {
  const reader = readers.find(({ recognises }) => recognises(bytes));
  if (reader === undefined) return fail('text.unsupported', 'is no Word document, EPUB or PDF.');
  try {
    return await reader.unpack(bytes);
  } catch (thrown) {
    return { ok: false, fault: faultOf(thrown, 'worker.failed') };
  }
}

function unpackInThread(bytes: Uint8Array, signal: AbortSignal): Promise<Result<UnpackedText>> {
  const thread = new Worker(fileURLToPath(import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: 768 },
  });
  return new Promise<Result<UnpackedText>>((resolve) => {
    const tooMuch = (): void => {
      resolve(
        fail(
          'text.too-large',
          'takes more memory to read than a story needs. Export it again where it was written, or split it into parts.',
        ),
      );
    };
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() > mostMemoryBytes) tooMuch();
    }, 100);
    const cancel = (): void => resolve(fail('worker.cancelled', 'Reading the document was cancelled.'));
    signal.addEventListener('abort', cancel, { once: true });
    thread.on('message', (result: Result<UnpackedText>) => resolve(result));
    thread.on('error', (thrown: Error) => {
      if ('code' in thrown && thrown.code === 'ERR_WORKER_OUT_OF_MEMORY') tooMuch();
      else resolve({ ok: false, fault: faultOf(thrown, 'worker.failed') });
    });
    thread.on('exit', () => {
      clearInterval(watch);
      cancel();
    });
  }).finally(() => void thread.terminate());
}
