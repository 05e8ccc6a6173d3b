import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { faultOfCall } from '../../../../contract/fault-of-call.ts';
import { ProofDialog } from './proof-dialog.tsx';

/** Makes the call; where the account wants a fresh proof first, asks the person for it and makes the call again. */
type Prove = <T>(call: () => Promise<T>) => Promise<T>;

const Proving = createContext<Prove | null>(null);

export function useProve(): Prove {
  const prove = useContext(Proving);
  if (prove === null) throw new Error('useProve() is for what stands within a ProofProvider.');
  return prove;
}

/** One question for a proof at a time, for everything of the account that wants one. */
export function ProofProvider({ children }: { readonly children: ReactNode }) {
  const [asks, setAsks] = useState(false);
  const answered = useRef<((proved: boolean) => void) | null>(null);
  const end = useCallback((proved: boolean): void => {
    setAsks(false);
    answered.current?.(proved);
    answered.current = null;
  }, []);
  const prove = useCallback<Prove>(
    async (call) => {
      try {
        return await call();
      } catch (error) {
        if (faultOfCall(error).code !== 'account.reverify') throw error;
        end(false);
        const proved = await new Promise<boolean>((resolve) => {
          answered.current = resolve;
          setAsks(true);
        });
        if (!proved) throw error;
        return call();
      }
    },
    [end],
  );
  return (
    <Proving value={prove}>
      {children}
      {asks ? <ProofDialog onEnd={end} /> : null}
    </Proving>
  );
}
