import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Generator } from '../../core/ports/generator.ts';
import type { WorkerHost } from '../../core/ports/worker-host.ts';
import type { GenerationRequest, PictureRequest } from '../../domain/jobs/generation-request.ts';
import type { ProviderHandle } from '../../domain/jobs/job.ts';
import { isPictureRequest } from '../../domain/jobs/request-kinds.ts';
import { type Fault, fail, faultOf, ok, type Result } from '../../domain/kernel/result.ts';
import { createWorkerPool } from './worker-pool.ts';

export interface AnimaticOptions {
  readonly workers: WorkerHost;
  /** Folder that exists, or may be made, for results that were not fetched yet. */
  readonly tempFolder: string;
  /** Drawings at the same time; by default one a core, two at most. */
  readonly concurrent?: number;
}

interface Drawing {
  readonly controller: AbortController;
  readonly path: string;
  state: { kind: 'running'; progress: number } | { kind: 'ready' } | { kind: 'failed'; fault: Fault };
}

export const animaticModel = 'animatic-1';

/** Most pixels of a frame: larger ones would not fit a worker's memory. */
const maxPixels = 4096 * 2304;

/**
 * The built-in generator: free, offline, drawn in worker processes. Its jobs live in memory only; one that is asked
 * for after a restart is `gone`, and the engine, which may repeat what is free, asks again.
 */
export function createAnimaticGenerator({ workers, tempFolder, concurrent }: AnimaticOptions): Generator {
  const size = concurrent ?? Math.max(1, Math.min(2, availableParallelism()));
  const pool = createWorkerPool(workers, size);
  const drawings = new Map<string, Drawing>();
  let folder: Promise<string> | null = null;
  const ownFolder = (): Promise<string> => {
    folder ??= makeFolder(tempFolder);
    return folder;
  };

  const start = (id: string, path: string, request: PictureRequest): void => {
    const controller = new AbortController();
    const drawing: Drawing = { controller, path, state: { kind: 'running', progress: 0 } };
    drawings.set(id, drawing);
    const onProgress = (value: unknown): void => {
      if (typeof value === 'number' && drawing.state.kind === 'running')
        drawing.state = { kind: 'running', progress: value };
    };
    void pool.call(request.kind, { request, path }, { signal: controller.signal, onProgress }).then(
      (result) => {
        drawing.state = result.ok ? { kind: 'ready' } : { kind: 'failed', fault: result.fault };
      },
      (thrown: unknown) => {
        drawing.state = { kind: 'failed', fault: faultOf(thrown, 'animatic.not-started') };
      },
    );
  };

  return {
    provider: 'animatic',
    free: true,
    defaultModels: { still: animaticModel, clip: animaticModel },
    maxConcurrent: size,
    pollIntervalMs: 40,
    estimate: async (request) => {
      const checked = checkRequest(request);
      return checked.ok ? ok({ costUsdMicros: 0, basis: 'free', pricedAtMs: null }) : checked;
    },
    submit: async (request, context) => {
      const checked = checkRequest(request);
      if (!checked.ok) return { kind: 'refused', fault: checked.fault };
      const id = randomUUID();
      try {
        const path = join(await ownFolder(), `${id}.${checked.value.kind === 'still' ? 'png' : 'mp4'}`);
        context.beforeFirstByte();
        start(id, path, checked.value);
      } catch (thrown) {
        return { kind: 'not-sent', fault: faultOf(thrown, 'animatic.not-started'), retryAfterMs: null };
      }
      return {
        kind: 'accepted',
        handle: { requestId: id, statusUrl: null, responseUrl: null, cancelUrl: null },
      };
    },
    poll: async (_request, handle) => {
      const state = drawings.get(handle.requestId)?.state;
      if (state === undefined) return { kind: 'gone', fault: goneFault(handle) };
      switch (state.kind) {
        case 'running':
          return state;
        case 'ready':
          return state;
        case 'failed':
          return { kind: 'failed', fault: state.fault, billed: 'no' };
      }
    },
    fetch: async (request, handle, into) => {
      const drawing = drawings.get(handle.requestId);
      if (drawing === undefined || drawing.state.kind !== 'ready')
        return { kind: 'gone', fault: goneFault(handle) };
      const path = join(into, `${handle.requestId}${request.kind === 'still' ? '.png' : '.mp4'}`);
      const mime = request.kind === 'still' ? 'image/png' : 'video/mp4';
      const moved = await moveFile(drawing.path, path);
      if (!moved.ok) return { kind: 'failed', fault: moved.fault, billed: 'no' };
      drawings.delete(handle.requestId);
      return { kind: 'fetched', path, mime, costUsdMicros: 0 };
    },
    cancel: async (_request, handle) => {
      const drawing = drawings.get(handle.requestId);
      if (drawing === undefined || drawing.state.kind !== 'running') return { kind: 'too-late' };
      drawing.controller.abort();
      drawings.delete(handle.requestId);
      return { kind: 'cancelled' };
    },
    close: async () => {
      for (const drawing of drawings.values()) drawing.controller.abort();
      drawings.clear();
      await pool.close();
      if (folder !== null) await rm(await folder, { recursive: true, force: true });
    },
  };
}

/** A folder of this process's own; those that killed processes left behind are removed. */
async function makeFolder(parent: string): Promise<string> {
  await mkdir(parent, { recursive: true });
  for (const name of await readdir(parent)) {
    const owner = /^animatic-(\d+)-/.exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner)))
      await rm(join(parent, name), { recursive: true, force: true });
  }
  return mkdtemp(join(parent, `animatic-${process.pid}-`));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    // Somebody else's process is alive too.
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The request, where it is one for a picture that can be drawn. */
function checkRequest(request: GenerationRequest): Result<PictureRequest> {
  if (!isPictureRequest(request)) {
    return fail(
      'provider.request-refused',
      `The animatic draws stills and clips and cannot make this (${request.kind}). Nothing was made; choose another provider.`,
    );
  }
  const { widthPx, heightPx } = request;
  const even = widthPx % 2 === 0 && heightPx % 2 === 0;
  if (!even || widthPx < 16 || heightPx < 16 || widthPx * heightPx > maxPixels) {
    return fail(
      'animatic.bad-size',
      `A picture of ${widthPx} × ${heightPx} pixels cannot be drawn: both sides must be even, at least 16, and together at most those of 4096 × 2304. Nothing was drawn; choose another height.`,
    );
  }
  if (request.kind === 'clip' && request.durationFlicks <= 0) {
    return fail(
      'animatic.no-duration',
      'A clip without a length cannot be drawn. Nothing was drawn; give the shot a duration.',
    );
  }
  return ok(request);
}

function goneFault(handle: ProviderHandle): Fault {
  return {
    code: 'animatic.gone',
    message:
      'This drawing is not known any more, because the studio was started anew. Nothing was lost; it is drawn again.',
    detail: { requestId: handle.requestId },
  };
}

/** Rename, or copy where the two folders are on different drives. */
async function moveFile(from: string, to: string): Promise<Result<null>> {
  try {
    await rename(from, to);
    return ok(null);
  } catch (renamed) {
    try {
      await copyFile(from, to);
      await rm(from, { force: true });
      return ok(null);
    } catch (thrown) {
      await rm(to, { force: true });
      const fault = faultOf(thrown, 'animatic.not-stored');
      return fail(
        'animatic.not-stored',
        `A finished drawing could not be stored at ${to}: ${fault.message}. What was stored before is untouched; make room or choose another folder.`,
        { renamed: String(renamed) },
      );
    }
  }
}
