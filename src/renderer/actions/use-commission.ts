import { useCallback } from 'react';
import type { Activity } from '../../contract/activities.ts';
import type { Commission } from '../../contract/commissions.ts';
import { useProject } from '../state/project-context.ts';
import { useStudio, useStudioState } from '../state/studio-context.ts';
import { useCall } from './use-edit.ts';

/** Beginning a commission at the price that was seen: it costs no more than that, whatever happens meanwhile. */
export function useCommission(): {
  start(commission: Commission, costUsdMicros: number, again?: boolean): Promise<Activity | null>;
  /** Whether one of its kind runs for this project. */
  isRunning(commission: Pick<Commission, 'what'>): boolean;
} {
  const { client } = useStudio();
  const { projectId } = useProject();
  const call = useCall();
  const activities = useStudioState((state) => state.activities);
  const start = useCallback(
    (commission: Commission, costUsdMicros: number, again = false) =>
      call(() => client.commissions.start({ projectId, commission, again, maxCostUsdMicros: costUsdMicros })),
    [call, client, projectId],
  );
  const isRunning = useCallback(
    ({ what }: Pick<Commission, 'what'>) =>
      activities.some(
        ({ kind, projectId: of, state }) =>
          kind === what && of === projectId && (state === 'running' || state === 'waiting'),
      ),
    [activities, projectId],
  );
  return { start, isRunning };
}
