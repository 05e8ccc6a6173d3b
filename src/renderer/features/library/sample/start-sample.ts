import type { StoreApi } from 'zustand/vanilla';
import type { StudioClient } from '../../../../contract/contract.ts';
import type { ProjectId } from '../../../../domain/kernel/ids.ts';
import { flicksToSeconds } from '../../../../domain/kernel/time.ts';
import type { StudioState } from '../../../state/studio-state.ts';
import { usualSettings } from '../creating/new-project-settings.ts';

export interface SampleStart {
  readonly projectId: ProjectId;
  readonly activityId: string;
  readonly filmMs: number;
}

/** Half the pixels of the usual size are drawn in half the time, and fill the viewer of a laptop all the same. */
const sampleSettings = { ...usualSettings, heightPx: 540 };

/** Makes the project of the sample story and lets the studio draw all of it: free, here, without an account. */
export async function startSample(client: StudioClient): Promise<SampleStart> {
  const { project } = await client.projects.create({
    name: 'sample',
    title: null,
    source: { from: 'sample' },
    settings: sampleSettings,
  });
  const shots = await client.shots.list({ projectId: project.id });
  const filmFlicks = shots.reduce((sum, { durationFlicks }) => sum + durationFlicks, 0);
  const activity = await client.jobs.start({
    projectId: project.id,
    choice: { provider: 'animatic', stillModel: null, clipModel: null, slate: null },
    maxCostUsdMicros: null,
  });
  return { projectId: project.id, activityId: activity.id, filmMs: flicksToSeconds(filmFlicks) * 1000 };
}

/** What is known while the sample is drawn: all pictures come first, then the clips in the order of the film. */
interface Drawing {
  /** Length of the whole film. */
  readonly filmMs: number;
  /** Since drawing began. */
  readonly elapsedMs: number;
  /** Since the last picture was drawn; null before. */
  readonly clipsElapsedMs: number | null;
  readonly clipsDone: number;
  readonly clips: number;
}

/** Clips in front of the playhead when playing begins: enough for the first to come late. */
const leadClips = 2;
/** Playing takes a part of the machine: drawing is this much slower meanwhile. */
const slowedBy = 1.6;
/** Nobody waits longer: where a clip is not there in time, its picture stands for it. */
const patienceMs = 40_000;

/** Whether the film can be begun now and drawing stays ahead of the playhead, or has been waited for long enough. */
export function isWatchable({ filmMs, elapsedMs, clipsElapsedMs, clipsDone, clips }: Drawing): boolean {
  if (elapsedMs >= patienceMs && clipsElapsedMs !== null) return true;
  if (clipsElapsedMs === null || clipsDone < Math.min(leadClips, clips)) return false;
  const leftMs = (clipsElapsedMs / clipsDone) * (clips - clipsDone);
  return leftMs * slowedBy <= filmMs;
}

export interface SampleWatch {
  readonly activityId: string;
  readonly filmMs: number;
  readonly nowMs: () => number;
}

/** Calls `then` once there is enough to watch; never where the work fails, is cancelled or is cleared away before. */
export function whenWatchable(
  state: StoreApi<StudioState>,
  { activityId, filmMs, nowMs }: SampleWatch,
  then: () => void,
): void {
  const startedMs = nowMs();
  let clipsFromMs: number | null = null;
  let seen = false;
  /** Whether there is nothing more to wait for. */
  const look = ({ activities }: StudioState): boolean => {
    const activity = activities.find(({ id }) => id === activityId);
    seen ||= activity !== undefined;
    if (activity === undefined) return seen;
    const clips = activity.total / 2;
    const clipsDone = activity.done - clips;
    if (clips > 0 && clipsDone >= 0) clipsFromMs ??= nowMs();
    const elapsedMs = nowMs() - startedMs;
    const clipsElapsedMs = clipsFromMs === null ? null : nowMs() - clipsFromMs;
    if (activity.state === 'done' || isWatchable({ filmMs, elapsedMs, clipsElapsedMs, clipsDone, clips })) {
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
