import { useCallback } from 'react';
import type { EditReceipt } from '../../../../contract/base.ts';
import type { StudioClient } from '../../../../contract/contract.ts';
import type { ProjectId } from '../../../../domain/kernel/ids.ts';
import { useEdit } from '../../../actions/use-edit.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';

type Call = (timeline: StudioClient['timeline'], projectId: ProjectId) => Promise<EditReceipt>;

/** Edits the timeline of the open project from a field. */
export function useTimelineEdit(): (call: Call) => Promise<EditReceipt | null> {
  const { client } = useStudio();
  const { projectId } = useProject();
  const edit = useEdit();
  return useCallback((call) => edit(() => call(client.timeline, projectId)), [edit, client, projectId]);
}
