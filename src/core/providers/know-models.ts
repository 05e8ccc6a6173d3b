import type { PictureMakers } from '../pipeline/shots-to-jobs/picture-makers.ts';
import type { ModelCatalogues } from './model-catalogues.ts';

/** Has it known what the chosen models of a run can look at: see {@link ModelCatalogues.know}. */
export async function knowModels(
  catalogues: Pick<ModelCatalogues, 'know'>,
  { still, clip }: PictureMakers,
  { stillModel, clipModel }: { readonly stillModel: string | null; readonly clipModel: string | null },
): Promise<void> {
  await Promise.all([catalogues.know(still, stillModel), catalogues.know(clip, clipModel)]);
}
