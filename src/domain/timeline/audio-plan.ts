import { type AudioPiece, attachedPieces, mainPiece } from './audio-piece.ts';
import { dipsBetween } from './dips-between.ts';
import { attachedItemsIn, type Placed } from './queries.ts';
import type { TimelineIndex } from './timeline-index.ts';

/**
 * Every piece of sound that overlaps [from, to), whole (not cut to the range), by start; with the dips that are heard in the
 * range. Pieces that a cross-fade reaches are as long as their medium's handle allows. Muted tracks and clips, stills and clips
 * without a medium are left out; whether a medium has sound at all is for the reader to find.
 */
export function describeAudio(index: TimelineIndex, fromFlicks: number, toFlicks: number): AudioPiece[] {
  const pieces: AudioPiece[] = [];
  const dips = dipsBetween(index, fromFlicks, toFlicks);
  const main = index.mainTrackId === null ? undefined : index.tracks.get(index.mainTrackId);
  if (main !== undefined && !main.muted) {
    for (const placed of mainAround(index, fromFlicks, toFlicks)) {
      const piece = mainPiece(index, placed);
      if (piece !== null) pieces.push({ ...piece, dips: dips(placed.item, main) });
    }
  }
  for (const { item, startFlicks } of attachedItemsIn(index, fromFlicks, toFlicks)) {
    const track = index.tracks.get(item.trackId);
    if (track === undefined || track.muted || item.kind !== 'clip') continue;
    for (const piece of attachedPieces(item, track, startFlicks, fromFlicks, toFlicks)) {
      pieces.push({ ...piece, dips: dips(item, track) });
    }
  }
  return pieces
    .filter((piece) => piece.startFlicks < toFlicks && piece.startFlicks + piece.durationFlicks > fromFlicks)
    .sort((a, b) => a.startFlicks - b.startFlicks || (a.itemId < b.itemId ? -1 : 1));
}

/** The items in the range and one more on each side: a cross-fade reaches in from there, and from no further, as it takes at most half of a clip. */
function mainAround(index: TimelineIndex, fromFlicks: number, toFlicks: number): Placed[] {
  const found: Placed[] = [];
  for (const placed of index.main.from(fromFlicks)) {
    if (found.length === 0) {
      const before = index.main.before(placed.item);
      if (before !== null) {
        found.push({ item: before, startFlicks: placed.startFlicks - before.durationFlicks });
      }
    }
    found.push(placed);
    if (placed.startFlicks >= toFlicks) break;
  }
  return found;
}
