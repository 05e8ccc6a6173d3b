import type { Result } from '../../domain/kernel/result.ts';

/** Entry modules under src/workers, by name. */
export type WorkerName = 'animatic' | 'media' | 'export' | 'document';

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Progress messages of the call, in order, as the worker sends them. */
  readonly onProgress?: (progress: unknown) => void;
}

/**
 * One worker process. Values cross by structured clone. A worker that dies fails every open call with
 * `worker.died`; an aborted call answers `worker.cancelled` after the worker has cleaned up. When the studio
 * goes away, however it goes, its workers end by themselves.
 */
export interface WorkerHandle {
  call<T>(method: string, params: unknown, options?: CallOptions): Promise<Result<T>>;
  /** False once the process has ended. */
  readonly alive: boolean;
  stop(): Promise<void>;
}

export interface WorkerHost {
  start(name: WorkerName): WorkerHandle;
  /** Ends every worker that was started. */
  close(): Promise<void>;
}
