import type { AssetId } from '../../domain/kernel/ids.ts';
import type { RecordsPatch } from '../../domain/kernel/patch.ts';
import type { FrameRate } from '../../domain/kernel/time.ts';
import type { Run } from '../clock/film-clock.ts';
import type { FontAddress } from '../font-addresses.ts';

/** Addresses of media that were not named before. */
export type MediaAddresses = readonly (readonly [AssetId, string])[];

export interface SoundWanted {
  readonly id: number;
  /** Stretches of one piece of sound that follow each other are decoded in one go. */
  readonly piece: string;
  readonly assetId: AssetId;
  /** Seconds of the medium. */
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** What the player tells the screen's worker. */
export type ToScreen =
  | {
      readonly kind: 'begin';
      readonly canvas: OffscreenCanvas;
      readonly rate: FrameRate;
      /** Every row, as added. */
      readonly patch: RecordsPatch;
      readonly addresses: MediaAddresses;
      readonly fonts: readonly FontAddress[];
    }
  | { readonly kind: 'patch'; readonly patch: RecordsPatch; readonly addresses: MediaAddresses }
  | { readonly kind: 'size'; readonly widthPx: number; readonly heightPx: number }
  | { readonly kind: 'captions'; readonly shown: boolean }
  /** Show one frame and stay there. */
  | { readonly kind: 'show'; readonly flicks: number; readonly serial: number }
  /** Make ready to play from a place; answered by `primed`. */
  | { readonly kind: 'prime'; readonly run: Run; readonly serial: number }
  | { readonly kind: 'run'; readonly run: Run; readonly serial: number }
  | { readonly kind: 'sound'; readonly wanted: SoundWanted }
  | { readonly kind: 'soundDone' }
  | { readonly kind: 'name'; readonly assetId: AssetId; readonly name: string; readonly note: string }
  | { readonly kind: 'retry'; readonly assetId: AssetId; readonly address: string }
  | { readonly kind: 'snapshot'; readonly id: number };

export interface ScreenStats {
  readonly framesDrawn: number;
  readonly framesDropped: number;
  /** How long after its time a frame was drawn while playing: mean of the last second or so. */
  readonly lateMs: number;
  /** Longest of the drawings since the last report. */
  readonly drawMs: number;
  readonly cacheBytes: number;
  readonly openLanes: number;
}

export interface MediaProblem {
  readonly assetId: AssetId;
  readonly kind: 'missing' | 'unreadable' | 'not-decodable';
  readonly reason: string;
}

/** What the screen's worker tells the player. */
export type FromScreen =
  /** Titles and captions are not drawn with the font they have in the export. */
  | { readonly kind: 'problem-with-font'; readonly reason: string }
  | { readonly kind: 'shown'; readonly serial: number; readonly flicks: number }
  | { readonly kind: 'primed'; readonly serial: number }
  /** Playing waits for a picture, or goes on. */
  | { readonly kind: 'waiting'; readonly serial: number; readonly waits: boolean }
  | { readonly kind: 'stats'; readonly stats: ScreenStats }
  | { readonly kind: 'problem'; readonly problem: MediaProblem }
  | {
      readonly kind: 'sound';
      readonly id: number;
      /** null where the medium has no sound, or none that can be read. */
      readonly samples: SoundSamples | null;
    }
  | { readonly kind: 'snapshot'; readonly id: number; readonly picture: ImageBitmap | null }
  | { readonly kind: 'broken'; readonly reason: string };

export interface SoundSamples {
  readonly sampleRate: number;
  /** One array per channel, all of one length, beginning at the time that was asked for. */
  readonly channels: readonly Float32Array<ArrayBuffer>[];
}
