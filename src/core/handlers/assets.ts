import { deleteTakes } from '../../domain/assets/commands/delete-takes.ts';
import { fail, unwrap } from '../../domain/kernel/result.ts';
import { chosenTakesOf } from '../store/chosen-takes-of.ts';
import { requireProject } from '../store/require-project.ts';
import { takeOfOwnFile } from './breakdown/take-of-own-file.ts';
import { commitEdit } from './commit-edit.ts';
import { requireFileAccess } from './file-access.ts';
import { os } from './implementer.ts';

export const assetHandlers = {
  get: os.assets.get.handler(
    ({ input, context: { store } }) =>
      store.row('asset', input.assetId) ??
      unwrap(fail('library.not-found', `The library has no file ${input.assetId}. Nothing was changed.`)),
  ),
  import: os.assets.import.handler(async ({ input, context }) => {
    unwrap(requireFileAccess(context));
    return [...unwrap(await context.library.importMedia(input.paths))];
  }),
  importUploads: os.assets.importUploads.handler(async ({ input, context: { library, uploads } }) => {
    const files = input.uploadIds.map((id) => unwrap(uploads.take(id)));
    const assets = unwrap(await library.importMedia(files));
    await uploads.drop(input.uploadIds);
    return [...assets];
  }),
  putBack: os.assets.putBack.handler(async ({ input: { assetId, from }, context }) => {
    const { library, uploads } = context;
    if ('path' in from) {
      unwrap(requireFileAccess(context));
      unwrap(await library.putBack(assetId, from.path));
      return {};
    }
    const { path, fileName } = unwrap(uploads.take(from.uploadId));
    const put = await library.putBack(assetId, path, fileName);
    await uploads.drop([from.uploadId]);
    unwrap(put);
    return {};
  }),
  imported: os.assets.imported.handler(({ context: { store } }) =>
    store
      .assets()
      .filter(({ origin }) => origin === 'imported')
      .reverse(),
  ),
  useAsTake: os.assets.useAsTake.handler(({ input, context }) => takeOfOwnFile(context, input)),
  deleteTakes: os.assets.deleteTakes.handler(({ input: { projectId, takeIds }, context: { store } }) => {
    unwrap(requireProject(store, projectId));
    const patch = unwrap(
      deleteTakes(store.rows('take', projectId), chosenTakesOf(store, projectId), takeIds),
    );
    return commitEdit(store, projectId, takeIds.length === 1 ? 'Delete take' : 'Delete takes', patch);
  }),
  takes: os.assets.takes.handler(({ input: { projectId, shotId }, context: { store } }) =>
    store
      .rows('take', unwrap(requireProject(store, projectId)).id)
      .filter((take) => shotId === null || take.shotId === shotId),
  ),
  absent: os.assets.absent.handler(({ input, context: { store, library, mediaSync } }) =>
    mediaSync.overview(unwrap(requireProject(store, input.projectId)).id).away.map((file) => {
      const found = library.assetPath(file.assetId);
      const why = found.ok || found.fault.code === 'library.not-found' ? 'missing' : 'damaged';
      return { ...file, why };
    }),
  ),
  examine: os.assets.examine.handler(async ({ input, context: { library } }) => {
    const checked = await library.verifyOnce(input.assetId);
    return { fault: checked.ok ? null : checked.fault.message };
  }),
  thumbnails: os.assets.thumbnails.handler(async ({ input, context: { library } }) =>
    unwrap(await library.thumbnails(input.assetId, input.frames, input.heightPx)),
  ),
  waveform: os.assets.waveform.handler(async ({ input, context: { library } }) =>
    unwrap(await library.waveform(input.assetId, input.bucketsPerSecond)),
  ),
};
