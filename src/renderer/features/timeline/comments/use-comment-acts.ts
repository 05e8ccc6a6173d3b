import type { FilmComment } from '../../../../contract/shares.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio, useStudioState } from '../../../state/studio-context.ts';
import { useCut } from '../cut-context.ts';

export interface CommentActs {
  /** A viewer answers, and resolves nothing. */
  readonly mayChange: boolean;
  /** Answers whether it was kept. */
  answer(to: FilmComment, text: string): Promise<boolean>;
  change(comment: FilmComment, change: 'resolve' | 'reopen' | 'remove'): Promise<void>;
  settle(commentId: string, how: 'again' | 'forget'): Promise<void>;
  /** Takes the shot to the Board, where it is made and what that costs is said, with what was said of it. */
  makeAgain(comment: FilmComment): void;
}

/** What a person does about comments. It is kept at once and told to the service when there is a line. */
export function useCommentActs(): CommentActs {
  const { projectId, view, shots } = useProject();
  const { client, navigate } = useStudio();
  const { comments } = useCut();
  const call = useCall();
  const role = useStudioState(
    ({ sync }) => sync?.projects.find((project) => project.projectId === projectId)?.role ?? null,
  );
  const put = (comment: FilmComment): void =>
    comments.setState(({ all }) => ({ all: new Map(all).set(comment.id, comment) }));
  const drop = (commentId: string): void =>
    comments.setState(({ all }) => ({ all: new Map([...all].filter(([id]) => id !== commentId)) }));
  return {
    mayChange: role !== 'viewer',
    async answer(to, text) {
      const id = crypto.randomUUID();
      const kept = await call(() => client.shares.say({ projectId, id, text, parentId: to.id, atMs: null }));
      if (kept !== null) put(kept);
      return kept !== null;
    },
    async change({ id: commentId }, change) {
      await call(async () => {
        const changed = await client.shares.changeComment({ projectId, commentId, change: { change } });
        if (changed === null) drop(commentId);
        else put(changed);
      });
    },
    async settle(commentId, how) {
      await call(async () => {
        const settled = await client.shares.settleRefused({ projectId, commentId, how });
        if (settled === null) drop(commentId);
        else put(settled);
      });
    },
    makeAgain(comment) {
      const facts = comment.shotId === null ? null : shots.facts(comment.shotId);
      if (facts === null || facts === undefined) return;
      view.setState({
        shotIds: new Set([facts.shot.id]),
        remark: { shotId: facts.shot.id, text: comment.text, commentId: comment.id },
      });
      navigate({ at: 'project', projectId, page: 'board' });
    },
  };
}
