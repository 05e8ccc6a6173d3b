import type { Asset } from '../../assets/asset.ts';
import type { Take } from '../../assets/take.ts';
import type { AssetId, TakeId } from '../../kernel/ids.ts';
import type { Shot } from '../../shots/shot.ts';

export interface Medium {
  readonly assetId: AssetId | null;
  /** 0 for a still, and while there is nothing. */
  readonly sourceLengthFlicks: number;
}

/** What a shot shows: its chosen clip, else its chosen still, else nothing yet. */
export function mediumOf(
  shot: Shot,
  takes: ReadonlyMap<TakeId, Take>,
  assets: ReadonlyMap<AssetId, Asset>,
): Medium {
  for (const chosen of [shot.chosenClipId, shot.chosenStillId]) {
    const take = chosen === null ? undefined : takes.get(chosen);
    if (take === undefined) continue;
    const facts = assets.get(take.assetId)?.facts ?? null;
    const known = facts?.durationFlicks ?? (take.kind === 'clip' ? shot.durationFlicks : 0);
    return { assetId: take.assetId, sourceLengthFlicks: known };
  }
  return { assetId: null, sourceLengthFlicks: 0 };
}
