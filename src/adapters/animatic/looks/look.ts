import type { Rgb } from '../colour.ts';

export const lookNames = ['cinema', 'ink', 'noir', 'storybook', 'blueprint', 'watercolour'] as const;
export type LookName = (typeof lookNames)[number];

/** The look when a style has no name of ours in it. */
export const defaultLook: LookName = 'cinema';

/** How a hand with certain tools draws: colour, line, surface, light and paper. */
export interface Look {
  readonly name: LookName;
  /** What shows where nothing is painted. */
  readonly paper: Rgb;
  /** The tool's version of a natural colour. */
  tone(colour: Rgb): Rgb;
  readonly line: {
    /** Pixels at a frame height of 720; 0 draws none. */
    readonly weight: number;
    readonly alpha: number;
    /** null: a darker tone of what it encloses. */
    readonly colour: Rgb | null;
    /** Strokes inside shapes: in their own toned colour (null), or all in this one. */
    readonly strokes: Rgb | null;
    /** Unsteadiness of the hand, pixels at 720. */
    readonly wobble: number;
    /** The outline is drawn again, a little beside itself. */
    readonly twice: boolean;
  };
  readonly surface: {
    readonly opacity: number;
    /** Light side to dark side across a shape, 0…1. */
    readonly form: number;
    /** Strength of the hatching on the dark side. */
    readonly hatch: number;
    /** Pigment that gathers at the edge. */
    readonly edge: number;
    /** Strength of the surface's own grain. */
    readonly grain: number;
  };
  readonly light: {
    /** How far lamps and dark corners are carried. */
    readonly falloff: number;
    readonly glow: number;
    readonly rim: number;
  };
  readonly page: {
    readonly vignette: number;
    readonly texture: number;
    /** 'grid' of a drafting sheet, 'deckle' of unpainted paper round the picture, 'wash' of paint that ran out. */
    readonly border: 'none' | 'grid' | 'deckle' | 'wash';
  };
}
