import { useEffect, useState } from 'react';
import type { SpendingCaps } from '../../../../contract/money.ts';
import type { QueueFilter, QueueSummary } from '../../../../contract/queue.ts';
import { createLatestReader } from '../../../state/latest-reader.ts';
import { useConnection, useStudio, useStudioState } from '../../../state/studio-context.ts';

export interface QueueFigures {
  readonly summary: QueueSummary;
  readonly caps: SpendingCaps;
}

/** Sums change with every job: nobody reads them more often than this. */
const restMs = 1_000;

/** The sums of what the filter names, live; null until they are known. */
export function useQueueSummary(filter: QueueFilter): QueueFigures | null {
  const { client } = useStudio();
  const isOpen = useConnection().is === 'open';
  const revision = useStudioState((state) => state.queueRevision);
  const [figures, setFigures] = useState<QueueFigures | null>(null);
  const [reader, setReader] = useState<{ readonly read: () => void } | null>(null);
  useEffect(() => {
    const made = createLatestReader({
      ask: async () => {
        const [summary, caps] = await Promise.all([client.queue.summary({ filter }), client.money.caps()]);
        return { summary, caps };
      },
      onValue: setFigures,
      // The list beside it says what is wrong; the last sums stand.
      onFault: () => undefined,
      restMs,
    });
    setReader(made);
    return made.stop;
  }, [client, filter]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `revision` says that something moved.
  useEffect(() => {
    if (isOpen) reader?.read();
  }, [reader, isOpen, revision]);
  return figures;
}
