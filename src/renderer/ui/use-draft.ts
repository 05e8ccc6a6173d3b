import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { type SaveOutcome, useUnsavedWords } from './unsaved-words.ts';

/** Why what was typed is not saved, in the studio's words where they are known; whether it is tried again by itself. */
export interface Unsaved {
  readonly reason: string | null;
  readonly triedAgain: boolean;
}

export interface Draft {
  /** What the control shows: what is being typed, else the value. */
  readonly text: string;
  /** It could not be saved and is kept as it was typed. */
  readonly unsaved: Unsaved | null;
  readonly type: (text: string) => void;
  readonly commit: () => void;
  /** Back to the value. Whether there was anything to take back. */
  readonly revert: () => boolean;
}

/**
 * What is typed in a control until it is committed. Where `onCommit` returns a promise, the words stay until it is
 * settled; where that comes to `null` or `false`, or fails, they stay for good: nothing that was typed is lost with the line. What a drive
 * refuses is tried again, also when the field is gone.
 */
export function useDraft(value: string, onCommit: (text: string) => unknown): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  const [unsaved, setUnsaved] = useState<Unsaved | null>(null);
  const keeper = useUnsavedWords();
  const latest = useRef<string | null>(null);
  /** What is on its way: not to be sent a second time. */
  const underWay = useRef<string | null>(null);
  const put = (text: string | null): void => {
    latest.current = text;
    setDraft(text);
  };
  const commit = (): void => {
    const typed = latest.current;
    if (typed === null || typed === underWay.current) return;
    if (typed === value) {
      put(null);
      setUnsaved(null);
      return;
    }
    underWay.current = typed;
    const arrived = (): void => {
      if (underWay.current === typed) underWay.current = null;
    };
    const settle = (saved: boolean, fault: string | null = null, triedAgain = false): void => {
      if (!triedAgain) arrived();
      setUnsaved(saved ? null : { reason: fault, triedAgain });
      // Something else may have been typed in the meantime: that is the next thing to commit.
      if (saved && latest.current === typed) put(null);
    };
    if (keeper !== null) {
      const onOutcome = (outcome: SaveOutcome): void => {
        if (outcome.is === 'saved') settle(true);
        else if (latest.current !== typed) arrived();
        else settle(false, outcome.fault?.message ?? null, outcome.is === 'later');
      };
      keeper.save(
        () => onCommit(typed),
        () => {
          if (latest.current === typed) return true;
          arrived();
          return false;
        },
        onOutcome,
      );
      return;
    }
    const outcome = onCommit(typed);
    if (isThenable(outcome)) {
      outcome.then(
        (answer) => settle(answer !== null && answer !== false),
        () => settle(false),
      );
    } else settle(outcome !== null && outcome !== false);
  };
  // A field that goes away while it has the focus is told of no blur: what was typed counts all the same.
  const leave = useEffectEvent(commit);
  useEffect(() => () => leave(), []);
  return {
    text: draft ?? value,
    unsaved,
    type: (text) => put(text),
    commit,
    revert() {
      const had = latest.current !== null;
      put(null);
      underWay.current = null;
      setUnsaved(null);
      return had;
    },
  };
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value;
}
