import type { BlockId, ShotId } from '../../../../domain/kernel/ids.ts';
import type { Shot } from '../../../../domain/shots/shot.ts';
import type { Block } from '../../../../domain/text/block.ts';

/** How many quiet tints there are; neighbours never share one. */
export const threadTints = 5;

/** The stretch of a block that a shot films, as shares of its words from 0 to 1. */
export interface ThreadPiece {
  readonly shotId: ShotId;
  readonly tint: number;
  readonly from: number;
  readonly to: number;
}

/** For each block the shots that film its words, from top to bottom. `shots` in film order. */
export function findThreads(
  shots: readonly Pick<Shot, 'id' | 'covers'>[],
  blocks: readonly Pick<Block, 'id' | 'text'>[],
): ReadonlyMap<BlockId, readonly ThreadPiece[]> {
  const lengths = new Map<string, number>(blocks.map(({ id, text }) => [id, text.length]));
  const threads = new Map<BlockId, ThreadPiece[]>();
  shots.forEach(({ id, covers }, index) => {
    for (const { blockId, start, end } of covers) {
      const length = lengths.get(blockId);
      if (length === undefined || length === 0) continue;
      const piece = {
        shotId: id,
        tint: index % threadTints,
        from: Math.min(1, start / length),
        to: Math.min(1, end / length),
      };
      if (piece.from >= piece.to) continue;
      const own = threads.get(blockId);
      if (own === undefined) threads.set(blockId, [piece]);
      else own.push(piece);
    }
  });
  for (const own of threads.values()) {
    own.sort((a, b) => a.from - b.from);
    closeSpaces(own);
  }
  return threads;
}

/** The spaces between sentences belong to nobody: the thread runs through them. */
function closeSpaces(pieces: ThreadPiece[]): void {
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    const next = pieces[at + 1];
    if (piece === undefined) continue;
    const to =
      next === undefined
        ? piece.to > 0.97
          ? 1
          : piece.to
        : next.from - piece.to < 0.05
          ? next.from
          : piece.to;
    pieces[at] = {
      ...piece,
      to: Math.max(piece.to, to),
      from: at === 0 && piece.from < 0.03 ? 0 : piece.from,
    };
  }
}

/** The thread of a block as the layers of a background; '' where no shot films it. */
export function threadPicture(
  pieces: readonly ThreadPiece[],
  selected: ReadonlySet<string>,
  changed: ReadonlySet<string>,
): string {
  if (pieces.length === 0) return '';
  const stops: string[] = [];
  let at = 0;
  const stop = (colour: string, from: number, to: number): void => {
    stops.push(`${colour} ${percent(from)} ${percent(to)}`);
  };
  for (const { shotId, tint, from, to } of pieces) {
    if (to <= at) continue;
    if (from > at) stop('transparent', at, from);
    const colour = selected.has(shotId)
      ? 'var(--accent)'
      : changed.has(shotId)
        ? 'var(--thread-changed)'
        : `var(--thread-${tint})`;
    stop(colour, Math.max(at, from), to);
    at = to;
  }
  if (at < 1) stop('transparent', at, 1);
  return `linear-gradient(to bottom, ${stops.join(', ')})`;
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}

/** The shot that films the place before `offset` in a block; null for none. */
export function shotAt(
  shots: readonly Pick<Shot, 'id' | 'covers'>[],
  blockId: string,
  offset: number,
): ShotId | null {
  let touching: ShotId | null = null;
  for (const { id, covers } of shots) {
    for (const range of covers) {
      if (range.blockId !== blockId || offset < range.start || offset > range.end) continue;
      if (offset < range.end) return id;
      touching = id;
    }
  }
  return touching;
}
