import { useInterpret, useWords } from '../words/use-words.ts';
import type { Unsaved } from './use-draft.ts';

/** What a field says under words that are not saved: why, and what becomes of them. */
export function useUnsavedReason(): (unsaved: Unsaved | null) => string | null {
  const words = useWords('parts');
  const interpret = useInterpret();
  return (unsaved) => {
    if (unsaved === null) return null;
    if (unsaved.reason === null) return words.notSaved;
    const reason = interpret(unsaved.reason);
    return unsaved.triedAgain ? `${reason} ${words.keptAndTriedAgain}` : reason;
  };
}
