import { useMemo } from 'react';
import type { EditReceipt } from '../../../../contract/base.ts';
import type { SceneId, ShotId } from '../../../../domain/kernel/ids.ts';
import type { ShotEdit } from '../../../../domain/shots/commands/edit-shot.ts';
import { useEdit } from '../../../actions/use-edit.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';

/** Edits of shots, each one step to undo however many shots it touches. null after a fault, which is said. */
export interface ShotEdits {
  edit(shotIds: readonly ShotId[], fields: ShotEdit): Promise<EditReceipt | null>;
  move(shotIds: readonly ShotId[], sceneId: SceneId, afterShotId: ShotId | null): Promise<EditReceipt | null>;
  delete(shotIds: readonly ShotId[]): Promise<EditReceipt | null>;
  add(sceneId: SceneId, afterShotId: ShotId | null): Promise<EditReceipt | null>;
  duplicate(shotId: ShotId): Promise<EditReceipt | null>;
  merge(firstShotId: ShotId, secondShotId: ShotId): Promise<EditReceipt | null>;
}

export function useShotEdits(): ShotEdits {
  const { client } = useStudio();
  const { projectId } = useProject();
  const run = useEdit();
  return useMemo(
    () => ({
      edit: (shotIds, fields) =>
        run(() => client.shots.editMany({ projectId, shotIds: [...shotIds], fields })),
      move: (shotIds, sceneId, afterShotId) =>
        run(() => client.shots.moveMany({ projectId, shotIds: [...shotIds], sceneId, afterShotId })),
      delete: (shotIds) => run(() => client.shots.deleteMany({ projectId, shotIds: [...shotIds] })),
      add: (sceneId, afterShotId) =>
        run(() => client.shots.add({ projectId, sceneId, afterShotId, fields: {} })),
      duplicate: (shotId) => run(() => client.shots.duplicate({ projectId, shotId })),
      merge: (firstShotId, secondShotId) =>
        run(() => client.shots.merge({ projectId, firstShotId, secondShotId })),
    }),
    [client, projectId, run],
  );
}
