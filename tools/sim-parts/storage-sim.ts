import type { FaultRule } from './fault-list.ts';

/**
 * What can go wrong with any storage. `cut-upload`: the line breaks before the body is taken; `lose-answer`: after it was kept;
 * `cut-download`: in the middle of the file; `expired`: as an address whose time is up; `other-bytes`: they arrive with bits that are
 * flipped; `asleep`: 503.
 */
export type StorageFault =
  | 'slow-down'
  | 'asleep'
  | 'cut-upload'
  | 'lose-answer'
  | 'cut-download'
  | 'expired'
  | 'other-bytes'
  | 'slow';

/** What tests ask of a stand-in of storage, whichever it is. */
export interface StorageSim<Settings> {
  readonly origin: URL;
  /** What a service is told of it. */
  readonly settings: Settings;
  readonly keys: () => string[];
  readonly bytesOf: (key: string) => Buffer | null;
  /** Puts other bytes in the place of a file, as a broken disk would. */
  readonly replace: (key: string, bytes: Buffer) => void;
  /** Uploads in parts that were begun and not ended. */
  readonly openUploads: () => number;
  /** Forgets those. */
  readonly loseUploads: () => void;
  /** `PUT /…/key?partNumber=2` for bytes that are sent, `GET /…/key` for those that are fetched; in the order in which they came, taken or not. */
  readonly requests: () => readonly string[];
  /** `match` looks at the request as in `requests`. */
  readonly setFaults: (rules: readonly FaultRule<StorageFault>[]) => void;
  readonly close: () => Promise<void>;
}
