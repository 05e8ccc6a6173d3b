import type { ShotId } from '../../../../domain/kernel/ids.ts';
import { useProjectView } from '../../../state/project-context.ts';
import { markOfState } from '../../../state/shot-mark.ts';
import { useShotFacts } from '../../../state/use-shots.ts';
import { classNames } from '../../../ui/class-names.ts';
import { StateDot } from '../../../ui/state-dot.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { threadTints } from '../coverage/threads.ts';
import { usePendingUpdate } from '../staleness/use-pending-update.ts';
import { ShotThumb } from './shot-thumb.tsx';

export const shotRowPx = 52;

/** Classes, not styles: the colour of the thread that the script shows for the shot. */
const tints = [
  'bg-(--thread-0)',
  'bg-(--thread-1)',
  'bg-(--thread-2)',
  'bg-(--thread-3)',
  'bg-(--thread-4)',
] as const;

/** A shot of the breakdown, with the colour of its thread at the edge. */
export function ShotRow({
  id,
  shotId,
  onSelect,
}: {
  readonly id: string;
  readonly shotId: ShotId;
  readonly onSelect: (add: boolean) => void;
}) {
  const words = useWords('text');
  const names = useWords('shots');
  const formats = useFormats();
  const facts = useShotFacts(shotId);
  const pending = usePendingUpdate();
  const selected = useProjectView((view) => view.shotIds.has(shotId));
  if (facts === null) return null;
  const { shot, number } = facts;
  const gone = pending.goneShots.has(shotId);
  const changed = gone || pending.changedShots.has(shotId);
  const change = gone ? words.panel.goneFromText : words.panel.changedInText;
  const state = changed ? change : names.state[facts.state];
  const size = names.size[shot.size];
  const move = names.move[shot.move];
  const length = formats.duration(shot.durationFlicks);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys and names this row as its active one.
    // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus.
    <div
      id={id}
      role="option"
      aria-selected={selected}
      onClick={(event) => onSelect(event.shiftKey || event.ctrlKey || event.metaKey)}
      className={classNames(
        'relative flex h-13 items-center gap-2.5 border-b border-line pr-3 pl-3',
        selected ? 'bg-accent-soft' : 'hover:bg-hover',
      )}
    >
      <span className="sr-only">
        {words.panel.shotName(number, size, move, length, state, shot.description)}
      </span>
      <span
        aria-hidden
        className={classNames(
          'absolute inset-y-1 left-1 w-[3px] rounded-full',
          selected ? 'bg-accent' : changed ? 'bg-(--thread-changed)' : tints[facts.index % threadTints],
        )}
      />
      <ShotThumb facts={facts} />
      <span aria-hidden className="min-w-0 flex-1">
        <span className="flex items-center gap-2 text-sm">
          <span className="font-mono text-text">{number}</span>
          <span className="truncate text-muted">{size}</span>
          {changed ? (
            <span className="truncate text-accent-text">{change}</span>
          ) : shot.move === 'static' ? null : (
            <span className={classNames('truncate', selected ? 'text-muted' : 'text-faint')}>{move}</span>
          )}
          <span className="ml-auto shrink-0 text-muted">{length}</span>
          <StateDot state={changed ? 'stale' : markOfState[facts.state]} label={state} />
        </span>
        <span className="mt-0.5 block truncate text-sm text-muted">
          {shot.dialogue === null ? shot.description : `${shot.dialogue.speaker}: ${shot.dialogue.text}`}
        </span>
      </span>
    </div>
  );
}
