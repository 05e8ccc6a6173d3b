import type { EditReceipt } from '../../../contract/base.ts';
import type { CastMember } from '../../../domain/cast/cast-member.ts';
import type { ProjectId } from '../../../domain/kernel/ids.ts';
import type { RecordsPatch } from '../../../domain/kernel/patch.ts';
import { type Result, unwrap } from '../../../domain/kernel/result.ts';
import type { FrameRate } from '../../../domain/kernel/time.ts';
import { projectRate } from '../../../domain/project/project.ts';
import type { BreakdownRows } from '../../../domain/shots/commands/breakdown-rows.ts';
import { requireProject } from '../../store/require-project.ts';
import type { StudioParts } from '../../studio-parts.ts';
import { commitEdit } from '../commit-edit.ts';

/** What commands on scenes and shots read, with the cast and the frame rate of the project. */
export interface Breakdown extends BreakdownRows {
  readonly cast: readonly CastMember[];
  readonly rate: FrameRate;
}

/**
 * Runs a pure command on the project's scenes and shots and commits its patch, whatever kinds of record it touches, as
 * one undoable edit. Throws FaultError: `project.not-found`, the command's refusals, and the store's.
 */
export function editBreakdown(
  { store }: Pick<StudioParts, 'store'>,
  projectId: ProjectId,
  label: string,
  command: (breakdown: Breakdown) => Result<RecordsPatch>,
): EditReceipt {
  const project = unwrap(requireProject(store, projectId));
  const breakdown: Breakdown = {
    blocks: store.rows('block', projectId),
    scenes: store.rows('scene', projectId),
    shots: store.rows('shot', projectId),
    cast: store.rows('cast', projectId),
    rate: projectRate(project),
  };
  return commitEdit(store, projectId, label, unwrap(command(breakdown)));
}
