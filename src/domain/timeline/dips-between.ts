import type { GainDip } from './gain-curve.ts';
import { dipsIn, ducking, type RoomRule, standingIn } from './make-room.ts';
import type { Item, Track } from './records.ts';
import type { TimelineIndex } from './timeline-index.ts';

/** How a clip of a track makes room for others. */
export type DipsOf = (item: Item, track: Track) => readonly GainDip[];

/** The dips of clips by what they are, in [from, to); the film is looked through once for each kind, where there is such a clip. */
export function dipsBetween(index: TimelineIndex, fromFlicks: number, toFlicks: number): DipsOf {
  const found = new Map<RoomRule, readonly GainDip[]>();
  const under = (rule: RoomRule): readonly GainDip[] => {
    const dips = found.get(rule) ?? dipsIn(index, rule, fromFlicks, toFlicks);
    found.set(rule, dips);
    return dips;
  };
  return (item, track) => {
    if (item.kind !== 'clip') return none;
    if (item.scratch) return under(standingIn);
    return item.ducks && track.ducks && track.role !== 'dialogue' ? under(ducking) : none;
  };
}

const none: readonly GainDip[] = [];
