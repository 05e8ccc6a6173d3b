import type { DoorKeys } from './door/door.ts';

/** What the keeper tells the process that serves: over the channel between them, never by argument or environment. */
export interface ServeOrder {
  readonly is: 'serve';
  readonly home: string | null;
  readonly exportsFolder: string | null;
  readonly port: number | null;
  readonly appFolder: string;
  readonly door: DoorKeys;
  /** Whether a process before this one ended without being asked to. */
  readonly again: boolean;
}

export type ServingReport =
  | {
      readonly is: 'serving';
      readonly host: string;
      readonly port: number;
      readonly notices: readonly string[];
    }
  | { readonly is: 'refused'; readonly code: string; readonly message: string }
  /** Tickets were given out or used. */
  | { readonly is: 'door'; readonly door: DoorKeys };
