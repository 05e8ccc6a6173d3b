import { useEffect, useState } from 'react';
import type { AgainLine } from '../../../../contract/queue.ts';
import type { Job } from '../../../../domain/jobs/job.ts';
import { isEnded } from '../../../../domain/jobs/transitions.ts';
import { useConnection, useStudio } from '../../../state/studio-context.ts';
import { useMadeElsewhere } from '../../../state/use-made-elsewhere.ts';

/** What asking for a job again means and costs now; null while this device has it under way, it is done, or its price is being read. */
export function useAgainPrice(job: Job | null): AgainLine | null {
  const { client } = useStudio();
  const isOpen = useConnection().is === 'open';
  const [line, setLine] = useState<AgainLine | null>(null);
  const elsewhere = useMadeElsewhere(job);
  const asks = job !== null && job.state !== 'done' && (elsewhere || isEnded(job) || job.state === 'draft');
  const jobId = asks ? job.id : null;
  const state = job?.state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a job that ended another way is asked about anew.
  useEffect(() => {
    setLine(null);
    if (jobId === null || !isOpen) return undefined;
    let wanted = true;
    client.queue.priceAgain({ which: { jobIds: [jobId] } }).then(
      ([found]) => {
        if (wanted) setLine(found ?? null);
      },
      // Without a price of now, the one that it was approved at stands on the button.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [client, jobId, state, isOpen]);
  return line;
}
