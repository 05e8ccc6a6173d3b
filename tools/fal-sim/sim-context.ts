import type { FaultBook } from './sim-faults.ts';
import type { SimMedia } from './sim-media.ts';
import type { SimRequest, SimRequests } from './sim-requests.ts';

/** What the routes of the stand-in share. */
export interface SimContext {
  readonly requests: SimRequests;
  readonly media: SimMedia;
  readonly faults: FaultBook;
  /** Status reads that say IN_QUEUE, then IN_PROGRESS, before COMPLETED. */
  readonly queueReads: number;
  readonly runReads: number;
  /** Shortest time from acceptance to completion. */
  readonly latencyMs: number;
  /** Origin that answers name for each of Fal's hosts: Fal's own, or this server's. */
  readonly nameOf: (host: 'queue.fal.run' | 'v3b.fal.media') => string;
  /** What the language models of the stand-in answer to an input. */
  readonly read: (input: SimRequest['input']) => string;
  /** Called at named moments, for tests that end a process there. */
  readonly atPoint: (point: SimPoint) => void | Promise<void>;
}

export type SimPoint = 'submit-received' | 'submit-accepted' | 'status-read' | 'result-read' | 'media-half';

export function isCompleted(sim: SimContext, request: SimRequest): boolean {
  if (request.cancelled) return true;
  if (request.endless) return false;
  return Date.now() - request.submittedAtMs >= sim.latencyMs;
}
