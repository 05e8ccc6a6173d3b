import { hex, type Rgb } from '../../colour.ts';
import type { InteriorPlace } from '../../reading/places.ts';
import type { ThingKind } from '../../reading/things.ts';
import type { FloorKind, WallKind } from './room-surfaces.ts';

/** A piece of furniture and its place in the room. */
export interface Furnishing {
  readonly kind:
    | ThingKind
    | 'shelf'
    | 'stove'
    | 'counter'
    | 'pew'
    | 'workbench'
    | 'sofa'
    | 'desk'
    | 'pipes'
    | 'lockers'
    | 'bar';
  /** Share of the room's width, −1…1. */
  readonly x: number;
  /** Metres above the floor. */
  readonly up?: number;
  /** Share of the way to the back wall. */
  readonly deep?: number;
}
export interface RoomPlan {
  readonly wall: WallKind;
  readonly wallColour: Rgb;
  readonly floor: FloorKind;
  readonly widthM: number;
  readonly heightM: number;
  readonly backM: number;
  readonly window: number | null;
  readonly lamp: 'bulb' | 'pendant' | 'none' | 'strip' | 'candles';
  readonly things: readonly Furnishing[];
}

const plain = (part: Partial<RoomPlan>): RoomPlan => ({
  wall: 'plaster',
  wallColour: hex('#b9a88d'),
  floor: 'boards',
  widthM: 5,
  heightM: 2.7,
  backM: 2.6,
  window: 0.4,
  lamp: 'pendant',
  things: [],
  ...part,
});

export const roomPlans: Readonly<
  Record<Exclude<InteriorPlace, 'lamp-room' | 'stairwell' | 'vehicle'>, RoomPlan>
> = {
  'radio-room': plain({
    wall: 'planks',
    wallColour: hex('#8a8f86'),
    widthM: 3.8,
    backM: 1.7,
    window: 0.62,
    lamp: 'bulb',
    things: [
      { kind: 'shelf', x: -0.52, up: 1.55 },
      { kind: 'workbench', x: -0.1, deep: 0.75 },
      { kind: 'radio', x: -0.34, up: 0.86, deep: 0.8 },
      { kind: 'microphone', x: 0.12, up: 0.86, deep: 0.72 },
      { kind: 'clock', x: 0.16, up: 1.75 },
      { kind: 'pipes', x: -0.9 },
    ],
  }),
  kitchen: plain({
    wall: 'tiles',
    wallColour: hex('#cfc6ae'),
    floor: 'lino',
    widthM: 4.4,
    backM: 2.4,
    window: -0.36,
    things: [
      { kind: 'counter', x: -0.36, deep: 0.9 },
      { kind: 'stove', x: 0.52, deep: 0.9 },
      { kind: 'plates', x: 0.44, up: 1.65 },
      { kind: 'kettle', x: 0.5, up: 0.9, deep: 0.86 },
      { kind: 'table', x: 0.72, deep: 0.45 },
      { kind: 'chair', x: 0.3, deep: 0.5 },
    ],
  }),
  'living-room': plain({
    wallColour: hex('#a99a86'),
    widthM: 5.4,
    window: 0.36,
    things: [
      { kind: 'sofa', x: -0.3, deep: 0.8 },
      { kind: 'photograph', x: -0.34, up: 1.7 },
      { kind: 'shelf', x: -0.8, up: 1.5 },
      { kind: 'table', x: 0.66, deep: 0.6 },
      { kind: 'flowers', x: 0.66, up: 0.8, deep: 0.6 },
    ],
  }),
  bedroom: plain({
    wallColour: hex('#a7a3ad'),
    window: 0.5,
    lamp: 'none',
    things: [
      { kind: 'bed', x: -0.3, deep: 0.75 },
      { kind: 'photograph', x: -0.5, up: 1.7 },
      { kind: 'lantern', x: 0.24, up: 0.7, deep: 0.85 },
      { kind: 'chair', x: 0.78, deep: 0.6 },
    ],
  }),
  church: plain({
    wall: 'stone',
    wallColour: hex('#a39a8b'),
    floor: 'stone',
    widthM: 9,
    heightM: 8.5,
    backM: 12,
    window: 0,
    lamp: 'candles',
    things: [
      { kind: 'pew', x: -0.55, deep: 0.32 },
      { kind: 'pew', x: 0.55, deep: 0.32 },
      { kind: 'pew', x: -0.55, deep: 0.5 },
      { kind: 'pew', x: 0.55, deep: 0.5 },
      { kind: 'pew', x: -0.55, deep: 0.68 },
      { kind: 'pew', x: 0.55, deep: 0.68 },
    ],
  }),
  office: plain({
    wallColour: hex('#a7adb0'),
    floor: 'lino',
    widthM: 6,
    backM: 3.4,
    window: 0.1,
    lamp: 'strip',
    things: [
      { kind: 'desk', x: -0.42, deep: 0.7 },
      { kind: 'screen', x: -0.42, up: 0.76, deep: 0.7 },
      { kind: 'lockers', x: 0.8, deep: 0.9 },
      { kind: 'clock', x: -0.62, up: 2.05 },
    ],
  }),
  corridor: plain({
    wallColour: hex('#8f9690'),
    floor: 'lino',
    widthM: 2.6,
    backM: 9,
    window: null,
    lamp: 'strip',
    things: [{ kind: 'door', x: 0.1, deep: 1 }],
  }),
  cabin: plain({
    wall: 'planks',
    wallColour: hex('#7d5c40'),
    widthM: 4,
    heightM: 2.3,
    backM: 2,
    window: 0.3,
    lamp: 'bulb',
    things: [
      { kind: 'wheel', x: -0.3, deep: 0.6 },
      { kind: 'lantern', x: 0.6, up: 1.1, deep: 0.9 },
      { kind: 'clock', x: -0.66, up: 1.6 },
    ],
  }),
  tavern: plain({
    wall: 'panel',
    wallColour: hex('#7a5740'),
    widthM: 6,
    backM: 3.2,
    window: 0.62,
    things: [
      { kind: 'bar', x: -0.34, deep: 0.75 },
      { kind: 'shelf', x: -0.4, up: 1.6 },
      { kind: 'bottle', x: -0.2, up: 1.1, deep: 0.75 },
      { kind: 'table', x: 0.64, deep: 0.5 },
      { kind: 'candle', x: 0.64, up: 0.8, deep: 0.5 },
    ],
  }),
  cellar: plain({
    wall: 'stone',
    wallColour: hex('#77706a'),
    floor: 'stone',
    widthM: 5,
    backM: 3,
    window: null,
    lamp: 'bulb',
    things: [
      { kind: 'crates', x: -0.55, deep: 0.8 },
      { kind: 'shelf', x: 0.5, up: 1.2 },
      { kind: 'pipes', x: 0.86 },
    ],
  }),
  hall: plain({
    wall: 'panel',
    wallColour: hex('#8d7a64'),
    floor: 'tiles',
    widthM: 10,
    heightM: 5.5,
    backM: 7,
    window: 0.3,
    things: [
      { kind: 'door', x: -0.3, deep: 1 },
      { kind: 'chair', x: 0.5, deep: 0.6 },
      { kind: 'photograph', x: -0.6, up: 2 },
    ],
  }),
  room: plain({
    things: [
      { kind: 'door', x: -0.55, deep: 1 },
      { kind: 'table', x: 0.34, deep: 0.7 },
      { kind: 'photograph', x: -0.1, up: 1.65 },
      { kind: 'chair', x: 0.7, deep: 0.55 },
    ],
  }),
};
