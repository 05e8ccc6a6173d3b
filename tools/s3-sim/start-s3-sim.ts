import { createFaultList } from '../sim-parts/fault-list.ts';
import { serveSim } from '../sim-parts/serve-sim.ts';
import type { StorageFault, StorageSim } from '../sim-parts/storage-sim.ts';
import { keptObjects } from './kept-objects.ts';
import { answerRequest } from './object-routes.ts';
import { createSimObjects } from './sim-objects.ts';

/** `REELWRIGHT_S3_…`. */
export interface S3SimSettings {
  readonly kind: 's3';
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly keyId: string;
  readonly secret: string;
}

/** Keys are without the bucket. */
export type S3Sim = StorageSim<S3SimSettings>;

export interface S3SimOptions {
  readonly port?: number;
  readonly now?: () => number;
  /** Smallest part but the last; S3's is 5 MiB. */
  readonly minPartBytes?: number;
  /** Where files are kept beyond its end; in memory without it. */
  readonly folder?: string;
}

/** A local server that speaks Amazon S3's interface, path style, and refuses what is not signed rightly. */
export async function startS3Sim(options: S3SimOptions = {}): Promise<S3Sim> {
  const now = options.now ?? Date.now;
  const keys = { keyId: 'sim-key', secret: 'sim-secret', region: 'auto' };
  const bucket = 'media';
  const state = {
    keys,
    bucket,
    store: createSimObjects(now, options.folder === undefined ? undefined : keptObjects(options.folder)),
    faults: createFaultList<StorageFault>(),
    requests: [] as string[],
    now,
    minPartBytes: options.minPartBytes ?? 5 * 1024 * 1024,
  };
  const served = await serveSim(options.port ?? 0, (exchange) => answerRequest(state, exchange));
  const prefix = `/${bucket}/`;
  return {
    origin: served.origin,
    settings: { kind: 's3', endpoint: served.origin.origin, bucket, ...keys },
    keys: () => [...state.store.objects.keys()].map((key) => key.slice(prefix.length)),
    bytesOf: (key) => state.store.objects.get(`${prefix}${key}`)?.bytes ?? null,
    replace(key, bytes) {
      const object = state.store.objects.get(`${prefix}${key}`);
      if (object !== undefined) state.store.objects.set(`${prefix}${key}`, { ...object, bytes });
    },
    openUploads: () => state.store.uploads.size,
    loseUploads: () => state.store.uploads.clear(),
    requests: () => state.requests,
    setFaults: (rules) => state.faults.set(rules),
    close: served.close,
  };
}
