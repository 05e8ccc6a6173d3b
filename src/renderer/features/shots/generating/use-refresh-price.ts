import type { ShotId } from '../../../../domain/kernel/ids.ts';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { usePrice } from './generate-button.tsx';
import { type Estimate, useEstimate } from './use-estimate.ts';
import { useGeneration } from './use-generation.ts';

export interface RefreshPrice {
  /** What would be sent now; null while it is not known. */
  readonly now: Estimate | null;
  /** "free", "about $0.73": all that it takes in the end. */
  readonly price: string;
  /** That clips are only paid for when their stills are approved; null where all is sent at once. */
  readonly later: string | null;
  /** "Prices of …"; null where none was read from a provider. */
  readonly dated: string | null;
  /** Nothing is made anew by who generates now. */
  readonly isNothing: boolean;
}

/** What bringing shots up to date costs: now, and where clips wait for the approval of their stills, afterwards. */
export function useRefreshPrice(shotIds: readonly ShotId[]): RefreshPrice {
  const words = useWords('takes').refresh;
  const generating = useWords('generating');
  const formats = useFormats();
  const { stillsFirst } = useGeneration();
  const now = useEstimate(shotIds);
  const all = useEstimate(shotIds, { asApproved: true });
  const price = usePrice(all);
  const laterUsdMicros = (all?.costUsdMicros ?? 0) - (now?.costUsdMicros ?? 0);
  const pricedAtMs = all?.pricedAtMs ?? null;
  return {
    now,
    price,
    later: stillsFirst && laterUsdMicros > 0 ? words.later(formats.money(laterUsdMicros)) : null,
    dated:
      pricedAtMs === null ? null : generating.price.dated(formats.date(pricedAtMs), formats.time(pricedAtMs)),
    isNothing: all !== null && all.stills + all.clips === 0,
  };
}
