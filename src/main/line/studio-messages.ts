import type { WorkerName } from '../../core/ports/worker-host.ts';
import type { LocatedFile, PeaksFile, SpriteFile } from '../../core/serving/byte-sources.ts';
import type { Fault, Result } from '../../domain/kernel/result.ts';

/** What the studio process is told at its start. Keys come here, decrypted, and by no other way. */
export interface StudioSettings {
  /** Data folder; null for the usual one. */
  readonly home: string | null;
  readonly exportsFolder: string;
  readonly keys: Readonly<Record<string, string>>;
  /** How a key that is set now would be kept, and whether a file would hold it if the person agrees. */
  readonly keysKept: 'system' | 'session';
  readonly mayUseFile: boolean;
  /** Where the services of accounts and sync are, by the variables that name them. Nothing in them is secret. */
  readonly services: Readonly<Record<string, string>>;
  /** Whether the system brings links of `reelwright://` to this application. */
  readonly takesLinks: boolean;
}

/** Questions of the main process to the studio, by name: what each is given and what it answers. */
export interface StudioQuestions {
  readonly locate: { ask: { assetId: string }; answer: LocatedFile };
  readonly thumbnails: {
    ask: { assetId: string; frames: number; heightPx: number };
    answer: SpriteFile;
  };
  readonly waveform: {
    ask: { assetId: string; bucketsPerSecond: number };
    answer: PeaksFile;
  };
  /** A link of `reelwright://` that the system brought; whether somebody waited for it. */
  readonly linkArrived: { ask: { link: string }; answer: boolean };
  /** A file that main wrote to the incoming folder. */
  readonly adoptUpload: { ask: { path: string; fileName: string }; answer: { uploadId: string } };
  /** Whether the studio wrote this film: only such a file is shown in the file manager. */
  readonly wroteFilm: { ask: { path: string }; answer: boolean };
}

/** Questions of the studio to the main process. */
export interface MainQuestions {
  /** Keeps a key, or forgets it for null; answers how it is kept. */
  readonly keepKey: {
    ask: { provider: string; key: string | null; consentToFile: boolean };
    answer: 'system' | 'session' | 'file';
  };
  /** Somebody started Reelwright again elsewhere: a window comes to the front. */
  readonly showWindow: { ask: object; answer: true };
}

export interface Question {
  readonly kind: 'question';
  readonly id: number;
  readonly name: string;
  readonly given: unknown;
}

export interface Answer {
  readonly kind: 'answer';
  readonly id: number;
  readonly result: Result<unknown>;
}

/** To the studio process. Ports travel with `window` and `worker`. */
export type ToStudio =
  | { readonly kind: 'open'; readonly settings: StudioSettings }
  | { readonly kind: 'window' }
  | { readonly kind: 'worker'; readonly id: number }
  | { readonly kind: 'worker-ended'; readonly id: number; readonly why: string }
  | { readonly kind: 'close' }
  | Question
  | Answer;

/** From the studio process. */
export type FromStudio =
  | { readonly kind: 'opened' }
  | { readonly kind: 'refused'; readonly fault: Fault }
  | { readonly kind: 'fork-worker'; readonly id: number; readonly name: WorkerName }
  | { readonly kind: 'kill-worker'; readonly id: number }
  | Question
  | Answer;
