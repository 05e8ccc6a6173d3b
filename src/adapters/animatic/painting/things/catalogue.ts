import type { ThingKind } from '../../reading/things.ts';
import type { Spot } from '../spot.ts';
import { paintCat, paintDog, paintGulls, paintHen, paintHenHouse, paintHorse } from './animals.ts';
import * as furniture from './furniture.ts';
import * as household from './household.ts';
import * as instruments from './instruments.ts';
import * as keepsakes from './keepsakes.ts';
import {
  paintCar,
  paintChurch,
  paintFogWall,
  paintHouse,
  paintLighthouse,
  paintTractor,
  paintTree,
} from './landmarks.ts';
import * as vessels from './vessels.ts';

/** Where a thing is at home when it is only part of the picture. */
export type Home = 'horizon' | 'ground' | 'water' | 'surface' | 'wall' | 'air' | 'hung';

export interface ThingDrawing {
  /** Its height in the world; a flock's or a fog bank's is that of the whole. */
  readonly heightM: number;
  /** Width over height, for placing. */
  readonly wide: number;
  readonly home: Home;
  /** Bears writing: never mirrored. */
  readonly written?: true;
  paint(spot: Spot): void;
}

export const catalogue: Readonly<Record<ThingKind, ThingDrawing>> = {
  lighthouse: { heightM: 24, wide: 0.4, home: 'horizon', paint: paintLighthouse },
  'rowing-boat': { heightM: 0.95, wide: 3.4, home: 'water', paint: vessels.paintRowingBoat },
  ship: { heightM: 30, wide: 1.5, home: 'water', paint: vessels.paintShip },
  ferry: { heightM: 9, wide: 2.3, home: 'water', paint: vessels.paintFerry },
  buoy: { heightM: 2.4, wide: 0.7, home: 'water', paint: vessels.paintBuoy },
  'paper-boat': { heightM: 0.2, wide: 1.9, home: 'water', paint: vessels.paintPaperBoat },
  stern: { heightM: 0.9, wide: 1.7, home: 'surface', written: true, paint: vessels.paintStern },
  gulls: { heightM: 9, wide: 3, home: 'air', paint: paintGulls },
  hen: { heightM: 0.45, wide: 1, home: 'ground', paint: paintHen },
  'hen-house': { heightM: 1.7, wide: 1.3, home: 'ground', paint: paintHenHouse },
  dog: { heightM: 0.62, wide: 2, home: 'ground', paint: (s) => paintDog(s, false, false) },
  cat: { heightM: 0.42, wide: 1, home: 'ground', paint: paintCat },
  horse: { heightM: 2.1, wide: 1.3, home: 'ground', paint: paintHorse },
  tractor: { heightM: 2.1, wide: 1.7, home: 'ground', paint: paintTractor },
  car: { heightM: 1.5, wide: 2.9, home: 'ground', paint: paintCar },
  church: { heightM: 19, wide: 1.1, home: 'horizon', paint: paintChurch },
  house: { heightM: 6.5, wide: 1.3, home: 'horizon', paint: paintHouse },
  tree: { heightM: 7, wide: 0.8, home: 'horizon', paint: paintTree },
  'fog-wall': { heightM: 14, wide: 8, home: 'horizon', paint: paintFogWall },
  bulb: { heightM: 0.2, wide: 0.7, home: 'hung', paint: household.paintBulb },
  lantern: { heightM: 0.42, wide: 0.7, home: 'surface', paint: household.paintLantern },
  lens: { heightM: 2.2, wide: 0.9, home: 'ground', paint: instruments.paintLens },
  radio: { heightM: 0.42, wide: 1.6, home: 'surface', paint: instruments.paintRadio },
  microphone: { heightM: 0.34, wide: 0.8, home: 'surface', paint: instruments.paintMicrophone },
  dial: { heightM: 0.16, wide: 1, home: 'surface', written: true, paint: instruments.paintDial },
  rag: { heightM: 0.3, wide: 0.9, home: 'surface', paint: household.paintRag },
  letter: { heightM: 0.28, wide: 1.3, home: 'surface', written: true, paint: household.paintLetter },
  board: { heightM: 1, wide: 1.8, home: 'wall', written: true, paint: household.paintBoard },
  kettle: { heightM: 0.28, wide: 1.4, home: 'surface', paint: household.paintKettle },
  cup: { heightM: 0.11, wide: 1.2, home: 'surface', paint: household.paintCup },
  book: { heightM: 0.2, wide: 2, home: 'surface', paint: household.paintBook },
  phone: { heightM: 0.2, wide: 1.5, home: 'surface', paint: instruments.paintPhone },
  gun: { heightM: 0.15, wide: 1.6, home: 'surface', paint: keepsakes.paintGun },
  knife: { heightM: 0.12, wide: 2, home: 'surface', paint: keepsakes.paintKnife },
  key: { heightM: 0.08, wide: 1.6, home: 'surface', paint: keepsakes.paintKey },
  door: { heightM: 2.05, wide: 0.55, home: 'ground', paint: furniture.paintDoor },
  window: { heightM: 1.2, wide: 0.95, home: 'wall', paint: furniture.paintWindow },
  shutters: { heightM: 1.3, wide: 1.7, home: 'wall', paint: furniture.paintShutters },
  clock: { heightM: 0.4, wide: 1, home: 'wall', written: true, paint: instruments.paintClock },
  clockwork: { heightM: 0.7, wide: 1.6, home: 'surface', paint: instruments.paintClockwork },
  horn: { heightM: 0.3, wide: 2.3, home: 'surface', paint: instruments.paintHorn },
  'bell-rope': { heightM: 2.6, wide: 0.2, home: 'hung', paint: furniture.paintBellRope },
  candle: { heightM: 0.24, wide: 0.6, home: 'surface', paint: household.paintCandle },
  photograph: { heightM: 0.2, wide: 1.2, home: 'surface', written: true, paint: keepsakes.paintPhotograph },
  sweater: { heightM: 0.22, wide: 2, home: 'surface', paint: household.paintSweater },
  crates: { heightM: 1.2, wide: 1.9, home: 'ground', paint: household.paintCrates },
  chair: { heightM: 0.95, wide: 0.7, home: 'ground', paint: furniture.paintChair },
  table: { heightM: 0.78, wide: 2, home: 'ground', paint: furniture.paintTable },
  bench: { heightM: 0.85, wide: 2.8, home: 'ground', paint: furniture.paintBench },
  plates: { heightM: 0.32, wide: 2.5, home: 'wall', paint: household.paintPlates },
  bottle: { heightM: 0.3, wide: 0.45, home: 'surface', paint: keepsakes.paintBottle },
  flowers: { heightM: 0.4, wide: 0.9, home: 'surface', paint: keepsakes.paintFlowers },
  suitcase: { heightM: 0.5, wide: 1.5, home: 'ground', paint: keepsakes.paintSuitcase },
  screen: { heightM: 0.5, wide: 1.5, home: 'surface', written: true, paint: instruments.paintScreen },
  sword: { heightM: 1, wide: 0.45, home: 'surface', paint: keepsakes.paintSword },
  mirror: { heightM: 0.9, wide: 0.8, home: 'wall', paint: keepsakes.paintMirror },
  ring: { heightM: 0.04, wide: 0.8, home: 'surface', paint: keepsakes.paintRing },
  umbrella: { heightM: 0.9, wide: 1.2, home: 'ground', paint: keepsakes.paintUmbrella },
  bicycle: { heightM: 1.05, wide: 1.9, home: 'ground', paint: keepsakes.paintBicycle },
  fire: { heightM: 0.8, wide: 1.1, home: 'ground', paint: household.paintFire },
  shoes: { heightM: 0.14, wide: 2, home: 'surface', paint: household.paintShoes },
  bed: { heightM: 0.95, wide: 2.1, home: 'ground', paint: furniture.paintBed },
  wheel: { heightM: 1.3, wide: 1, home: 'ground', paint: furniture.paintWheel },
  stairs: { heightM: 1.2, wide: 1.8, home: 'ground', paint: furniture.paintStairs },
  hand: { heightM: 0.2, wide: 0.6, home: 'surface', paint: household.paintRag },
  shadow: { heightM: 1.7, wide: 0.5, home: 'ground', paint: furniture.paintDoor },
  moon: { heightM: 8, wide: 1, home: 'air', paint: keepsakes.paintMoon },
};
