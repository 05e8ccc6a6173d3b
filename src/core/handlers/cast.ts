import { editMember } from '../../domain/cast/commands/edit-member.ts';
import { editPlace } from '../../domain/cast/commands/edit-place.ts';
import type { AssetId } from '../../domain/kernel/ids.ts';
import { fail, unwrap } from '../../domain/kernel/result.ts';
import { requireProject } from '../store/require-project.ts';
import type { Store } from '../store/store.ts';
import { commitEdit } from './commit-edit.ts';
import { os } from './implementer.ts';

export const castHandlers = {
  edit: os.cast.edit.handler(({ input: { projectId, castId, fields }, context: { store } }) => {
    unwrap(requireProject(store, projectId));
    requirePictures(store, fields.referenceAssetIds);
    const patch = unwrap(editMember(store.rows('cast', projectId), castId, fields));
    return commitEdit(store, projectId, 'Edit character', patch);
  }),
  editPlace: os.cast.editPlace.handler(({ input: { projectId, name, fields }, context: { store } }) => {
    unwrap(requireProject(store, projectId));
    requirePictures(store, fields.referenceAssetIds);
    const patch = unwrap(editPlace(store.rows('place', projectId), projectId, name, fields));
    return commitEdit(store, projectId, 'Describe place', patch);
  }),
};

/** Only pictures of the library can be looked at by a model. Throws FaultError. */
function requirePictures(store: Store, ids: readonly AssetId[] | undefined): void {
  for (const id of ids ?? []) {
    if (store.row('asset', id)?.kind !== 'image') {
      unwrap(
        fail(
          'cast.not-a-picture',
          'A reference must be a picture that is in the library. Nothing was changed. Choose a PNG, JPEG or WebP file.',
        ),
      );
    }
  }
}
