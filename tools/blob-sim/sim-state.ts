import { answerJson, type Exchange } from '../fal-sim/sim-exchange.ts';
import type { FaultList } from '../sim-parts/fault-list.ts';
import type { StorageFault } from '../sim-parts/storage-sim.ts';
import type { BlobKeys, Refusal } from './check-tokens.ts';
import type { SimBlobs } from './sim-blobs.ts';

export interface BlobSimState {
  readonly keys: BlobKeys;
  readonly store: SimBlobs;
  readonly faults: FaultList<StorageFault>;
  readonly requests: string[];
  readonly now: () => number;
  readonly minPartBytes: number;
}

export function refuse(
  exchange: Pick<Exchange, 'response'>,
  { status, code, message }: Refusal,
  headers: Readonly<Record<string, string>> = {},
): void {
  answerJson(exchange, status, { error: { code, message } }, headers);
}
