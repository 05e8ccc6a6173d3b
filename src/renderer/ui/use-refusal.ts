import { useRef, useState } from 'react';
import { useInterpret, useWords } from '../words/use-words.ts';
import { useUnsavedWords } from './unsaved-words.ts';

/**
 * What a control says that shows its value and no draft of it: where `ask` answers with a promise that comes to `null` or
 * `false`, or fails, the value is as it was, and the reason stands at the control until it is set once more, or is
 * another one.
 */
export function useRefusal<V>(value: V): {
  readonly reason: string | null;
  readonly follow: (answer: unknown) => void;
} {
  const words = useWords('parts');
  const interpret = useInterpret();
  const keeper = useUnsavedWords();
  const [refused, setRefused] = useState<{ readonly value: V; readonly reason: string } | null>(null);
  const asked = useRef(0);
  const follow = (answer: unknown): void => {
    const turn = ++asked.current;
    setRefused(null);
    if (!(answer instanceof Promise)) return;
    const refuse = (): void => {
      if (turn !== asked.current) return;
      const fault = keeper?.refusal() ?? null;
      setRefused({ value, reason: fault === null ? words.notSaved : interpret(fault.message) });
    };
    answer.then((outcome) => (outcome === null || outcome === false ? refuse() : undefined), refuse);
  };
  return { reason: refused !== null && Object.is(refused.value, value) ? refused.reason : null, follow };
}
