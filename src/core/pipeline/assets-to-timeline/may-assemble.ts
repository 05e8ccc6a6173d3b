import type { ProjectId } from '../../../domain/kernel/ids.ts';
import type { Store } from '../../store/store.ts';

/**
 * Whether the studio may lay something into a timeline by itself: one that is empty, or that was assembled before. One that
 * somebody built by hand is theirs.
 */
export function mayAssemble(store: Pick<Store, 'rows'>, projectId: ProjectId): boolean {
  const main = store.rows('track', projectId).find(({ kind }) => kind === 'main');
  if (main === undefined || main.assembled !== null) return true;
  return store.rows('item', projectId).length === 0;
}
