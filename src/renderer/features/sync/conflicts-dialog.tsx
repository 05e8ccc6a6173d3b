import { useMemo } from 'react';
import { useRows } from '../../state/project-context.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useSyncWords } from '../../words/sync-words.ts';
import { ConflictCard } from './conflict-card.tsx';

/** What was overwritten unseen and nobody has decided on yet, the newest first. */
export function ConflictsDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useSyncWords();
  const rows = useRows('conflict');
  const open = useMemo(
    () =>
      rows
        .filter(({ resolvedAtMs }) => resolvedAtMs === null)
        .sort((a, b) => b.metAtMs - a.metAtMs || (a.id < b.id ? -1 : 1)),
    [rows],
  );
  return (
    <Dialog
      open
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      size="large"
      title={words.conflictsTitle}
      description={words.conflictsText}
    >
      {open.length === 0 ? (
        <p className="py-4 text-base text-muted">{words.noConflicts}</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {open.map((conflict) => (
            <ConflictCard key={conflict.id} conflict={conflict} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}
