import { useEffect } from 'react';
import { useProject } from '../../../state/project-context.ts';
import { useStudio, useStudioState } from '../../../state/studio-context.ts';
import { useCut } from '../cut-context.ts';
import { withPage } from './film-comments.ts';

const askMs = 4_000;

/** Whether the project is kept the same at a service, so that it can be shared. */
export function useCanShare(): boolean {
  const { projectId } = useProject();
  return useStudioState(
    ({ sync }) =>
      sync?.hasService === true && sync.projects.some((project) => project.projectId === projectId),
  );
}

/** Hears of comments while the page is on screen. */
export function useFollowComments(): void {
  const { projectId } = useProject();
  const { client } = useStudio();
  const { comments } = useCut();
  const canShare = useCanShare();
  useEffect(() => {
    if (!canShare) return undefined;
    const ends = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      try {
        const { seq } = comments.getState();
        const page = await client.shares.comments({ projectId, after: seq }, { signal: ends.signal });
        if (page.seq > seq) comments.setState((before) => withPage(before, page));
      } catch {
        // Offline or signed out: the state of sync says so; what was heard stays, and it is asked again.
      }
      if (!ends.signal.aborted) timer = setTimeout(() => void ask(), askMs);
    };
    void ask();
    return () => {
      ends.abort();
      clearTimeout(timer);
    };
  }, [canShare, client, comments, projectId]);
}
