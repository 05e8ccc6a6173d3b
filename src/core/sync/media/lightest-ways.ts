import type { Asset } from '../../../domain/assets/asset.ts';
import { proxiesByOriginal } from '../../../domain/assets/proxy.ts';
import type { AssetId } from '../../../domain/kernel/ids.ts';
import type { SurveyedFile } from './survey-media.ts';

/** What is fetched so that these files can be looked at: nothing where there is something to look at, else the smallest that is kept. */
export function lightestWays(files: readonly SurveyedFile[], assetIds: readonly AssetId[]): readonly Asset[] {
  const byId = new Map(files.map((file) => [file.asset.id, file]));
  const proxies = proxiesByOriginal(files.map(({ asset }) => asset));
  return [...new Set(assetIds)].flatMap((id) => {
    const ways = [...(proxies.get(id) ?? []).map((proxy) => proxy.id), id].flatMap(
      (way) => byId.get(way) ?? [],
    );
    if (ways.some(({ isHere }) => isHere)) return [];
    return ways.find(({ isStored }) => isStored === true)?.asset ?? [];
  });
}
