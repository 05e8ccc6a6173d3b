import { longestStretch, type ReadingStretch } from './reading-stretches.ts';

/** What is read with one request. Pieces are counted from 1, scenes (stretches) as well. */
export interface ReadingChunk {
  readonly stretches: readonly ReadingStretch[];
}

/** Neighbouring stretches together, as many as fit. Every stretch is in exactly one chunk, in order. */
export function readingChunks(stretches: readonly ReadingStretch[]): ReadingChunk[] {
  const chunks: ReadingStretch[][] = [];
  let room: { pieces: number; characters: number } = { pieces: 0, characters: 0 };
  for (const stretch of stretches) {
    const characters = stretch.pieces.reduce((sum, { text }) => sum + text.length, 0);
    const current = chunks.at(-1);
    if (current === undefined || room.pieces < stretch.pieces.length || room.characters < characters) {
      chunks.push([stretch]);
      room = { ...longestStretch };
    } else current.push(stretch);
    room = { pieces: room.pieces - stretch.pieces.length, characters: room.characters - characters };
  }
  return chunks.map((own) => ({ stretches: own }));
}

/** Number of the first piece of each stretch of a chunk. */
export function firstPieces({ stretches }: ReadingChunk): number[] {
  let next = 1;
  return stretches.map(({ pieces }) => {
    const first = next;
    next += pieces.length;
    return first;
  });
}
