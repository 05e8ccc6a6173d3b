import { startBlobSim } from '../../../tools/blob-sim/start-blob-sim.ts';
import { startS3Sim } from '../../../tools/s3-sim/start-s3-sim.ts';
import type { StorageSim } from '../../../tools/sim-parts/storage-sim.ts';
import type { StorageSettings } from '../../cloud/settings.ts';

export type TestStorage = StorageSim<StorageSettings>;

export interface TestStorageOptions {
  readonly now?: () => number;
  /** Smallest part but the last. */
  readonly minPartBytes?: number;
}

/** Every storage that files may be kept in, for suites that hold for all of them. */
export const testStorages: readonly {
  readonly name: string;
  readonly start: (options?: TestStorageOptions) => Promise<TestStorage>;
}[] = [
  { name: 'S3', start: startS3Sim },
  { name: 'Vercel Blob', start: startBlobSim },
];
