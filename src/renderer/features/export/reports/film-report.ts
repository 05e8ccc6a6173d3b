import type { Activity } from '../../../../contract/activities.ts';
import type { ExportRecord } from '../../../../domain/export/export-record.ts';

export type ReportState = ExportRecord['state'] | 'interrupted';

/**
 * What became of a film. A record that still says it is being written, while no work of the studio writes to its place, is
 * that of a studio that ended.
 */
export function reportStateOf(
  { state, path }: Pick<ExportRecord, 'state' | 'path'>,
  activities: readonly Pick<Activity, 'kind' | 'state' | 'path'>[],
): ReportState {
  if (state !== 'running') return state;
  const writing = activities.some(
    (activity) => activity.kind === 'export' && activity.state === 'running' && activity.path === path,
  );
  return writing ? 'running' : 'interrupted';
}

/** The last part of a path of any system. */
export function fileNameOf(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}
