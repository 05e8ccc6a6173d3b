import type { Asset } from '../../../domain/assets/asset.ts';
import { proxiesByOriginal } from '../../../domain/assets/proxy.ts';
import type { AssetId, JobId, ProjectId } from '../../../domain/kernel/ids.ts';
import { type AwayFile, type MediaUse, mediaUseOf, mediaUses } from '../../../domain/sync/media-files.ts';
import { holdersElsewhere, placeOfMedia } from '../../../domain/sync/media-place.ts';
import type { MediaLibrary } from '../../library/media-library.ts';
import type { Store } from '../../store/store.ts';

export interface SurveyedFile {
  readonly asset: Asset;
  /** Of a proxy, what its original is for. */
  readonly use: MediaUse;
  readonly isHere: boolean;
  /** null: the service has not said yet; false where no storage is. */
  readonly isStored: boolean | null;
}

/** The files of a project: what the timeline uses first, then chosen takes, then the rest, each oldest first. */
export function surveyMedia(
  store: Pick<Store, 'rows'>,
  library: Pick<MediaLibrary, 'assetPath'>,
  projectId: ProjectId,
  stored: ReadonlySet<AssetId> | null,
): SurveyedFile[] {
  const references = [...store.rows('cast', projectId), ...store.rows('place', projectId)];
  const useOf = mediaUseOf({
    items: store.rows('item', projectId),
    takes: store.rows('take', projectId),
    shots: store.rows('shot', projectId),
    scenes: store.rows('scene', projectId),
    references: references.flatMap(({ referenceAssetIds }) => referenceAssetIds),
  });
  const files = store.rows('asset', projectId).map((asset) => ({
    asset,
    use: useOf(asset.proxyOf ?? asset.id),
    isHere: library.assetPath(asset.id).ok,
    isStored: stored === null ? null : stored.has(asset.id),
  }));
  return mediaUses.flatMap((use) => files.filter((file) => file.use === use));
}

export interface LookedAt {
  readonly isMirrored: boolean;
  /** Whether files travel where it is mirrored. */
  readonly canCome: boolean;
  readonly nowMs: number;
  readonly isAsked: (id: AssetId) => boolean;
}

/** The files that are not here, as a person is told. Proxies are not told of by themselves. */
export function awayFiles(
  store: Pick<Store, 'rows' | 'row' | 'deviceId'>,
  projectId: ProjectId,
  files: readonly SurveyedFile[],
  { isAsked, canCome, ...at }: LookedAt,
): AwayFile[] {
  const jobs = new Map<AssetId, JobId>();
  for (const { assetId, jobId } of store.rows('take', projectId))
    if (jobId !== null) jobs.set(assetId, jobId);
  const proxies = proxiesByOriginal(files.map(({ asset }) => asset));
  const byId = new Map(files.map((file) => [file.asset.id, file]));
  return files.flatMap(({ asset, use, isHere, isStored }): AwayFile[] => {
    if (isHere || asset.proxyOf !== null) return [];
    const { id, bytes, heldBy } = asset;
    const jobId = jobs.get(id);
    const job = jobId === undefined ? null : store.row('job', jobId);
    const heldUntilMs = job?.heldUntilMs ?? null;
    const known = { isHere, isStored, heldBy, thisDevice: store.deviceId, heldUntilMs, ...at };
    const place = placeOfMedia({ ...known, madeBy: job?.deviceId ?? null });
    if (place === 'here') return [];
    const shown = (proxies.get(id) ?? []).flatMap((proxy) => byId.get(proxy.id) ?? []);
    const proxy = shown.some((file) => file.isHere)
      ? 'here'
      : shown.some((file) => file.isStored === true)
        ? 'cloud'
        : null;
    return [
      {
        ...{ assetId: id, place, bytes, use, proxy },
        untilMs: place === 'provider' ? heldUntilMs : null,
        heldBy: [...holdersElsewhere(known)],
        canCome,
        isAsked: isAsked(id),
      },
    ];
  });
}
