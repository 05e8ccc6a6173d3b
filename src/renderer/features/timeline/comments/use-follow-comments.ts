import { useEffect } from 'react';
import { snapToFrame } from '../../../../domain/kernel/time.ts';
import { useCommands } from '../../../actions/use-commands.ts';
import { useProject } from '../../../state/project-context.ts';
import { useConnection, useStudio, useStudioState } from '../../../state/studio-context.ts';
import { useCut } from '../cut-context.ts';
import { nextComment, withPage } from './film-comments.ts';
import { placeOfComment, standingShots } from './place-of-comment.ts';

/** Whether the project is kept the same at a service, so that it can be shared. */
export function useCanShare(): boolean {
  const { projectId } = useProject();
  return useStudioState(
    ({ sync }) =>
      sync?.hasService === true && sync.projects.some((project) => project.projectId === projectId),
  );
}

/** Reads what was said as often as the studio tells that something changed, and goes from comment to comment. */
export function useFollowComments(): void {
  const { projectId, view } = useProject();
  const { client } = useStudio();
  const { comments, live } = useCut();
  const revision = useStudioState(({ commentsRevision }) => commentsRevision);
  const isOpen = useConnection().is === 'open';
  useEffect(() => {
    void revision;
    if (!isOpen) return undefined;
    const ends = new AbortController();
    client.shares
      .comments({ projectId, after: comments.getState().revision }, { signal: ends.signal })
      .then((page) => comments.setState((before) => withPage(before, page)))
      // What was heard stays; a lost line is shown by the connection itself, and it is read again with the next news.
      .catch(() => undefined);
    return () => ends.abort();
  }, [client, comments, projectId, revision, isOpen]);
  const go = (step: 1 | -1): void => {
    const standing = standingShots(live.index());
    const { rate } = live.index();
    const { all, chosenId } = comments.getState();
    const placed = [...all.values()].flatMap((comment) => {
      if (comment.parentId !== null || comment.resolvedAtMs !== null) return [];
      const flicks = placeOfComment(comment, standing);
      return flicks === null ? [] : [{ id: comment.id, flicks: snapToFrame(flicks, rate) }];
    });
    const next = nextComment(placed, view.getState().playheadFlicks, chosenId, step);
    if (next === null) return;
    view.setState({ playheadFlicks: next.flicks });
    comments.setState({ chosenId: next.id });
  };
  useCommands({
    'timeline.nextComment': { run: () => go(1) },
    'timeline.previousComment': { run: () => go(-1) },
  });
}
