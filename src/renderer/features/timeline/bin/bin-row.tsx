import { AudioLines, Check, ImageOff } from 'lucide-react';
import type { DragEvent } from 'react';
import type { AssetId } from '../../../../domain/kernel/ids.ts';
import { posterAddress } from '../../../client/media-addresses.ts';
import { useShotIndex } from '../../../state/use-shots.ts';
import { classNames } from '../../../ui/class-names.ts';
import { PlaceMark } from '../../../ui/file-place.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Picture } from '../../../ui/picture.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { useCut } from '../cut-context.ts';
import type { SourceMedium } from '../cut-view.ts';
import type { BinRow } from './bin-rows.ts';

export const binRowPx = { scene: 28, shot: 52, take: 40, asset: 52 } as const;

/** One medium of the bin: pressed it is the source, dragged it becomes a clip. */
export function BinRowView({
  row,
  isChosen,
  onChoose,
  onOpen,
}: {
  readonly row: BinRow;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onOpen: () => void;
}) {
  const { view: cut } = useCut();
  const assetId = mediumOfRow(row)?.assetId ?? null;
  const away = useShotIndex((shots) => (assetId === null ? null : shots.absence(assetId)));
  if (row.kind === 'scene') {
    return (
      <div className="flex h-7 items-center gap-2 bg-panel px-3 text-xs font-medium text-faint">
        <span>{row.number}</span>
        <span className="min-w-0 truncate">{row.scene.heading}</span>
      </div>
    );
  }
  const medium = mediumOfRow(row);
  const onDragStart = (event: DragEvent): void => {
    if (medium === null) {
      event.preventDefault();
      return;
    }
    cut.setState({ dragged: medium });
    event.dataTransfer.effectAllowed = 'copy';
    event.dataTransfer.setData('application/x-reelwright-medium', row.id);
  };
  return (
    <button
      type="button"
      draggable={medium !== null}
      aria-pressed={isChosen}
      onClick={onChoose}
      onDoubleClick={onOpen}
      onDragStart={onDragStart}
      onDragEnd={() => cut.setState({ dragged: null })}
      className={classNames(
        'flex w-full items-center gap-2 text-left -outline-offset-2',
        row.kind === 'take' ? 'h-10 pr-3 pl-8' : 'h-13 px-3',
        isChosen ? 'bg-accent-soft' : 'hover:bg-hover',
      )}
    >
      <RowPicture row={row} />
      <RowWords row={row} isChosen={isChosen} />
      {away === null ? null : <PlaceMark absence={away} />}
    </button>
  );
}

export function mediumOfRow(row: BinRow): SourceMedium | null {
  switch (row.kind) {
    case 'scene':
      return null;
    case 'shot':
      return {
        of: 'shot',
        shotId: row.facts.shot.id,
        assetId: row.facts.clip?.assetId ?? row.facts.still?.assetId ?? null,
      };
    case 'take':
      return { of: 'asset', assetId: row.take.assetId };
    case 'asset':
      return { of: 'asset', assetId: row.asset.id };
  }
}

function RowPicture({ row }: { readonly row: Exclude<BinRow, { kind: 'scene' }> }) {
  const size = row.kind === 'take' ? 'h-8 w-14' : 'h-10 w-18';
  const assetId: AssetId | null =
    row.kind === 'asset'
      ? row.asset.kind === 'audio'
        ? null
        : row.asset.id
      : row.kind === 'take'
        ? row.take.assetId
        : (row.facts.still?.assetId ?? row.facts.clip?.assetId ?? null);
  return (
    // Pictures stand on black in both themes.
    <span
      data-theme="dark"
      className={classNames(
        'relative flex shrink-0 items-center justify-center overflow-hidden rounded-inner bg-black',
        size,
      )}
    >
      <Picture source={assetId === null ? null : posterAddress(assetId, 80)}>
        <Icon of={row.kind === 'asset' && assetId === null ? AudioLines : ImageOff} className="text-faint" />
      </Picture>
    </span>
  );
}

function RowWords({
  row,
  isChosen,
}: {
  readonly row: Exclude<BinRow, { kind: 'scene' }>;
  readonly isChosen: boolean;
}) {
  const words = useWords('timeline');
  const { size } = useWords('shots');
  const formats = useFormats();
  const second = classNames('line-clamp-1 text-sm break-all', isChosen ? 'text-text' : 'text-muted');
  switch (row.kind) {
    case 'shot': {
      const { number, shot } = row.facts;
      return (
        <span className="min-w-0 flex-1">
          <span className="flex gap-2 text-sm">
            <span className="font-medium text-text">{number}</span>
            <span className="min-w-0 flex-1 truncate text-muted">{size[shot.size]}</span>
            <span className="shrink-0 text-faint">{formats.duration(shot.durationFlicks)}</span>
          </span>
          <span className={second}>{shot.description}</span>
        </span>
      );
    }
    case 'take':
      return (
        <span className="flex min-w-0 flex-1 items-center gap-2 text-sm">
          <span className="min-w-0 flex-1 truncate text-text">
            {words.takeOf(words.takeKind[row.take.kind], row.number)}
          </span>
          {row.isChosen ? <Icon of={Check} size={14} className="text-good" /> : null}
        </span>
      );
    case 'asset': {
      const { name, kind, facts } = row.asset;
      const length = facts?.durationFlicks ?? 0;
      return (
        <span className="min-w-0 flex-1">
          <span className="block truncate text-sm text-text">{name}</span>
          <span className={second}>
            {words.assetKind[kind]}
            {length > 0 ? ` · ${formats.duration(length)}` : ''}
          </span>
        </span>
      );
    }
  }
}
