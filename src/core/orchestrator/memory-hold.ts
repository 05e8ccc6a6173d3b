import { ok } from '../../domain/kernel/result.ts';
import type { QueueHold } from './engine.ts';

/** A pause that ends with the process. */
export function createMemoryHold(): QueueHold {
  let sinceMs: number | null = null;
  return {
    get sinceMs() {
      return sinceMs;
    },
    set(next) {
      sinceMs = next;
      return ok(undefined);
    },
  };
}
