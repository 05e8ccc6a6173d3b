import { useCallback, useState } from 'react';
import { faultOfCall } from '../../../../contract/fault-of-call.ts';
import { useInterpret } from '../../../words/use-words.ts';

export interface Attempt {
  /** Which one is under way, by the name it was given; null while none is. */
  readonly busy: string | null;
  /** Why the last one did not succeed, in the person's language. */
  readonly refusal: string | null;
  /** Runs one at a time; resolves to whether it succeeded. */
  run(name: string, call: () => Promise<unknown>): Promise<boolean>;
}

/** Calls whose refusal is said beside what was typed, and not in the status line. */
export function useAttempt(): Attempt {
  const interpret = useInterpret();
  const [busy, setBusy] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const run = useCallback(
    async (name: string, call: () => Promise<unknown>) => {
      setBusy(name);
      setRefusal(null);
      try {
        await call();
        return true;
      } catch (error) {
        setRefusal(interpret(faultOfCall(error).message));
        return false;
      } finally {
        setBusy(null);
      }
    },
    [interpret],
  );
  return { busy, refusal, run };
}
