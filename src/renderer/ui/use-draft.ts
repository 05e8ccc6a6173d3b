import { useRef, useState } from 'react';

export interface Draft {
  /** What the control shows: what is being typed, else the value. */
  readonly text: string;
  /** It could not be saved and is kept as it was typed. */
  readonly unsaved: boolean;
  readonly type: (text: string) => void;
  readonly commit: () => void;
  /** Back to the value. Whether there was anything to take back. */
  readonly revert: () => boolean;
}

/**
 * What is typed in a control until it is committed. Where `onCommit` returns a promise, the words stay until it is
 * settled; where that comes to `null` or `false`, or fails, they stay for good: nothing that was typed is lost with the line.
 */
export function useDraft(value: string, onCommit: (text: string) => unknown): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  const [unsaved, setUnsaved] = useState(false);
  const latest = useRef<string | null>(null);
  const put = (text: string | null): void => {
    latest.current = text;
    setDraft(text);
  };
  return {
    text: draft ?? value,
    unsaved,
    type: (text) => put(text),
    commit() {
      const typed = latest.current;
      if (typed === null) return;
      if (typed === value) {
        put(null);
        setUnsaved(false);
        return;
      }
      const settle = (saved: boolean): void => {
        setUnsaved(!saved);
        // Something else may have been typed in the meantime: that is the next thing to commit.
        if (saved && latest.current === typed) put(null);
      };
      const outcome = onCommit(typed);
      if (!isThenable(outcome)) return settle(outcome !== null && outcome !== false);
      outcome.then(
        (answer) => settle(answer !== null && answer !== false),
        () => settle(false),
      );
    },
    revert() {
      const had = latest.current !== null;
      put(null);
      setUnsaved(false);
      return had;
    },
  };
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value;
}
