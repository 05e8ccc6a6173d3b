import { useEffect, useRef } from 'react';
import { createLatestReader } from './latest-reader.ts';
import type { ProjectContextValue } from './project-context.ts';
import { useStudio, useStudioState } from './studio-context.ts';

/** A run brings a take every moment: no sooner than this after a reading comes the next. */
const restMs = 2_000;

/**
 * Has the shots know which files are not here, and where they are. Asked when the project is opened, when takes or clips have come or
 * gone, and when a person comes back to the window: files are removed by other programs.
 */
export function useAbsentFiles({ projectId, mirror, shots }: ProjectContextValue): void {
  const { client } = useStudio();
  const sync = useStudioState((state) => state.sync);
  const again = useRef<() => void>(() => undefined);
  useEffect(() => {
    const reader = createLatestReader({
      ask: () => client.assets.absent({ projectId }),
      onValue: shots.setAbsent,
      // What was known stays: a line that is lost, or a project that was just deleted, says so elsewhere.
      onFault: () => undefined,
      restMs,
    });
    const read = (): void => {
      if (mirror.status() === 'ready' && document.visibilityState === 'visible') reader.read();
    };
    const unsubscribe = mirror.subscribe(['take', 'item', 'asset'], read);
    read();
    again.current = read;
    window.addEventListener('focus', read);
    document.addEventListener('visibilitychange', read);
    return () => {
      document.removeEventListener('visibilitychange', read);
      window.removeEventListener('focus', read);
      unsubscribe();
      reader.stop();
    };
  }, [client, projectId, mirror, shots]);
  // What sync tells may be that a file has come, or where it is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it says when to read, not what
  useEffect(() => again.current(), [sync]);
}
