import { ChevronRight, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ShotId } from '../../../../domain/kernel/ids.ts';
import { Button } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { TakeFacts } from './take-facts.ts';
import { TakeTile } from './take-tile.tsx';
import { useTakeEdits } from './use-take-edits.ts';

/** Takes that were put away, folded up: to look at again, to bring back, or to delete for good. */
export function PutAwayTakes({
  away,
  shotId,
}: {
  readonly away: readonly TakeFacts[];
  readonly shotId: ShotId;
}) {
  const words = useWords('takes');
  const edits = useTakeEdits();
  const [open, setOpen] = useState(false);
  return (
    <div className="flex flex-col gap-2">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="-ml-1 inline-flex h-6 items-center gap-1 self-start rounded-inner px-1 text-sm text-muted hover:bg-hover hover:text-text"
      >
        <Icon
          of={ChevronRight}
          size={14}
          className={classNames('transition-transform duration-100', open && 'rotate-90')}
        />
        {words.away(away.length)}
      </button>
      {open ? (
        <>
          <p className="text-xs text-faint">{words.awayHint}</p>
          <ul className="grid grid-cols-2 gap-2">
            {away.map((take) => (
              <TakeTile key={take.take.id} facts={take} shotId={shotId} />
            ))}
          </ul>
          <Button
            size="small"
            variant="quiet"
            icon={Trash2}
            className="self-start"
            onClick={() => void edits.delete(away.map(({ take }) => take.id))}
          >
            {words.deleteAllAway(away.length)}
          </Button>
        </>
      ) : null}
    </div>
  );
}
