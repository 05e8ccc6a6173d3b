import { createContext, use } from 'react';
import { type Fault, faultOf } from '../../domain/kernel/result.ts';

/** How an attempt to save went: `later` will be tried again, in turn, whoever has left the field meanwhile. */
export type SaveOutcome =
  | { readonly is: 'saved' }
  | { readonly is: 'later' | 'refused'; readonly fault: Fault | null };

/** What was typed and could not be saved: kept in the window, and tried again in the order in which it was typed. */
export interface UnsavedWords {
  /** `onOutcome` is told of every try, the last one included. `wanted` says whether it is still worth trying. */
  save(attempt: () => unknown, wanted: () => boolean, onOutcome: (outcome: SaveOutcome) => void): void;
  /** How much waits. */
  waiting(): number;
  /** Why the newest call was refused. */
  refusal(): Fault | null;
}

export interface UnsavedWordsParts {
  /** Why the newest call was refused: what is committed answers with no more than that it was. */
  readonly refusal: () => Fault | null;
  readonly mayBeSavedLater: (fault: Fault) => boolean;
  readonly retryMs?: number;
}

interface Waiting {
  readonly attempt: () => unknown;
  readonly wanted: () => boolean;
  readonly onOutcome: (outcome: SaveOutcome) => void;
}

const usualRetryMs = 4_000;

export function createUnsavedWords(parts: UnsavedWordsParts): UnsavedWords {
  const { refusal, mayBeSavedLater, retryMs = usualRetryMs } = parts;
  const line: Waiting[] = [];
  let busy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tryOne = async ({ attempt }: Waiting): Promise<SaveOutcome> => {
    let fault: Fault | null;
    try {
      const answer = await attempt();
      if (answer !== null && answer !== false) return { is: 'saved' };
      // False is the field's own word: it does not fit.
      fault = answer === null ? refusal() : null;
    } catch (thrown) {
      fault = faultOf(thrown);
    }
    return { is: fault !== null && mayBeSavedLater(fault) ? 'later' : 'refused', fault };
  };
  const work = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    clearTimeout(timer);
    for (let next = line[0]; next !== undefined; next = line[0]) {
      const outcome = next.wanted() ? await tryOne(next) : null;
      if (outcome !== null) next.onOutcome(outcome);
      if (outcome?.is === 'later') {
        // What stands behind it would be refused for the same.
        for (const other of line.slice(1)) other.onOutcome(outcome);
        timer = setTimeout(() => void work(), retryMs);
        break;
      }
      line.shift();
    }
    busy = false;
  };

  return {
    save(attempt, wanted, onOutcome) {
      line.push({ attempt, wanted, onOutcome });
      void work();
    },
    waiting: () => line.length,
    refusal,
  };
}

/** Null where nothing is kept: a field then waits for the person to try again. */
export const UnsavedWordsContext = createContext<UnsavedWords | null>(null);

export function useUnsavedWords(): UnsavedWords | null {
  return use(UnsavedWordsContext);
}
