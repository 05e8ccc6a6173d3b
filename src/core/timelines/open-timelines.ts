import type { ProjectId } from '../../domain/kernel/ids.ts';
import type { RecordsPatch } from '../../domain/kernel/patch.ts';
import { type Project, projectRate } from '../../domain/project/project.ts';
import { breaksTimeline, repairTimeline } from '../../domain/sync/repairs/repair-timeline.ts';
import { timelineDurationFlicks } from '../../domain/timeline/queries.ts';
import { applyPatch, indexTimeline, type TimelineIndex } from '../../domain/timeline/timeline-index.ts';
import type { Store } from '../store/store.ts';

/**
 * The indexes of the timelines in use, kept in step with every commit, so that an edit costs what it changes and not
 * what the film is long.
 */
export interface OpenTimelines {
  /** The project's index, built from its rows at the first call. Read only: edits go through the store. */
  of(project: Project): TimelineIndex;
  /** How long a project's film is, without keeping the index of a timeline that nobody works on. */
  durationFlicks(project: Project): number;
}

const timelineEntities = new Set(['track', 'item', 'transition']);

export function createOpenTimelines(store: Store): OpenTimelines {
  const open = new Map<ProjectId, TimelineIndex>();
  const durations = new Map<ProjectId, number>();
  /** Those whose rows are not as they are stored: any change of them may change what was mended. */
  const mended = new WeakSet<TimelineIndex>();
  const indexOf = (project: Project): TimelineIndex => {
    // As they are stored: patches are applied to them.
    const rows = {
      tracks: store.storedRows('track', project.id),
      items: store.storedRows('item', project.id),
      transitions: store.storedRows('transition', project.id),
    };
    const sound = repairTimeline(rows);
    const index = indexTimeline(sound, projectRate(project));
    if (sound !== rows) mended.add(index);
    return index;
  };
  store.onCommit((patch, { projectId }) => {
    if (projectId === null) durations.clear();
    else durations.delete(projectId);
    const index = projectId === null ? undefined : open.get(projectId);
    if (index === undefined || projectId === null) return;
    // A changed frame rate changes what everything is snapped to.
    if (patch.changes.some((change) => change.entity === 'project')) open.delete(projectId);
    else {
      const part = timelinePart(patch);
      const wasRepaired = mended.has(index);
      applyPatch(index, part);
      if ((wasRepaired && part.changes.length > 0) || breaksTimeline(index, part)) open.delete(projectId);
    }
  });
  return {
    of(project) {
      const known = open.get(project.id);
      if (known !== undefined) return known;
      const index = indexOf(project);
      open.set(project.id, index);
      return index;
    },
    durationFlicks(project) {
      let duration = durations.get(project.id);
      if (duration === undefined) {
        duration = timelineDurationFlicks(open.get(project.id) ?? indexOf(project));
        durations.set(project.id, duration);
      }
      return duration;
    },
  };
}

function timelinePart(patch: RecordsPatch): RecordsPatch {
  return { changes: patch.changes.filter((change) => timelineEntities.has(change.entity)) };
}
