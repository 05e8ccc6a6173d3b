import type { BlockId } from '../../../../domain/kernel/ids.ts';

export function newBlockId(): BlockId {
  return crypto.randomUUID() as BlockId;
}
