import { patchOf, updateChange } from '../../../domain/kernel/patch.ts';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import type { Store } from '../../store/store.ts';
import type { SurveyedFile } from './survey-media.ts';

/** Marks that are written at once: a page of them at the other devices. */
const atOnce = 500;

/**
 * Says of each file whether this device has it, where that is not said yet: other devices are told who to wait for. Every device
 * sets and takes back its own mark and no other's.
 */
export function noteHolders(
  store: Pick<Store, 'commit' | 'deviceId' | 'row'>,
  files: readonly SurveyedFile[],
): Result<void> {
  const me = store.deviceId;
  const wrong = files.filter(({ asset, isHere }) => (asset.heldBy ?? []).includes(me) !== isHere);
  for (let from = 0; from < wrong.length; from += atOnce) {
    const changes = wrong.slice(from, from + atOnce).flatMap(({ asset: { id }, isHere }) => {
      const asset = store.row('asset', id);
      if (asset === null) return [];
      const others = (asset.heldBy ?? []).filter((device) => device !== me);
      return [updateChange('asset', asset, { heldBy: isHere ? [...others, me].sort() : others })];
    });
    const patch = patchOf(changes);
    const noted = store.commit(patch, { projectId: null, label: 'Where files are', undoable: false });
    if (!noted.ok) return noted;
  }
  return ok(undefined);
}
