import { fail, unwrap } from '../../domain/kernel/result.ts';
import { requireProject } from '../store/require-project.ts';
import { os } from './implementer.ts';

export const assetHandlers = {
  get: os.assets.get.handler(
    ({ input, context: { store } }) =>
      store.row('asset', input.assetId) ??
      unwrap(fail('library.not-found', `The library has no file ${input.assetId}. Nothing was changed.`)),
  ),
  import: os.assets.import.handler(async ({ input, context: { library } }) => [
    ...unwrap(await library.importMedia(input.paths)),
  ]),
  takes: os.assets.takes.handler(({ input: { projectId, shotId }, context: { store } }) =>
    store
      .rows('take', unwrap(requireProject(store, projectId)).id)
      .filter((take) => shotId === null || take.shotId === shotId),
  ),
  thumbnails: os.assets.thumbnails.handler(async ({ input, context: { library } }) =>
    unwrap(await library.thumbnails(input.assetId, input.frames, input.heightPx)),
  ),
  waveform: os.assets.waveform.handler(async ({ input, context: { library } }) =>
    unwrap(await library.waveform(input.assetId, input.bucketsPerSecond)),
  ),
};
