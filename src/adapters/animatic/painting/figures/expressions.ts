import type { Mood } from '../../reading/stage-plan.ts';

/** What a mood does to a face. */
export interface Expression {
  /** Brow ends: inner and outer, head heights above rest. */
  readonly brow: readonly [number, number];
  /** 1 is open, 0 shut. */
  readonly lids: number;
  /** Corners up (+) or down (−). */
  readonly mouth: number;
  readonly open: number;
}

export const expressions: Readonly<Record<Mood, Expression>> = {
  calm: { brow: [0, 0], lids: 0.82, mouth: 0.012, open: 0 },
  tense: { brow: [-0.022, 0.012], lids: 0.86, mouth: -0.012, open: 0 },
  sad: { brow: [0.034, -0.018], lids: 0.66, mouth: -0.026, open: 0 },
  glad: { brow: [0.014, 0.012], lids: 0.7, mouth: 0.045, open: 0.03 },
  angry: { brow: [-0.045, 0.028], lids: 0.8, mouth: -0.03, open: 0.012 },
  afraid: { brow: [0.05, 0.018], lids: 1.18, mouth: -0.014, open: 0.035 },
  wonder: { brow: [0.04, 0.034], lids: 1.1, mouth: 0.004, open: 0.022 },
};
