import { useEffect, useState } from 'react';
import type { MediaOverview } from '../../../domain/sync/media-files.ts';
import { useProject } from '../../state/project-context.ts';
import { useStudio, useStudioState } from '../../state/studio-context.ts';

/** How the files stand. Asked anew whenever sync says that something has changed; null until the first answer. */
export function useMedia(): MediaOverview | null {
  const { client } = useStudio();
  const { projectId } = useProject();
  const overview = useStudioState((state) => state.sync);
  const [media, setMedia] = useState<MediaOverview | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the overview says when to ask, not what.
  useEffect(() => {
    let wanted = true;
    client.sync.media({ projectId }).then(
      (next) => wanted && setMedia(next),
      // What was known stays; the panel says elsewhere that the studio does not answer.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [client, projectId, overview]);
  return media;
}
