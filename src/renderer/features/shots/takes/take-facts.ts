import {
  type CurrencySource,
  isCurrentTake,
  withSmallerStills,
} from '../../../../domain/assets/current-take.ts';
import type { Take } from '../../../../domain/assets/take.ts';
import type { ShotFacts } from '../../../state/shot-facts.ts';

export interface TakeFacts {
  readonly take: Take;
  /** Takes of its kind count from 1 in the order they were made. */
  readonly number: number;
  readonly chosen: boolean;
  readonly outdated: boolean;
}

/** The takes of one kind, newest first, those that were put away too, with what the strip says of each. */
export function describeTakes(
  facts: Pick<ShotFacts, 'shot' | 'takes' | 'still'>,
  kind: Take['kind'],
  source: Omit<CurrencySource, 'slate'>,
): TakeFacts[] {
  const { shot, takes, still } = facts;
  const own = takes.filter((take) => take.kind === kind);
  const chosenId = kind === 'still' ? shot.chosenStillId : shot.chosenClipId;
  return own.map((take) => ({
    take,
    number: numberOfTake(takes, take),
    chosen: take.id === chosenId,
    outdated: !isCurrentTake(
      take,
      shot,
      still?.assetId ?? null,
      withSmallerStills({ ...source, slate: null }, still),
    ),
  }));
}

/** Of a take among those of its shot, which come newest first: takes of its kind count from 1 in the order they were made. */
export function numberOfTake(takes: readonly Take[], { id, kind }: Take): number {
  const own = takes.filter((take) => take.kind === kind);
  return own.length - own.findIndex((take) => take.id === id);
}

/** Takes in sight that no choice of their shot points at. */
export function unchosenTakes({ shot, takes }: Pick<ShotFacts, 'shot' | 'takes'>): readonly Take[] {
  return takes.filter(
    ({ id, discardedAtMs }) =>
      discardedAtMs === null &&
      id !== shot.chosenStillId &&
      id !== shot.chosenClipId &&
      id !== shot.chosenSpeechId,
  );
}
