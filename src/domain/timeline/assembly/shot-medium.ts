import type { Asset } from '../../assets/asset.ts';
import type { Take } from '../../assets/take.ts';
import { animaticModels } from '../../jobs/build-requests.ts';
import type { AssetId, TakeId } from '../../kernel/ids.ts';
import type { Shot } from '../../shots/shot.ts';

export interface Medium {
  readonly assetId: AssetId | null;
  /** 0 for a still, and while there is nothing. */
  readonly sourceLengthFlicks: number;
  /** Its sound only stands in for what is still to come. */
  readonly scratch: boolean;
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
    return { assetId: take.assetId, sourceLengthFlicks: known, scratch: isScratch(take) };
  }
  return { assetId: null, sourceLengthFlicks: 0, scratch: false };
}

/** Whether what a shot shows has sound of its own that is meant: a model's voice, a recording; no scratch sound. */
export function hasOwnSound(
  { chosenClipId }: Pick<Shot, 'chosenClipId'>,
  takes: ReadonlyMap<TakeId, Take>,
  assets: ReadonlyMap<AssetId, Asset>,
): boolean {
  const take = chosenClipId === null ? undefined : takes.get(chosenClipId);
  return take !== undefined && !isScratch(take) && assets.get(take.assetId)?.facts?.audio != null;
}

/** The animatic's murmur and wind: nobody's last word. */
function isScratch({ kind, provider }: Take): boolean {
  return kind === 'clip' && provider === animaticModels.provider;
}
