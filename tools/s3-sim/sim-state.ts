import type { FaultList } from '../sim-parts/fault-list.ts';
import type { SimKeys } from './check-signature.ts';
import type { SimObjects } from './sim-objects.ts';

/**
 * `cut-upload`: the line breaks before the body is taken; `lose-answer`: after it was kept; `cut-download`: in the middle of the file;
 * `expired`: as a signature whose time is up; `other-checksum`: the bytes arrive with one that is flipped.
 */
export type S3SimFault =
  | 'slow-down'
  | 'cut-upload'
  | 'lose-answer'
  | 'cut-download'
  | 'expired'
  | 'other-checksum'
  | 'slow';

export interface S3SimState {
  readonly keys: SimKeys;
  readonly bucket: string;
  readonly store: SimObjects;
  readonly faults: FaultList<S3SimFault>;
  readonly requests: string[];
  readonly now: () => number;
  readonly minPartBytes: number;
}
