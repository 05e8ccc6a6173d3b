import type { Fault } from '../../domain/kernel/result.ts';

/** What the studio sends to a worker. */
export type ToWorker =
  | { readonly kind: 'call'; readonly id: number; readonly method: string; readonly params: unknown }
  | { readonly kind: 'cancel'; readonly id: number };

/** What a worker answers: any number of `progress`, then exactly one `result` or `fault` for every call. */
export type FromWorker =
  | { readonly kind: 'progress'; readonly id: number; readonly progress: unknown }
  | { readonly kind: 'result'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'fault'; readonly id: number; readonly fault: Fault };
