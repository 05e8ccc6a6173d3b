import type { ShotId } from '../kernel/ids.ts';
import type { Item } from './records.ts';

/** The shot that an item shows or speaks; null for none. */
export function shotOf(item: Item | undefined): ShotId | null {
  if (item === undefined || item.kind === 'gap') return null;
  if (item.kind === 'clip' && item.soundOf?.what === 'speech') return item.soundOf.shotId;
  return item.shotId;
}
