import type { IdSource } from '../core/ports/id-source.ts';
import { deriveId } from '../domain/kernel/derive-id.ts';

/** Ids shaped like UUIDs that count up and are the same in every run; another seed gives other ids. */
export function createSeededIds(seed: number | string = 1): IdSource {
  let count = 0;
  return {
    newId() {
      count += 1;
      const order = count.toString(16).padStart(12, '0');
      const rest = deriveId('seeded-id', seed, count);
      return `${order.slice(0, 8)}-${order.slice(8)}-7${rest.slice(0, 3)}-8${rest.slice(3, 6)}-${rest.slice(6, 18)}`;
    },
  };
}
