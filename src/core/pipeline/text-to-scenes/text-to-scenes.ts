import { updateScenes } from '../../../domain/cast/update-scenes.ts';
import type { ProjectId } from '../../../domain/kernel/ids.ts';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import { requireProject } from '../../store/require-project.ts';
import type { Store } from '../../store/store.ts';

/**
 * Cuts the text of a project into scenes and finds its cast, or brings both up to date. One commit; none when nothing
 * changed. Run scenes-to-shots after it, in the same `store.transaction`, so that no shot is left without its scene.
 */
export function textToScenes(
  store: Store,
  projectId: ProjectId,
  { undoable = true }: { readonly undoable?: boolean } = {},
): Result<{ readonly changes: number }> {
  const found = requireProject(store, projectId);
  if (!found.ok) return found;
  const { patch } = updateScenes(projectId, store.rows('block', projectId), {
    scenes: store.rows('scene', projectId),
    cast: store.rows('cast', projectId),
  });
  if (patch.changes.length === 0) return ok({ changes: 0 });
  const committed = store.commit(patch, { projectId, label: 'Break into scenes', undoable });
  return committed.ok ? ok({ changes: patch.changes.length }) : committed;
}
