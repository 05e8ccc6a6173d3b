import { useEffect, useState } from 'react';
import type { Commission, CommissionEstimate } from '../../contract/commissions.ts';
import { faultOfCall } from '../../contract/fault-of-call.ts';
import type { Fault } from '../../domain/kernel/result.ts';
import { useProject } from '../state/project-context.ts';
import { useConnection, useStudio, useStudioState } from '../state/studio-context.ts';

export interface CommissionPrice {
  /** null while it is not known. */
  readonly estimate: CommissionEstimate | null;
  /** Why there are no prices: no key, nobody who makes it. */
  readonly fault: Pick<Fault, 'code' | 'message'> | null;
}

const unknown: CommissionPrice = { estimate: null, fault: null };

/** A price is asked for when nothing has changed for so long. */
const restMs = 300;

const priced = ['project', 'scene', 'shot', 'cast', 'take', 'job'] as const;

/** What a commission would cost, line by line, asked for anew when the project's rows have come to rest; null asks nothing. */
export function useCommissionPrice(commission: Commission | null, again = false): CommissionPrice {
  const { client } = useStudio();
  const { projectId, mirror } = useProject();
  const isOpen = useConnection().is === 'open';
  const keysRevision = useStudioState((state) => state.keysRevision);
  const key = JSON.stringify([projectId, commission, again, keysRevision]);
  const [found, setFound] = useState<{ readonly key: string; readonly price: CommissionPrice }>({
    key: '',
    price: unknown,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what is asked
  useEffect(() => {
    if (!isOpen || commission === null) return undefined;
    let wanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = (): void => {
      client.commissions.estimate({ projectId, commission, again }).then(
        (estimate) => wanted && setFound({ key, price: { estimate, fault: null } }),
        (error: unknown) => wanted && setFound({ key, price: { estimate: null, fault: faultOfCall(error) } }),
      );
    };
    const askSoon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(ask, restMs);
    };
    askSoon();
    const stop = mirror.subscribe(priced, askSoon);
    return () => {
      wanted = false;
      clearTimeout(timer);
      stop();
    };
  }, [client, mirror, isOpen, key]);
  return found.key === key ? found.price : unknown;
}
