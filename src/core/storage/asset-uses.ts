import type { Asset } from '../../domain/assets/asset.ts';
import type { Take } from '../../domain/assets/take.ts';
import type { Job } from '../../domain/jobs/job.ts';
import { assetsOfRequest } from '../../domain/jobs/request-kinds.ts';
import { isOpen } from '../../domain/jobs/transitions.ts';
import type { AssetId, TakeId } from '../../domain/kernel/ids.ts';
import { chosenTakeFields } from '../../domain/shots/untaken.ts';
import type { Store } from '../store/store.ts';

/** What the files of the library are there for, over all projects, those in the trash included. */
export interface AssetUses {
  readonly assets: readonly Asset[];
  /** Takes that no shot has chosen and no timeline shows. */
  readonly unusedTakes: readonly Take[];
  purposeOf(asset: Asset): AssetUse;
}

/**
 * `takes-used`: a shot has chosen it, a timeline shows it, or a job that may still be sent begins with it. `takes-unused`: only
 * takes that are not chosen point at it. `imported` and `sources`: a person brought it. `orphans`: nothing points at it, as at a picture
 * that was taken out of a clip for a request that is done. A proxy is what its original is.
 */
export type AssetUse = 'takes-used' | 'takes-unused' | 'imported' | 'sources' | 'orphans';

export function findAssetUses(store: Store): AssetUses {
  const chosen = new Set<TakeId>();
  const held = new Set<AssetId>();
  const sources = new Set<AssetId>();
  const takes: Take[] = [];
  for (const project of store.projects()) {
    if (project.sourceAssetId !== null) sources.add(project.sourceAssetId);
    for (const shot of store.rows('shot', project.id)) {
      for (const field of chosenTakeFields) if (shot[field] !== null) chosen.add(shot[field]);
    }
    for (const { chosenMusicId, effects } of store.rows('scene', project.id)) {
      for (const id of [chosenMusicId, ...effects.map((effect) => effect.chosenTakeId)]) {
        if (id !== null) chosen.add(id);
      }
    }
    for (const entity of ['cast', 'place'] as const) {
      for (const { referenceAssetIds } of store.rows(entity, project.id)) {
        for (const id of referenceAssetIds) held.add(id);
      }
    }
    for (const item of store.rows('item', project.id)) {
      if (item.kind === 'clip' && item.assetId !== null) held.add(item.assetId);
    }
    for (const job of store.rows('job', project.id)) {
      if (mayGoOn(job)) for (const id of assetsOfRequest(job.request)) held.add(id);
      // A reading or a transcript is no take; it was paid for, and asking for it again finds it here.
      else if (job.assetId !== null && job.takeId === null) held.add(job.assetId);
    }
    takes.push(...store.rows('take', project.id));
  }
  for (const take of takes) if (chosen.has(take.id)) held.add(take.assetId);
  const unusedTakes = takes.filter((take) => !chosen.has(take.id) && !held.has(take.assetId));
  const unused = new Set(unusedTakes.map(({ assetId }) => assetId));
  const purposeOf = ({ id, origin, proxyOf }: Asset): AssetUse => {
    if (proxyOf !== null) {
      const original = store.row('asset', proxyOf);
      return original === null ? 'orphans' : purposeOf(original);
    }
    if (origin === 'source' || sources.has(id)) return 'sources';
    if (origin === 'imported') return 'imported';
    if (held.has(id)) return 'takes-used';
    return unused.has(id) ? 'takes-unused' : 'orphans';
  };
  return { assets: store.assets(), unusedTakes, purposeOf };
}

/** It is under way, or is once a person has confirmed its price or asked for it again. */
function mayGoOn(job: Job): boolean {
  return isOpen(job) || job.state === 'draft' || job.state === 'unknown';
}
