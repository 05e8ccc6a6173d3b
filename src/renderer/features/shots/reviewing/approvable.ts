import type { AssetId, ShotId } from '../../../../domain/kernel/ids.ts';
import { isStillApproved } from '../../../../domain/shots/commands/approve-stills.ts';
import type { ShotFacts } from '../../../state/shot-facts.ts';

/** A still that can be approved. */
export interface ApprovableStill {
  readonly shotId: ShotId;
  readonly number: string;
  readonly description: string;
  readonly assetId: AssetId;
  readonly isApproved: boolean;
  readonly isOutdated: boolean;
}

/** The stills that shots show, in film order. */
export function approvable(
  shotIds: readonly ShotId[],
  factsOf: (id: ShotId) => ShotFacts | null,
): ApprovableStill[] {
  return shotIds.flatMap((id) => {
    const facts = factsOf(id);
    if (facts === null || facts.still === null) return [];
    const { shot, number, still, currency } = facts;
    return [
      {
        shotId: id,
        number,
        description: shot.description,
        assetId: still.assetId,
        isApproved: isStillApproved(shot),
        isOutdated: !currency.still,
      },
    ];
  });
}
