import { useEffect } from 'react';
import { createLatestReader } from './latest-reader.ts';
import type { ProjectContextValue } from './project-context.ts';
import { useStudio } from './studio-context.ts';

/** A run brings a take every moment: no sooner than this after a reading comes the next. */
const restMs = 2_000;

/**
 * Has the shots know which of their files are gone. Asked when the project is opened, when takes or clips have come or
 * gone, and when a person comes back to the window: files are removed by other programs.
 */
export function useAbsentFiles({ projectId, mirror, shots }: ProjectContextValue): void {
  const { client } = useStudio();
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
    window.addEventListener('focus', read);
    document.addEventListener('visibilitychange', read);
    return () => {
      document.removeEventListener('visibilitychange', read);
      window.removeEventListener('focus', read);
      unsubscribe();
      reader.stop();
    };
  }, [client, projectId, mirror, shots]);
}
