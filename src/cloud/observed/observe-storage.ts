import type { Result } from '../../domain/kernel/result.ts';
import type { MediaStorage } from '../ports/media-storage.ts';

/** Told of every call of the storage: its name, how it ended (`ok` or a fault's code), and how long it took. */
export type OnStorageCall = (call: string, outcome: string, seconds: number) => void;

/** The same storage, watched. */
export function observeStorage(storage: MediaStorage, onCall: OnStorageCall): MediaStorage {
  const watch =
    <A extends readonly unknown[], T>(call: string, ask: (...args: A) => Promise<Result<T>>) =>
    async (...args: A): Promise<Result<T>> => {
      const startedMs = performance.now();
      const answered = await ask(...args);
      onCall(call, answered.ok ? 'ok' : answered.fault.code, (performance.now() - startedMs) / 1_000);
      return answered;
    };
  return {
    ...storage,
    getAddress: watch('address', storage.getAddress),
    beginParts: watch('begin', storage.beginParts),
    parts: watch('parts', storage.parts),
    complete: watch('complete', storage.complete),
    abort: watch('abort', storage.abort),
    head: watch('head', storage.head),
    beginning: watch('beginning', storage.beginning),
    remove: watch('remove', storage.remove),
    openUploads: watch('open-uploads', storage.openUploads),
    probe: watch('probe', storage.probe),
  };
}
