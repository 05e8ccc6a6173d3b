import type { Rgb } from '../../colour.ts';
import type { Random } from '../../random.ts';
import type { StagePlan } from '../../reading/stage-plan.ts';
import type { Camera } from '../../staging/camera.ts';
import type { Framing } from '../../staging/frame-shot.ts';
import type { Stack } from '../layers.ts';
import type { Light } from '../light.ts';

/** All that a set painter needs to build its layers. */
export interface SetScene {
  readonly plan: StagePlan;
  readonly framing: Framing;
  readonly camera: Camera;
  readonly light: Light;
  readonly stack: Stack;
  /** Fixed by the place: its layout stays from shot to shot. */
  readonly placeRandom: () => Random;
  /** Fixed by the shot. */
  readonly random: Random;
  /** The look's version of a colour, for what is drawn each frame. */
  readonly toneOf: (colour: Rgb) => Rgb;
  /** Lights of lighthouses, for the beam to start from. */
  readonly beacon: { x: number; y: number; zM: number }[];
  /** The camera looks this way or the other. */
  readonly flip: 1 | -1;
}
