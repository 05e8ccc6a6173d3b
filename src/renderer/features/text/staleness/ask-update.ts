import type { ShotProject } from '../../../../domain/shots/break-into-shots.ts';
import type { StoredBreakdown } from '../../../../domain/shots/reconcile/reconcile-breakdown.ts';
import type { Block } from '../../../../domain/text/block.ts';
import type { PendingUpdate } from './summarise-update.ts';

export interface UpdateQuestion {
  readonly id: number;
  readonly project: ShotProject;
  readonly blocks: readonly Block[];
  readonly stored: StoredBreakdown;
}

export interface UpdateAnswer {
  readonly id: number;
  readonly update: PendingUpdate;
}

export interface UpdateAsker {
  /** Asks for the newest text; an older question that is not answered yet is forgotten. */
  ask(question: Omit<UpdateQuestion, 'id'>): void;
  /** How long the last answer took. */
  tookMs(): number;
  close(): void;
}

/** A worker that says what an update would change. One question at a time: what is asked meanwhile waits, the latest wins. */
export function createUpdateAsker(onAnswer: (update: PendingUpdate) => void): UpdateAsker {
  const worker = new Worker(new URL('./pending-update.worker.ts', import.meta.url), { type: 'module' });
  let count = 0;
  let busy = false;
  let askedAtMs = 0;
  let tookMs = 0;
  let waiting: UpdateQuestion | null = null;
  const send = (question: UpdateQuestion): void => {
    busy = true;
    askedAtMs = performance.now();
    worker.postMessage(question);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<UpdateAnswer>) => {
    busy = false;
    tookMs = performance.now() - askedAtMs;
    if (waiting === null) return onAnswer(data.update);
    const next = waiting;
    waiting = null;
    send(next);
  });
  return {
    ask(question) {
      const next = { ...question, id: ++count };
      if (busy) waiting = next;
      else send(next);
    },
    tookMs: () => tookMs,
    close: () => worker.terminate(),
  };
}
