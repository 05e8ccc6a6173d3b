import { useState } from 'react';
import { faultOfCall } from '../../../contract/fault-of-call.ts';
import { useStatusLine } from '../../actions/status-line.ts';
import { useProject, useRow } from '../../state/project-context.ts';
import { useStudio } from '../../state/studio-context.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useFilmsAtServiceWords } from '../../words/films-at-service-words.ts';
import { useSyncWords } from '../../words/sync-words.ts';
import { useInterpret } from '../../words/use-words.ts';

/** Whether the open film is really taken from the service: what that does to whom, before it is done. */
export function RemoveDialog({
  waitingRows,
  onClose,
}: {
  readonly waitingRows: number;
  readonly onClose: () => void;
}) {
  const sync = useSyncWords();
  const { remove: words, untitled } = useFilmsAtServiceWords();
  const interpret = useInterpret();
  const status = useStatusLine();
  const { client } = useStudio();
  const { projectId } = useProject();
  const title = useRow('project', projectId)?.title ?? '';
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const remove = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setRefusal(null);
    try {
      await client.sync.removeFromService({ projectId });
      status.say(words.done);
      onClose();
    } catch (error) {
      setRefusal(interpret(faultOfCall(error).message));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={words.title(title === '' ? untitled : title)}
      onSubmit={() => void remove()}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" variant="danger" busy={busy}>
            {words.confirm}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3 text-base">
        <h3 className="sr-only">{words.happens}</h3>
        <ul className="flex list-disc flex-col gap-1.5 pl-5 text-muted">
          {words.facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
          {waitingRows === 0 ? null : <li className="text-text">{words.waiting(sync.rows(waitingRows))}</li>}
        </ul>
        <p role="alert" className="selectable text-text empty:hidden">
          {refusal}
        </p>
      </div>
    </Dialog>
  );
}
