import type { Asset } from '../../../domain/assets/asset.ts';
import type { AssetId, JobId, ProjectId } from '../../../domain/kernel/ids.ts';
import {
  type MediaOverview,
  type MediaUse,
  mediaUseOf,
  mediaUses,
  placeOfMedia,
} from '../../../domain/sync/media-files.ts';
import type { MediaLibrary } from '../../library/media-library.ts';
import type { Store } from '../../store/store.ts';

export interface SurveyedFile {
  readonly asset: Asset;
  readonly use: MediaUse;
  readonly isHere: boolean;
  /** null: the service has not said yet. */
  readonly isStored: boolean | null;
}

/** The files of a project: what the timeline uses first, then chosen takes, then the rest, each oldest first. */
export function surveyMedia(
  store: Pick<Store, 'rows'>,
  library: Pick<MediaLibrary, 'assetPath'>,
  projectId: ProjectId,
  stored: ReadonlySet<AssetId> | null,
): SurveyedFile[] {
  const useOf = mediaUseOf({
    items: store.rows('item', projectId),
    takes: store.rows('take', projectId),
    shots: store.rows('shot', projectId),
    scenes: store.rows('scene', projectId),
  });
  const files = store.rows('asset', projectId).map((asset) => ({
    asset,
    use: useOf(asset.id),
    isHere: library.assetPath(asset.id).ok,
    isStored: stored === null ? null : stored.has(asset.id),
  }));
  return mediaUses.flatMap((use) => files.filter((file) => file.use === use));
}

/** Where each file is, as a person is told. */
export function placesOf(
  store: Pick<Store, 'rows' | 'row' | 'deviceId'>,
  projectId: ProjectId,
  files: readonly SurveyedFile[],
  at: { readonly isMirrored: boolean; readonly nowMs: number },
): MediaOverview['files'] {
  const jobs = new Map<AssetId, JobId>();
  for (const { assetId, jobId } of store.rows('take', projectId))
    if (jobId !== null) jobs.set(assetId, jobId);
  return files.map(({ asset, isHere, isStored }) => {
    const jobId = jobs.get(asset.id);
    const job = isHere || jobId === undefined ? null : store.row('job', jobId);
    const heldUntilMs = job?.heldUntilMs ?? null;
    const made = { madeBy: job?.deviceId ?? null, thisDevice: store.deviceId, heldUntilMs };
    const place = placeOfMedia({ isHere, isStored, ...made, ...at });
    return { assetId: asset.id, place, untilMs: place === 'provider' ? heldUntilMs : null };
  });
}
