import { frameFlicks } from '../domain/kernel/time.ts';
import { timelineDurationFlicks } from '../domain/timeline/queries.ts';
import type { TimelineIndex } from '../domain/timeline/timeline-index.ts';

/** Where the frames of a timeline begin, as it is now. Times in flicks. */
export interface FrameGrid {
  /** Length of a frame. */
  frame(): number;
  /** End of the film, exclusive. */
  end(): number;
  /** Start of the last frame. */
  last(): number;
  /** Start of the frame that is on screen at a time, within the film. */
  snap(flicks: number): number;
}

export function createFrameGrid(index: () => TimelineIndex): FrameGrid {
  const frame = (): number => frameFlicks(index().rate);
  const end = (): number => timelineDurationFlicks(index());
  const last = (): number => Math.max(0, Math.ceil(end() / frame() - 1) * frame());
  return {
    frame,
    end,
    last,
    snap: (flicks) => Math.min(last(), Math.max(0, Math.floor(flicks / frame() + 1e-6) * frame())),
  };
}
