import { useCallback } from 'react';
import { useStudioState } from './studio-context.ts';

/** What other devices of the person are called, by their ids; null for one that never told a name, or was never heard of. */
export function useDeviceNames(): (device: string | null) => string | null {
  const devices = useStudioState(({ sync }) => sync?.devices ?? null);
  return useCallback((device) => devices?.find((one) => one.device === device)?.name ?? null, [devices]);
}
