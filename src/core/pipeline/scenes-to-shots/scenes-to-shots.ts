import type { ProjectId } from '../../../domain/kernel/ids.ts';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import { updateShots } from '../../../domain/shots/reconcile/reconcile-breakdown.ts';
import { requireProject } from '../../store/require-project.ts';
import type { Store } from '../../store/store.ts';

/**
 * Plans the shots of a project's scenes, or brings them up to date: shots whose words did not change keep their rows,
 * takes and hand edits. One commit; none when nothing changed.
 */
export function scenesToShots(
  store: Store,
  projectId: ProjectId,
  { undoable = true }: { readonly undoable?: boolean } = {},
): Result<{ readonly changes: number }> {
  const found = requireProject(store, projectId);
  if (!found.ok) return found;
  const { patch } = updateShots(found.value, store.rows('block', projectId), {
    scenes: store.rows('scene', projectId),
    cast: store.rows('cast', projectId),
    shots: store.rows('shot', projectId),
  });
  if (patch.changes.length === 0) return ok({ changes: 0 });
  const committed = store.commit(patch, { projectId, label: 'Plan the shots', undoable });
  return committed.ok ? ok({ changes: patch.changes.length }) : committed;
}
