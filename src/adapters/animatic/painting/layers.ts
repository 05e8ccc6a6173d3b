import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Brush } from './brush.ts';

/** What a moving picture part gets for one frame. The context is already in the layer's place, in frame heights. */
export interface LifeMoment {
  readonly ctx: SKRSContext2D;
  /** Seconds since the clip began; a still is drawn at its `stillAtS`. */
  readonly t: number;
  readonly px: number;
}

/** Something small that moves in the picture whatever the camera does: rain, shimmer, flicker. */
export interface Life {
  readonly zM: number;
  draw(moment: LifeMoment): void;
}

/** A flat part of the picture at a distance, painted once. */
export interface Layer {
  readonly name: string;
  readonly zM: number;
  paint(brush: Brush): void;
  /** How it is laid over what is behind it. */
  readonly blend: 'source-over' | 'multiply' | 'screen';
  /** Breathing or bobbing about a point, in frame heights and seconds. */
  readonly sway: Sway | null;
  /** Stays with the frame whatever the camera does: rain on the lens, the slate. */
  readonly fixed: boolean;
}

export interface Sway {
  readonly x: number;
  readonly y: number;
  readonly lift: number;
  readonly turnRad: number;
  readonly stretch: number;
  /** Slow travel sideways and back, frame heights. */
  readonly driftX?: number;
  readonly periodS: number;
  readonly phase: number;
}

export type Part = { readonly layer: Layer } | { readonly life: Life };

/** The picture's parts from back to front, as the set painters add them. */
export interface Stack {
  readonly parts: readonly Part[];
  add(
    name: string,
    zM: number,
    paint: (brush: Brush) => void,
    extra?: Partial<Pick<Layer, 'blend' | 'sway' | 'fixed'>>,
  ): void;
  live(zM: number, draw: Life['draw']): void;
}

export function createStack(): Stack {
  const parts: Part[] = [];
  return {
    parts,
    add: (name, zM, paint, extra = {}) => {
      parts.push({
        layer: {
          name,
          zM,
          paint,
          blend: extra.blend ?? 'source-over',
          sway: extra.sway ?? null,
          fixed: extra.fixed ?? false,
        },
      });
    },
    live: (zM, draw) => {
      parts.push({ life: { zM, draw } });
    },
  };
}
