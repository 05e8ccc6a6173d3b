import { useEffect, useState } from 'react';

/** True once `condition` has held for `delayMs`; false as soon as it does not. */
export function useAfter(condition: boolean, delayMs: number): boolean {
  const [after, setAfter] = useState(false);
  useEffect(() => {
    if (!condition) return;
    const timer = setTimeout(() => setAfter(true), delayMs);
    return () => {
      clearTimeout(timer);
      setAfter(false);
    };
  }, [condition, delayMs]);
  return condition && after;
}
