import { useState } from 'react';
import type { ProjectSummary } from '../../../../contract/projects.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useWords } from '../../../words/use-words.ts';

export interface DeleteDialogProps {
  readonly projects: readonly ProjectSummary[];
  readonly onClose: () => void;
  /** Answers when it is done. */
  readonly onDelete: () => Promise<void>;
}

/** The one thing here that cannot be undone says what goes and what stays. */
export function DeleteDialog({ projects, onClose, onDelete }: DeleteDialogProps) {
  const words = useWords('library');
  const [busy, setBusy] = useState(false);
  const [only, ...more] = projects;
  if (only === undefined) return null;
  const single = more.length === 0;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open && !busy) onClose();
      }}
      size="small"
      title={single ? words.deleteTitle(only.project.title) : words.deleteAllTitle(projects.length)}
      description={words.deleteText}
      actions={
        <>
          <Button onClick={onClose} disabled={busy} data-autofocus>
            {words.cancel}
          </Button>
          <Button
            variant="danger"
            busy={busy}
            onClick={() => {
              setBusy(true);
              void onDelete();
            }}
          >
            {words.deleteButton}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-2 text-base text-muted">
        {single ? (
          <p>{words.deleteGoes(words.scenes(only.scenes), words.shots(only.shots))}</p>
        ) : (
          <>
            <ul className="max-h-40 overflow-y-auto rounded-inner border border-line bg-panel px-3 py-2 text-text">
              {projects.map(({ project }) => (
                <li key={project.id} className="truncate">
                  {project.title}
                </li>
              ))}
            </ul>
            <p>{words.deleteAllGoes}</p>
          </>
        )}
        <p>{words.deleteStays}</p>
      </div>
    </Dialog>
  );
}
