import { useCallback, useEffect, useState } from 'react';
import { faultOfCall } from '../../../contract/fault-of-call.ts';
import type { Fault } from '../../../domain/kernel/result.ts';
import { useConnection } from '../../state/studio-context.ts';

export type Asked<T> =
  | { readonly is: 'loading' }
  | { readonly is: 'ready'; readonly value: T }
  | { readonly is: 'fault'; readonly fault: Fault };

/** An answer of the studio, asked for when it is first shown, when `ask` changes, and with `again`. The last one stands meanwhile. */
export function useAsked<T>(ask: () => Promise<T>): { readonly asked: Asked<T>; readonly again: () => void } {
  const isOpen = useConnection().is === 'open';
  const [asked, setAsked] = useState<Asked<T>>({ is: 'loading' });
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` asks again
  useEffect(() => {
    if (!isOpen) return undefined;
    let wanted = true;
    ask().then(
      (value) => {
        if (wanted) setAsked({ is: 'ready', value });
      },
      (error: unknown) => {
        const fault = faultOfCall(error);
        if (wanted && fault.code !== 'connection.lost') setAsked({ is: 'fault', fault });
      },
    );
    return () => {
      wanted = false;
    };
  }, [isOpen, ask, tries]);
  const again = useCallback(() => setTries((n) => n + 1), []);
  return { asked, again };
}
