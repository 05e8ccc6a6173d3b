import type { Ink, Mark } from './marks.ts';
import type { Stage } from './stage.ts';

/** One colour over the whole frame: a ground, or with an `alpha` (0…1) below 1 a veil over the picture. */
export function coverStage({ widthUnits, heightUnits }: Stage, ink: Ink, alpha: number): Mark {
  return { kind: 'box', x: 0, y: 0, width: widthUnits, height: heightUnits, radius: 0, ink, alpha };
}
