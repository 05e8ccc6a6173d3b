import type { Shot } from '../../../../domain/shots/shot.ts';
import { useCall, useEdit } from '../../../actions/use-edit.ts';
import { useProject, useProjectView } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { useWords } from '../../../words/use-words.ts';

/** What somebody who watched said of the shot, as a suggestion for the next take; its price is on the buttons below. */
export function RemarkNotice({ shot }: { readonly shot: Shot }) {
  const words = useWords('shots').remark;
  const { projectId, view } = useProject();
  const { client } = useStudio();
  const edit = useEdit();
  const call = useCall();
  const remark = useProjectView((state) => state.remark);
  if (remark === null || remark.shotId !== shot.id) return null;
  const leave = (): void => view.setState({ remark: null });
  const takeUp = async (): Promise<void> => {
    const description = [shot.description, remark.text].filter((part) => part !== '').join('\n');
    const done = await edit(() => client.shots.edit({ projectId, shotId: shot.id, fields: { description } }));
    if (done === null) return;
    const { commentId } = remark;
    await call(() => client.shares.awaitTake({ projectId, commentId, shotId: shot.id }));
    leave();
  };
  return (
    <div className="flex flex-col gap-1.5 rounded-inner border border-line p-2">
      <p className="text-sm text-muted">{words.said}</p>
      <p className="selectable text-base break-words whitespace-pre-wrap">{remark.text}</p>
      <div className="flex flex-wrap gap-1">
        <Button size="small" onClick={() => void takeUp()}>
          {words.takeUp}
        </Button>
        <Button size="small" variant="quiet" onClick={leave}>
          {words.leave}
        </Button>
      </div>
    </div>
  );
}
