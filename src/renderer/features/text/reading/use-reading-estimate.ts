import { useEffect, useState } from 'react';
import { faultOfCall } from '../../../../contract/fault-of-call.ts';
import type { ReadingChoice, ReadingEstimate } from '../../../../contract/scenes.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';

export interface PricedReading {
  /** null while it is asked for, and where it could not be had. */
  readonly estimate: ReadingEstimate | null;
  readonly trouble: string | null;
}

/** What reading the text would cost at most with a choice; null for no choice. */
export function useReadingEstimate(choice: ReadingChoice | null): PricedReading {
  const { client } = useStudio();
  const { projectId } = useProject();
  const [priced, setPriced] = useState<PricedReading>({ estimate: null, trouble: null });
  const { provider, model, repair } = choice ?? { provider: null, model: null, repair: false };
  useEffect(() => {
    setPriced({ estimate: null, trouble: null });
    if (provider === null) return undefined;
    let wanted = true;
    client.scenes.estimateReading({ projectId, choice: { provider, model, repair } }).then(
      (estimate) => wanted && setPriced({ estimate, trouble: null }),
      (thrown: unknown) => wanted && setPriced({ estimate: null, trouble: faultOfCall(thrown).message }),
    );
    return () => {
      wanted = false;
    };
  }, [client, projectId, provider, model, repair]);
  return priced;
}
