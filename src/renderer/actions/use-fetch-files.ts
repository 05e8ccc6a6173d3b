import { useCallback } from 'react';
import type { AssetId } from '../../domain/kernel/ids.ts';
import { useProject } from '../state/project-context.ts';
import { useStudio } from '../state/studio-context.ts';
import { usePlaceWords } from '../words/place-words.ts';
import { useCall } from './use-edit.ts';

export interface FileFetching {
  /** Has files come here, and says so in the status line. How far they are is told with other work. */
  fetch(which: 'used' | 'all' | readonly AssetId[]): Promise<void>;
  /** Ends what was asked for of this project; what has come of it is kept. */
  cancel(): Promise<void>;
}

/** Bringing files of the open project to this computer. */
export function useFetchFiles(): FileFetching {
  const { client } = useStudio();
  const { projectId } = useProject();
  const words = usePlaceWords();
  const call = useCall();
  const fetch = useCallback(
    async (which: 'used' | 'all' | readonly AssetId[]) => {
      const asked = typeof which === 'string' ? which : [...which];
      const count = typeof which === 'string' ? 2 : which.length;
      await call(
        () => client.sync.fetchFiles({ projectId, which: asked }),
        (begun) => (begun === null ? words.nothing : words.begun(count)),
      );
    },
    [call, client, projectId, words],
  );
  const cancel = useCallback(async () => {
    const running = await call(() => client.activities.list());
    for (const { id, kind, finishedAtMs, projectId: of } of running ?? []) {
      if (kind !== 'fetch' || finishedAtMs !== null || of !== projectId) continue;
      await call(() => client.activities.cancel({ activityId: id }));
    }
  }, [call, client, projectId]);
  return { fetch, cancel };
}
