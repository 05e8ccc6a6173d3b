import { useState } from 'react';
import type { PaidSearch } from '../../../../contract/jobs.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useWords } from '../../../words/use-words.ts';

const dayMs = 24 * 3_600_000;
export const sinces = { week: 7, month: 30, year: 365 } as const;
export type Since = keyof typeof sinces;

export interface PaidSearching {
  readonly search: PaidSearch | null;
  readonly busy: 'search' | 'adopt' | null;
  /** Asks the providers; nothing is brought in. */
  readonly look: (since: Since) => Promise<void>;
  /** Brings in what jobs of this studio miss. */
  readonly adopt: (since: Since) => Promise<void>;
}

/** What providers hold, as it was asked for last. */
export function usePaidSearch(): PaidSearching {
  const { client } = useStudio();
  const call = useCall();
  const words = useWords('paidClips');
  const [search, setSearch] = useState<PaidSearch | null>(null);
  const [busy, setBusy] = useState<PaidSearching['busy']>(null);
  const ask = async (since: Since, adopt: boolean): Promise<void> => {
    setBusy(adopt ? 'adopt' : 'search');
    const sinceMs = Date.now() - sinces[since] * dayMs;
    const found = await call(
      () => client.jobs.findPaid({ sinceMs, adopt }),
      ({ adopted }) => {
        if (!adopt) return null;
        return adopted.length === 0 ? words.noneMissing : words.adopted(adopted.length);
      },
    );
    setBusy(null);
    if (found !== null) setSearch(found);
  };
  return { search, busy, look: (since) => ask(since, false), adopt: (since) => ask(since, true) };
}
