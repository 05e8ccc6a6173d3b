import { useState } from 'react';
import type { ProjectId } from '../../../../domain/kernel/ids.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';

/** Frees a part of the disk. What cannot be made again by itself is asked about first, since it cannot be undone. */
export function ClearButton({
  what,
  name,
  label,
  bytes,
  projectId,
  onCleared,
}: {
  readonly what: string;
  readonly name: string;
  readonly label?: string;
  /** What it frees. */
  readonly bytes: number;
  readonly projectId: ProjectId | null;
  readonly onCleared: () => void;
}) {
  const words = useWords('settings');
  const formats = useFormats();
  const { client } = useStudio();
  const call = useCall();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  if (what !== 'caches' && what !== 'takes-unused' && what !== 'orphans') return null;
  const asks = what !== 'caches';
  const clear = async (): Promise<void> => {
    setBusy(true);
    await call(
      () => client.studio.clear({ what, projectId }),
      (freed) => words.freed(formats.bytes(freed.bytes), words.files(freed.files)),
    );
    setBusy(false);
    setAsking(false);
    onCleared();
  };
  const size = formats.bytes(bytes);
  return (
    <>
      <Button
        size="small"
        busy={busy && !asking}
        disabled={bytes === 0}
        aria-label={label ?? words.clearOf(name)}
        onClick={() => (asks ? setAsking(true) : void clear())}
      >
        {label ?? (asks ? words.clear : words.clearNow)}
      </Button>
      {asks ? (
        <Dialog
          size="small"
          open={asking}
          onOpenChange={setAsking}
          title={words.clearTitle(name)}
          description={(what === 'orphans' ? words.clearOrphansText : words.clearTakesText)(size)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{words.cancel}</Button>
              <Button variant="danger" busy={busy} onClick={() => void clear()}>
                {words.clearAction(size)}
              </Button>
            </>
          }
        />
      ) : null}
    </>
  );
}
