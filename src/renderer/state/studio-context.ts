import { createContext, use, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { StudioClient } from '../../contract/contract.ts';
import type { Connection, ConnectionState } from '../client/connection.ts';
import type { Host } from '../client/host.ts';
import type { OpenedFiles } from './opened-files.ts';
import type { Route } from './route.ts';
import type { StudioState } from './studio-state.ts';

/** What every component may ask for: made once at the start of the window. */
export interface StudioContextValue {
  readonly host: Host;
  readonly connection: Connection;
  readonly client: StudioClient;
  readonly state: StoreApi<StudioState>;
  readonly openedFiles: OpenedFiles;
  readonly navigate: (route: Route) => void;
}

export const StudioContext = createContext<StudioContextValue | null>(null);

export function useStudio(): StudioContextValue {
  const studio = use(StudioContext);
  if (studio === null) throw new Error('There is no studio around this component.');
  return studio;
}

/** A part of the studio's state; draws again when that part changes. */
export function useStudioState<T>(select: (state: StudioState) => T): T {
  return useStore(useStudio().state, select);
}

export function useConnection(): ConnectionState {
  const { connection } = useStudio();
  return useSyncExternalStore(connection.subscribe, connection.state);
}
