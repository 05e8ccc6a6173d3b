import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { QueueFilter } from '../../../../contract/queue.ts';
import type { QueueGroup } from '../../../../domain/jobs/queue-group.ts';
import { useConnection, useStudio, useStudioState } from '../../../state/studio-context.ts';
import { createQueueWindow, type QueueWindow } from './queue-window.ts';

/** The rows of a part of the queue, live. The filter and the groups must be the same objects while they say the same. */
export function useQueueWindow(filter: QueueFilter, groups: readonly QueueGroup[]): QueueWindow {
  const { client } = useStudio();
  const isOpen = useConnection().is === 'open';
  const revision = useStudioState((state) => state.queueRevision);
  const window = useMemo(
    () =>
      createQueueWindow((offset, limit) => client.queue.rows({ filter, groups: [...groups], offset, limit })),
    [client, filter, groups],
  );
  useEffect(() => () => window.stop(), [window]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `revision` says that something moved.
  useEffect(() => {
    if (isOpen) window.refresh();
  }, [window, isOpen, revision]);
  useSyncExternalStore(window.subscribe, window.state);
  return window;
}
