import type { StoreApi } from 'zustand/vanilla';
import type { StudioClient } from '../../../../contract/contract.ts';
import type { ProjectId } from '../../../../domain/kernel/ids.ts';
import type { StudioState } from '../../../state/studio-state.ts';
import { usualSettings } from '../creating/new-project-settings.ts';

export interface SampleStart {
  readonly projectId: ProjectId;
  readonly activityId: string;
}

/** Makes the project of the sample story and lets the studio draw all of it: free, here, without an account. */
export async function startSample(client: StudioClient): Promise<SampleStart> {
  const { project } = await client.projects.create({
    name: 'sample',
    title: null,
    source: { from: 'sample' },
    settings: usualSettings,
  });
  const activity = await client.jobs.start({
    projectId: project.id,
    choice: { provider: 'animatic', stillModel: null, clipModel: null, slate: null },
    maxCostUsdMicros: null,
  });
  return { projectId: project.id, activityId: activity.id };
}

/**
 * All pictures come first, then the clips in the order of the film, faster than it plays: from this part of the work on it
 * can be watched without waiting.
 */
const watchableFrom = 0.6;

/** Calls `then` once there is enough to watch; never where the work fails, is cancelled or is cleared away before. */
export function whenWatchable(state: StoreApi<StudioState>, activityId: string, then: () => void): void {
  let seen = false;
  /** Whether there is nothing more to wait for. */
  const look = ({ activities }: StudioState): boolean => {
    const activity = activities.find(({ id }) => id === activityId);
    seen ||= activity !== undefined;
    if (activity === undefined) return seen;
    const { done, total } = activity;
    if (activity.state === 'done' || (total > 0 && done >= total * watchableFrom)) {
      then();
      return true;
    }
    return activity.state !== 'running' && activity.state !== 'waiting';
  };
  if (look(state.getState())) return;
  const stop = state.subscribe((now) => {
    if (look(now)) stop();
  });
}
