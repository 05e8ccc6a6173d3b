import type { ShotAngle, ShotKind, ShotSize } from '../../../domain/shots/shot.ts';
import type { Rgb } from '../colour.ts';
import type { PlaceKind } from './places.ts';
import type { ThingKind } from './things.ts';

export type Hour = 'day' | 'night' | 'dawn' | 'dusk';
export type Weather = 'rain' | 'fog' | 'snow' | 'wind' | 'storm' | 'cloud';
export type Mood = 'calm' | 'tense' | 'sad' | 'glad' | 'angry' | 'afraid' | 'wonder';

export type Posture =
  | 'stand'
  | 'walk'
  | 'run'
  | 'sit'
  | 'kneel'
  | 'crouch'
  | 'lean'
  | 'reach'
  | 'hold'
  | 'pull'
  | 'polish'
  | 'look-out'
  | 'play'
  | 'write'
  | 'wave'
  | 'cover-mouth'
  | 'steer'
  | 'lie'
  | 'laugh'
  | 'palm';

export type Hair = 'short' | 'bun' | 'long' | 'bob' | 'bald' | 'curly' | 'ponytail' | 'tousled';
export type Headgear = 'none' | 'hood' | 'cap' | 'hat' | 'scarf' | 'souwester';
export type Garment = 'sweater' | 'raincoat' | 'coat' | 'dress' | 'shirt' | 'suit' | 'apron' | 'robe';

/** How somebody looks, the same in every shot. */
export interface Appearance {
  readonly heightM: number;
  readonly age: 'child' | 'young' | 'adult' | 'old';
  /** 1 is average. */
  readonly build: number;
  readonly skin: Rgb;
  readonly hair: Hair;
  readonly hairColour: Rgb;
  readonly beard: boolean;
  readonly glasses: boolean;
  readonly headgear: Headgear;
  readonly garment: Garment;
  readonly top: Rgb;
  readonly bottom: Rgb;
  readonly skirt: boolean;
  /** Jaw and brow, −1…1, and eye spacing. */
  readonly face: { readonly jaw: number; readonly brow: number; readonly nose: number };
}

export interface Person {
  readonly name: string;
  readonly appearance: Appearance;
  readonly posture: Posture;
  readonly speaking: boolean;
  /** 0…1: which side of a conversation this person takes, low is left. */
  readonly sideKey: number;
}

/** What a shot asks to be drawn, read from its brief. */
export interface StagePlan {
  readonly kind: ShotKind;
  readonly size: ShotSize;
  readonly angle: ShotAngle;
  readonly lensMm: number;
  readonly place: PlaceKind;
  readonly inside: boolean;
  readonly hour: Hour;
  readonly weather: ReadonlySet<Weather>;
  readonly flooded: boolean;
  readonly mood: Mood;
  /** What the picture is about when it is not a person. */
  readonly hero: ThingKind | null;
  /** Other things named, in order of mention. */
  readonly things: readonly ThingKind[];
  readonly people: readonly Person[];
  readonly crowd: number;
  /** A hand does what an insert shows. */
  readonly hand: Person | null;
  /** The beam of a lighthouse is on the move. */
  readonly beam: boolean;
}
