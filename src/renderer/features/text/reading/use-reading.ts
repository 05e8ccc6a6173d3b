import { useEffect, useState } from 'react';
import type { ReadingState } from '../../../../contract/scenes.ts';
import { useProject } from '../../../state/project-context.ts';
import { useConnection, useStudio } from '../../../state/studio-context.ts';

const noReading: ReadingState = {
  state: 'none',
  activityId: null,
  done: 0,
  parts: 0,
  words: '',
  costUsdMicros: 0,
  result: null,
  message: null,
};

/** Follows the reading of the open project while the page is shown. */
export function useReading(): ReadingState {
  const { client } = useStudio();
  const { projectId } = useProject();
  const isOpen = useConnection().is === 'open';
  const [state, setState] = useState<ReadingState>(noReading);
  useEffect(() => {
    if (!isOpen) return undefined;
    const abort = new AbortController();
    const follow = async (): Promise<void> => {
      const states = await client.scenes.watchReading({ projectId }, { signal: abort.signal });
      for await (const next of states) setState(next);
    };
    // A line that breaks is said by the window; it is followed again when the line is back.
    follow().catch(() => undefined);
    return () => abort.abort();
  }, [client, projectId, isOpen]);
  return state;
}
