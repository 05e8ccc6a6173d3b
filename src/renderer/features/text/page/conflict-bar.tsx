import { useSyncExternalStore } from 'react';
import { Button } from '../../../ui/button.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useDesk } from './write-desk.ts';

/** Says that a paragraph was changed elsewhere while it was typed in, with both versions in reach. */
export function ConflictBar() {
  const words = useWords('text');
  const { edits } = useDesk();
  const conflict = useSyncExternalStore(edits.subscribe, edits.conflict);
  if (conflict === null) return null;
  return (
    <div role="alert" className="flex items-start gap-3 border-b border-line bg-info-soft px-3 py-2">
      <div className="min-w-0 flex-1">
        <p className="text-text">{words.conflict.text}</p>
        <p className="selectable mt-1 line-clamp-3 break-words text-muted">{conflict.theirs}</p>
      </div>
      <Button
        size="small"
        onClick={() => {
          edits.run({ edit: 'editBlock', blockId: conflict.blockId, text: conflict.theirs });
          edits.dismissConflict();
        }}
      >
        {words.conflict.useTheirs}
      </Button>
      <Button size="small" variant="quiet" onClick={() => edits.dismissConflict()}>
        {words.conflict.keepMine}
      </Button>
    </div>
  );
}
