import { useEffect } from 'react';
import { useProject, useProjectView } from '../../../state/project-context.ts';
import { useShotFacts } from '../../../state/use-shots.ts';
import { canReword } from '../takes/can-reword.ts';
import { useBoardStore } from './board-store.ts';

/**
 * A shot that somebody comes to with a comment on the cut: its shown take is offered in other words, with what was said put to them.
 * Where nothing was asked for in words (the animatic, a person's own file), the inspector offers it for the description.
 */
export function useTakeUpRemark(): void {
  const board = useBoardStore();
  const { view, mirror } = useProject();
  const remark = useProjectView((state) => state.remark);
  const facts = useShotFacts(remark?.shotId ?? null);
  useEffect(() => {
    if (remark === null || facts === null) return;
    const take = [facts.clip, facts.still].find((one) => {
      const job = one?.jobId == null ? null : mirror.row('job', one.jobId);
      return job !== null && canReword(job);
    });
    if (take == null) return;
    const { text, commentId } = remark;
    const dialog = {
      is: 'reword',
      shotId: facts.shot.id,
      takeId: take.id,
      remark: { text, commentId },
    } as const;
    board.setState({ dialog });
    view.setState({ remark: null });
  }, [board, facts, mirror, remark, view]);
}
