import { createFaultList, type FaultRule } from '../sim-parts/fault-list.ts';
import { serveSim } from '../sim-parts/serve-sim.ts';
import { answerRequest } from './object-routes.ts';
import { createSimObjects } from './sim-objects.ts';
import type { S3SimFault } from './sim-state.ts';

export interface S3Sim {
  readonly origin: URL;
  /** What a service is told of it: `REELWRIGHT_S3_…`. */
  readonly settings: {
    readonly endpoint: string;
    readonly region: string;
    readonly bucket: string;
    readonly keyId: string;
    readonly secret: string;
  };
  /** Keys of what is there, without the bucket. */
  readonly keys: () => string[];
  readonly bytesOf: (key: string) => Buffer | null;
  /** Puts other bytes in the place of an object, as a broken disk would. */
  readonly replace: (key: string, bytes: Buffer) => void;
  /** Uploads in parts that were begun and not ended. */
  readonly openUploads: () => number;
  /** `PUT /media/u/…?partNumber=2`, in the order in which they came, taken or not. */
  readonly requests: () => readonly string[];
  /** `match` looks at the request as in `requests`. */
  readonly setFaults: (rules: readonly FaultRule<S3SimFault>[]) => void;
  readonly close: () => Promise<void>;
}

export interface S3SimOptions {
  readonly port?: number;
  readonly now?: () => number;
  /** Smallest part but the last; S3's is 5 MiB. */
  readonly minPartBytes?: number;
}

/** A local server that speaks Amazon S3's interface, path style, and refuses what is not signed rightly. Keeps files in memory. */
export async function startS3Sim(options: S3SimOptions = {}): Promise<S3Sim> {
  const keys = { keyId: 'sim-key', secret: 'sim-secret', region: 'auto' };
  const bucket = 'media';
  const state = {
    keys,
    bucket,
    store: createSimObjects(),
    faults: createFaultList<S3SimFault>(),
    requests: [] as string[],
    now: options.now ?? Date.now,
    minPartBytes: options.minPartBytes ?? 5 * 1024 * 1024,
  };
  const served = await serveSim(options.port ?? 0, (exchange) => answerRequest(state, exchange));
  const prefix = `/${bucket}/`;
  return {
    origin: served.origin,
    settings: { endpoint: served.origin.origin, bucket, ...keys },
    keys: () => [...state.store.objects.keys()].map((key) => key.slice(prefix.length)),
    bytesOf: (key) => state.store.objects.get(`${prefix}${key}`)?.bytes ?? null,
    replace(key, bytes) {
      const object = state.store.objects.get(`${prefix}${key}`);
      if (object !== undefined) state.store.objects.set(`${prefix}${key}`, { ...object, bytes });
    },
    openUploads: () => state.store.uploads.size,
    requests: () => state.requests,
    setFaults: (rules) => state.faults.set(rules),
    close: served.close,
  };
}
