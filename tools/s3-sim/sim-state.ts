import type { FaultList } from '../sim-parts/fault-list.ts';
import type { StorageFault } from '../sim-parts/storage-sim.ts';
import type { SimKeys } from './check-signature.ts';
import type { SimObjects } from './sim-objects.ts';

export interface S3SimState {
  readonly keys: SimKeys;
  readonly bucket: string;
  readonly store: SimObjects;
  readonly faults: FaultList<StorageFault>;
  readonly requests: string[];
  readonly now: () => number;
  readonly minPartBytes: number;
}
