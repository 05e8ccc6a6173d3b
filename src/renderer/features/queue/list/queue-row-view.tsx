import { AudioLines, Captions, Clapperboard, FileText, Image, Maximize2, Music } from 'lucide-react';
import { type MouseEvent, memo, useEffect } from 'react';
import type { QueueLane, QueueRow } from '../../../../contract/queue.ts';
import type { JobId } from '../../../../domain/kernel/ids.ts';
import { posterAddress } from '../../../client/media-addresses.ts';
import { useStudioState } from '../../../state/studio-context.ts';
import { classNames } from '../../../ui/class-names.ts';
import { Icon, type IconType } from '../../../ui/icon.tsx';
import { Picture } from '../../../ui/picture.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { StateDot } from '../../../ui/state-dot.tsx';
import { useRowWords } from '../use-row-words.ts';

export const kindIcons: Readonly<Record<QueueRow['kind'], IconType>> = {
  still: Image,
  clip: Clapperboard,
  speech: AudioLines,
  music: Music,
  effect: AudioLines,
  'upscaled-still': Maximize2,
  'upscaled-clip': Maximize2,
  transcript: Captions,
  reading: FileText,
};
const pictured: ReadonlySet<QueueRow['kind']> = new Set(['still', 'clip', 'upscaled-still', 'upscaled-clip']);

export const rowId = (jobId: JobId): string => `job-${jobId}`;

export interface QueueRowProps {
  /** null while it is read. */
  readonly row: QueueRow | null;
  readonly index: number;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly lane: QueueLane | null;
  readonly title: string;
  readonly nowMs: number;
  readonly show: (index: number) => () => void;
  readonly onClick: (index: number, event: MouseEvent) => void;
  readonly onOpen: (row: QueueRow) => void;
}

/** One job of the list: what it is, where it stands and why, how long, for how much. */
export const QueueRowView = memo(function QueueRowView(props: QueueRowProps) {
  const { row, index, show } = props;
  useEffect(() => show(index), [show, index]);
  return row === null ? (
    <div className="flex h-13 items-center gap-3 border-b border-line px-3">
      <Skeleton className="h-9 w-16" />
      <Skeleton className="h-4 flex-1" />
    </div>
  ) : (
    <Row {...props} row={row} />
  );
});

function Row({
  row,
  index,
  isActive,
  isSelected,
  lane,
  title,
  nowMs,
  onClick,
  onOpen,
}: QueueRowProps & { readonly row: QueueRow }) {
  const pausedSinceMs = useStudioState((state) => state.queuePausedSinceMs);
  const { what, dot, state, why, time, price } = useRowWords(row, lane, pausedSinceMs, nowMs);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names its active row.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys.
    <div
      id={rowId(row.jobId)}
      role="option"
      aria-selected={isSelected}
      onClick={(event) => onClick(index, event)}
      onDoubleClick={() => onOpen(row)}
      className={classNames(
        'grid h-13 cursor-default grid-cols-[64px_minmax(0,5fr)_minmax(0,6fr)_148px] items-center gap-3 border-b border-l-2 border-b-line px-3',
        isSelected ? 'bg-pressed' : 'hover:bg-hover',
        isActive ? 'border-l-accent' : 'border-l-transparent',
      )}
    >
      <span className="relative flex h-9 w-16 items-center justify-center overflow-hidden rounded-inner bg-raised text-faint">
        <Picture
          source={row.assetId !== null && pictured.has(row.kind) ? posterAddress(row.assetId, 72) : null}
        >
          <Icon of={kindIcons[row.kind]} />
        </Picture>
      </span>
      <span className="min-w-0">
        <span className="block truncate text-base text-text">{what}</span>
        <span className="block truncate text-sm text-muted">{`${title} · ${row.model}`}</span>
      </span>
      <span className="min-w-0">
        <StateDot withWords state={dot} label={state} />
        <span className="block truncate text-sm text-muted">{why}</span>
      </span>
      <span className="text-right text-sm whitespace-nowrap tabular-nums">
        <span className="block text-text">{price}</span>
        <span className="block text-muted">{time}</span>
      </span>
    </div>
  );
}
